package org.ltv4j.core.data;

import java.time.LocalDate;
import java.util.Arrays;

/** From rows to histories: one pass over the rows of each customer, which are in time order. */
final class SummaryBuilder {
    private final TransactionLog log;
    private final LocalDate end;
    private final TimeScale scale;
    private final int[] idOf;
    private final int[] x;
    private final double[] tx;
    private final double[] age;
    private final double[] m;
    private final double[] first;
    private int n;

    private SummaryBuilder(TransactionLog log, LocalDate end, TimeScale scale) {
        int customers = log.customers().size();
        this.log = log;
        this.end = end;
        this.scale = scale;
        this.idOf = new int[customers];
        this.x = new int[customers];
        this.tx = new double[customers];
        this.age = new double[customers];
        this.m = new double[customers];
        this.first = new double[customers];
    }

    static CustomerSummaries summarise(TransactionLog log, LocalDate end, TimeScale scale) {
        String currency = log.currency();
        log.requireAmounts();
        SummaryBuilder builder = new SummaryBuilder(log, end, scale);
        long lastDay = end.toEpochDay();
        for (int c = 0; c < log.customers().size(); c++) {
            builder.add(c, lastDay);
        }
        return builder.build(currency);
    }

    private void add(int c, long lastDay) {
        int firstDay = log.day(log.start(c));
        if (firstDay > lastDay) {
            return;
        }
        int to = log.start(c + 1);
        int day = firstDay;
        int repeats = 0;
        double firstTotal = 0;
        double repeatTotal = 0;
        for (int row = log.start(c); row < to; row++) {
            int d = log.day(row);
            if (d > lastDay) {
                break;
            }
            if (d != day) {
                day = d;
                repeats++;
            }
            if (repeats == 0) {
                firstTotal += log.amount(row);
            } else {
                repeatTotal += log.amount(row);
            }
        }
        idOf[n] = c;
        x[n] = repeats;
        tx[n] = (day - firstDay) / scale.days();
        age[n] = (lastDay - firstDay) / scale.days();
        m[n] = repeats == 0 ? 0 : repeatTotal / repeats;
        first[n] = firstTotal;
        n++;
    }

    private CustomerSummaries build(String currency) {
        if (n == 0) {
            throw new InvalidDataException("no row is on or before " + end + ": the log "
                    + (log.size() == 0 ? "has no rows" : "starts on " + log.firstDay()));
        }
        return new CustomerSummaries(
                log.customers(),
                n == idOf.length ? null : Arrays.copyOf(idOf, n),
                Arrays.copyOf(x, n),
                Arrays.copyOf(tx, n),
                Arrays.copyOf(age, n),
                Arrays.copyOf(m, n),
                Arrays.copyOf(first, n),
                scale,
                currency,
                end,
                log.hasAmounts());
    }
}
