package org.ltv4j.core.profile;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.data.TransactionLog;

/** Makes the profile of a column. */
final class Profiler {
    private Profiler() {}

    static ColumnProfile of(TransactionLog log, LogColumn column) {
        return column == LogColumn.TIME
                ? ofTimes(log)
                : column.isNumber() ? ofNumbers(log, column) : ofIds(log, column);
    }

    private static ColumnProfile ofNumbers(TransactionLog log, LogColumn column) {
        double[] values = new double[log.size()];
        int n = 0;
        for (int row = 0; row < values.length; row++) {
            double value = column.number(log, row);
            if (!Double.isNaN(value)) {
                values[n++] = value + 0.0; // not -0.0, which would be another value than 0.0
            }
        }
        double[] known = n == values.length ? values : Arrays.copyOf(values, n);
        Arrays.sort(known);
        long distinct = 0;
        for (int i = 0; i < n; i++) {
            distinct += i == 0 || known[i] != known[i - 1] ? 1 : 0;
        }
        return new ColumnProfile(
                column,
                log.size(),
                log.size() - n,
                distinct,
                n == 0 ? null : NumberSummary.of(known),
                null,
                null,
                HistogramGrid.ofNumbers(known),
                List.of());
    }

    private static ColumnProfile ofTimes(TransactionLog log) {
        long[] seconds = new long[log.size()];
        Map<YearMonth, Long> months = new HashMap<>();
        for (int row = 0; row < seconds.length; row++) {
            seconds[row] = log.second(row);
        }
        Arrays.sort(seconds);
        long distinct = 0;
        int from = 0;
        while (from < seconds.length) {
            YearMonth month = YearMonth.from(time(seconds[from]));
            long end = month.plusMonths(1).atDay(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
            int to = from;
            for (; to < seconds.length && seconds[to] < end; to++) {
                distinct += to == 0 || seconds[to] != seconds[to - 1] ? 1 : 0;
            }
            months.put(month, (long) to - from);
            from = to;
        }
        boolean empty = seconds.length == 0;
        return new ColumnProfile(
                LogColumn.TIME,
                log.size(),
                0,
                distinct,
                null,
                empty ? null : time(seconds[0]),
                empty ? null : time(seconds[seconds.length - 1]),
                HistogramGrid.ofMonths(months),
                List.of());
    }

    private static LocalDateTime time(long second) {
        return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    }

    private static ColumnProfile ofIds(TransactionLog log, LogColumn column) {
        int size = column == LogColumn.CURRENCY
                ? log.currencies().size()
                : column.ids(log).size();
        long[] rows = new long[size];
        int[] customers = new int[size];
        int[] lastCustomer = new int[size];
        long missing = 0;
        for (int customer = 0; customer < log.customers().size(); customer++) {
            for (int row = log.start(customer); row < log.start(customer + 1); row++) {
                int code = column == LogColumn.CUSTOMER ? customer : column.code(log, row);
                if (code == TransactionLog.NONE) {
                    missing++;
                    continue;
                }
                rows[code]++;
                if (lastCustomer[code] != customer + 1) {
                    lastCustomer[code] = customer + 1;
                    customers[code]++;
                }
            }
        }
        double[] counts = Arrays.stream(rows)
                .filter(count -> count > 0)
                .asDoubleStream()
                .sorted()
                .toArray();
        return new ColumnProfile(
                column,
                log.size(),
                missing,
                counts.length,
                counts.length == 0 ? null : NumberSummary.of(counts),
                null,
                null,
                HistogramGrid.ofNumbers(counts),
                top(log, column, rows, customers));
    }

    /** Values of products, channels and currencies that many customers share; of others nothing is shown. */
    private static List<ValueCount> top(TransactionLog log, LogColumn column, long[] rows, int[] customers) {
        boolean shown = column == LogColumn.PRODUCT || column == LogColumn.CHANNEL || column == LogColumn.CURRENCY;
        List<ValueCount> values = new ArrayList<>();
        for (int code = 0; shown && code < rows.length; code++) {
            if (customers[code] >= LogProfile.LEAST_CUSTOMERS) {
                String value = column == LogColumn.CURRENCY
                        ? log.currencies().get(code)
                        : column.ids(log).id(code);
                values.add(new ValueCount(value, rows[code]));
            }
        }
        values.sort(Comparator.comparingLong(ValueCount::rows).reversed().thenComparing(ValueCount::value));
        return values.subList(0, Math.min(values.size(), LogProfile.MOST_TOP));
    }
}
