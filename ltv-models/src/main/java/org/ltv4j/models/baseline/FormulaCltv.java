package org.ltv4j.models.baseline;

import java.util.OptionalDouble;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.OutcomeKind;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.Predictions;

/**
 * The formula that stands in spreadsheets and textbooks, per customer:
 *
 * <pre>{@code
 * CLTV = average order value * purchases per period * margin * expected lifetime in periods
 * expected lifetime = 1 + r + r^2 + ... = 1 / (1 - r) = 1 / churn
 * }</pre>
 *
 * <p>r, the retention rate, is the share of customers who go on from one period to the next: Berger and Nasr (1998), Customer Lifetime Value:
 * Marketing Models and Applications, Journal of Interactive Marketing 12(1), case 1; Gupta and Lehmann (2003), Customers as Assets,
 * Journal of Interactive Marketing 17(1). Nothing is discounted. Outcomes end with their horizon, and so does the lifetime here: of a
 * horizon of n periods {@code (1 - r^n) / (1 - r)}, at most n; with a long horizon that is the formula above.
 *
 * <p>The parts: average order value is the mean spend of all purchases of the customer (those of a day are one), purchases per period
 * all of them over the time since the first one, which counts as one period where it is shorter. Unless it is given, r is
 * counted over pairs of adjacent periods, back from the date of the fit: of those who bought in the earlier one, the share who bought
 * in the later one. Where customers need not say that they leave, this takes a pause for a departure; the formula holds every
 * customer to be still there and gives all the same r. It foretells spend and purchases, but no probability: churn is refused.
 *
 * @param period what rate and retention are counted in; rounded to whole days, at least one
 * @param retention share of customers who go on from period to period, in [0, 1]; empty to count it
 */
public record FormulaCltv(Horizon period, OptionalDouble retention) implements OutcomeEstimator {
    private static final int LONGEST = 36_525;

    /**
     * Checks the numbers.
     *
     * @param period what rate and retention are counted in; rounded to whole days, at least one
     * @param retention share of customers who go on from period to period, in [0, 1]; empty to count it
     */
    public FormulaCltv {
        long days = Math.round(period.in(TimeScale.DAY));
        if (days < 1 || days > LONGEST) {
            throw new IllegalArgumentException("a period has 1 to " + LONGEST + " days, got " + period);
        }
        if (retention.isPresent() && !(retention.getAsDouble() >= 0 && retention.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("retention is a share in [0, 1], got " + retention.getAsDouble());
        }
    }

    /**
     * With the retention counted from the sales.
     *
     * @param period such as a quarter; long enough that regular customers buy in each
     * @return the estimator
     */
    public static FormulaCltv per(Horizon period) {
        return new FormulaCltv(period, OptionalDouble.empty());
    }

    /**
     * With a retention that is known.
     *
     * @param rate share of customers who go on from period to period, in [0, 1]
     * @return the estimator
     */
    public FormulaCltv withRetention(double rate) {
        return new FormulaCltv(period, OptionalDouble.of(rate));
    }

    @Override
    public String name() {
        return "formula CLTV";
    }

    @Override
    public Model fit(KnownSales known, Outcome outcome) {
        if (outcome.isProbability()) {
            throw new InvalidDataException("the CLTV formula gives amounts and no probability of " + outcome
                    + ": ask for spend or purchases, or churn of another estimator");
        }
        SpendCheck.check(name(), known, outcome);
        int days = (int) Math.round(period.in(TimeScale.DAY));
        double rate = retention.isPresent() ? retention.getAsDouble() : counted(known, days);
        return new Model(outcome, days, rate);
    }

    private static double counted(KnownSales known, int days) {
        long first = known.log().firstDay().toEpochDay();
        long last = known.asOf().toEpochDay();
        int periods = (int) ((last - first + 1) / days);
        if (periods < 2) {
            throw new InvalidDataException("sales from " + known.log().firstDay() + " to " + known.asOf()
                    + " have no two periods of " + days + " days to count the retention in: shorten the period or give"
                    + " the retention");
        }
        TransactionLog log = known.log();
        long before = 0;
        long both = 0;
        for (int c = 0; c < log.customers().size(); c++) {
            int latest = -1; // 0 is the newest period
            for (int row = log.start(c + 1) - 1; row >= log.start(c); row--) {
                int number = (int) ((last - log.day(row)) / days);
                if (number != latest && number < periods) {
                    before += number > 0 ? 1 : 0;
                    both += number > 0 && latest == number - 1 ? 1 : 0;
                }
                latest = number;
            }
        }
        if (before == 0) {
            throw new InvalidDataException("nobody bought before the last " + days
                    + " days, so that no retention can be counted: shorten the period or give the retention");
        }
        return (double) both / before;
    }

    /**
     * The formula with its numbers.
     *
     * @param outcome what is foretold: spend or purchases
     * @param periodDays days of a period, at least 1
     * @param retention share of customers who go on from period to period, in [0, 1]
     */
    public record Model(Outcome outcome, int periodDays, double retention) implements OutcomeModel {
        /**
         * Checks the numbers.
         *
         * @param outcome what is foretold: spend or purchases
         * @param periodDays days of a period, at least 1
         * @param retention share of customers who go on from period to period, in [0, 1]
         */
        public Model {
            if (periodDays < 1 || !(retention >= 0 && retention <= 1) || outcome.isProbability()) {
                throw new IllegalArgumentException(
                        "need spend or purchases, a day or more and a retention in [0, 1], got " + outcome + ", "
                                + periodDays + " and " + retention);
            }
        }

        /**
         * The expected time as a customer that lies within the horizon.
         *
         * @return periods, at most those of the horizon
         */
        public double lifetime() {
            double periods = (double) outcome.days() / periodDays;
            double unbounded = retention == 1 ? periods : (1 - StrictMath.pow(retention, periods)) / (1 - retention);
            return Math.min(periods, unbounded);
        }

        @Override
        public Predictions predict(KnownSales known) {
            SpendCheck.check("formula CLTV", known, outcome);
            TransactionLog log = known.log();
            double lifetime = lifetime();
            double[] values = new double[log.customers().size()];
            for (int c = 0; c < values.length; c++) {
                double age = known.asOf().toEpochDay() - log.day(log.start(c));
                double periods = Math.max(1, age / periodDays);
                int purchases = 0;
                int day = Integer.MIN_VALUE;
                double total = 0;
                for (int row = log.start(c); row < log.start(c + 1); row++) {
                    total += log.amount(row);
                    if (!(log.amount(row) < 0)) { // a return is no purchase
                        purchases += log.day(row) != day ? 1 : 0;
                        day = log.day(row);
                    }
                }
                double order =
                        outcome.kind() == OutcomeKind.SPEND && purchases > 0 ? outcome.margin() * total / purchases : 1;
                values[c] = order * (purchases / periods) * lifetime;
            }
            return Predictions.of(known.customers(), known.asOf(), outcome, values);
        }
    }
}
