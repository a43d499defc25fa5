package org.ltv4j.core.monitor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.internal.math.Samplers;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.Predictions;

/** A made-up shop of 400 steady customers, and simple estimators for it. */
final class Shop {
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final Outcome MONTH = Outcome.purchases(Horizon.of(30, TimeScale.DAY));

    private Shop() {}

    /** Everybody buys once in the first days and then at a rate of the own; from a day on, at that times a factor. */
    static TransactionLog log(int days, int changeDay, double factor, double amountFactor) {
        TransactionLogBuilder log = TransactionLog.builder("EUR");
        for (int customer = 0; customer < 400; customer++) {
            RandomGenerator random = Samplers.generator(5, Samplers.Purpose.HISTORY, customer);
            double rate = 0.02 + 0.1 * Samplers.gamma(random, 2) / 2;
            log.add("c" + customer, FIRST.plusDays(customer % 10), 10);
            for (double day = 10; day < days; ) {
                double now = day < changeDay ? rate : rate * factor;
                day += Samplers.exponential(random, now);
                double amount = 5 + 10 * Samplers.uniform(random);
                if (day < days) {
                    log.add(
                            "c" + customer,
                            FIRST.plusDays((long) day),
                            day < changeDay ? amount : amount * amountFactor);
                }
            }
        }
        return log.build();
    }

    static TransactionLog steady(int days) {
        return log(days, days, 1, 1);
    }

    static LocalDate day(int day) {
        return FIRST.plusDays(day);
    }

    /** Foretells so many times the purchases of as many days before the date as the outcome has. */
    static OutcomeModel again(Outcome outcome, double factor) {
        return new OutcomeModel() {
            @Override
            public Outcome outcome() {
                return outcome;
            }

            @Override
            public Predictions predict(KnownSales known) {
                LocalDate cut = known.asOf().minusDays(outcome.days());
                TransactionLog log = known.log();
                double[] values = new double[known.customers().size()];
                for (int c = 0; c < values.length; c++) {
                    double days = 0;
                    for (int row = log.start(c); row < log.start(c + 1); row++) {
                        days += log.day(row) > cut.toEpochDay() ? 1 : 0;
                    }
                    // half of it from the mean of all, so that who did nothing is foretold something
                    values[c] = factor * (0.5 * days + 1.0);
                }
                return Predictions.of(known.customers(), known.asOf(), outcome, values);
            }
        };
    }

    /** Fits such a model, and notes what it was shown. */
    static final class Recording implements OutcomeEstimator {
        final List<KnownSales> shown = new ArrayList<>();
        private final double factor;

        Recording(double factor) {
            this.factor = factor;
        }

        @Override
        public String name() {
            return "again";
        }

        @Override
        public OutcomeModel fit(KnownSales known, Outcome outcome) {
            shown.add(known);
            return again(outcome, factor);
        }
    }
}
