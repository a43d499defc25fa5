package org.ltv4j.core.data;

import java.time.LocalDate;
import java.util.Arrays;

/** From rows to histories: one pass over the rows of each customer, which are in time order. */
final class SummaryBuilder {
    private SummaryBuilder() {}

    static CustomerSummaries summarise(TransactionLog log, LocalDate end, TimeScale scale) {
        String currency = log.currency();
        log.requireAmounts();
        long lastDay = end.toEpochDay();
        int customers = log.customers().size();
        int[] idOf = new int[customers];
        int[] x = new int[customers];
        double[] tx = new double[customers];
        double[] age = new double[customers];
        double[] m = new double[customers];
        double[] first = new double[customers];
        double unit = scale.days();
        int n = 0;
        for (int c = 0; c < customers; c++) {
            int row = log.start(c);
            int to = log.start(c + 1);
            int firstDay = log.day(row);
            if (firstDay > lastDay) {
                continue;
            }
            int day = firstDay;
            int repeats = 0;
            double firstTotal = 0;
            double repeatTotal = 0;
            for (; row < to; row++) {
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
            tx[n] = (day - firstDay) / unit;
            age[n] = (lastDay - firstDay) / unit;
            m[n] = repeats == 0 ? 0 : repeatTotal / repeats;
            first[n] = firstTotal;
            n++;
        }
        if (n == 0) {
            throw new InvalidDataException("no row is on or before " + end + ": the log "
                    + (log.size() == 0 ? "has no rows" : "starts on " + log.firstDay()));
        }
        return new CustomerSummaries(
                log.customers(),
                n == customers ? null : Arrays.copyOf(idOf, n),
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
