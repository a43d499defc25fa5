package org.ltv4j.core.feature;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.internal.math.CompensatedSum;

/** Counts what {@link ShopMetrics} needs in one pass. */
final class MetricsCounter {
    private final TransactionLog log;
    private final LocalDate from;
    private final LocalDate to;
    private final long first;
    private final long last;
    private final long previousFirst;
    private int customers;
    private int repeatCustomers;
    private int newCustomers;
    private int previousCustomers;
    private int retainedCustomers;
    private long purchases;
    private final CompensatedSum spend = new CompensatedSum();
    private final CompensatedSum returned = new CompensatedSum();

    MetricsCounter(TransactionLog log, LocalDate from, LocalDate to) {
        this.log = log;
        this.from = from;
        this.to = to;
        first = from.toEpochDay();
        last = to.toEpochDay();
        previousFirst = first - ChronoUnit.DAYS.between(from, to) - 1;
    }

    ShopMetrics count() {
        String currency = log.currency();
        log.requireAmounts();
        boolean amounts = log.size() == 0 || log.hasAmounts();
        for (int customer = 0; customer < log.customers().size(); customer++) {
            count(customer);
        }
        return new ShopMetrics(
                from,
                to,
                currency,
                customers,
                repeatCustomers,
                newCustomers,
                purchases,
                amounts ? OptionalDouble.of(spend.value()) : OptionalDouble.empty(),
                amounts ? OptionalDouble.of(returned.value()) : OptionalDouble.empty(),
                previousCustomers,
                retainedCustomers);
    }

    private void count(int customer) {
        int bought = 0;
        boolean boughtBefore = false;
        boolean previous = false;
        int lastDay = Integer.MIN_VALUE;
        for (int row = log.start(customer); row < log.start(customer + 1); row++) {
            int day = log.day(row);
            double amount = log.amount(row);
            boolean inPeriod = day >= first && day <= last;
            if (amount < 0) {
                returned.add(inPeriod ? -amount : 0);
            } else if (inPeriod) {
                spend.add(amount);
                bought += day != lastDay ? 1 : 0;
                lastDay = day;
            } else if (day < first) {
                boughtBefore = true;
                previous |= day >= previousFirst;
            }
        }
        purchases += bought;
        customers += bought > 0 ? 1 : 0;
        repeatCustomers += bought > 1 ? 1 : 0;
        newCustomers += bought > 0 && !boughtBefore ? 1 : 0;
        previousCustomers += previous ? 1 : 0;
        retainedCustomers += previous && bought > 0 ? 1 : 0;
    }
}
