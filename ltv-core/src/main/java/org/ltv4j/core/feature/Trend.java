package org.ltv4j.core.feature;

import static org.ltv4j.core.feature.Define.number;

import java.util.List;
import org.ltv4j.core.data.InvalidDataException;

/**
 * Whether the customer buys more or less than before: least-squares slopes over periods of equal length that end with the date. Periods
 * before the first purchase are left out, for there was no customer then; the period of the first purchase counts.
 */
final class Trend implements FeatureKernel {
    private final List<Feature> features;
    private final int periods;
    private final int days;

    Trend(FeatureContext context, int periods, int days) {
        if (periods < 2 || periods > 1000 || days < 1 || days > 40_000) {
            throw new InvalidDataException("a trend runs over 2 to 1000 periods of 1 to 40000 days, got " + periods
                    + " periods of " + days + " days");
        }
        this.periods = periods;
        this.days = days;
        String over = "the last " + periods + " periods of " + days + " days that end with the date, those before the"
                + " first purchase left out";
        String missing = "without a purchase, or if the first one was in the last period";
        String unit = context.amountUnit();
        features = List.of(
                number(
                                "purchases_trend",
                                "purchases per period per period",
                                "above 0 for more and more purchases",
                                "least-squares slope of purchases over " + over,
                                "date")
                        .withMissing(missing),
                number(
                                "spend_trend",
                                unit + " per period per period",
                                "above 0 for more and more spend",
                                "least-squares slope of spend over " + over,
                                "date, amount")
                        .withMissing(missing),
                number(
                                "spend_change",
                                "",
                                "from -1 (nothing any more) over 0 (as before) to 1 (all of it new)",
                                "(a - b) / (a + b), a = spend of the last " + days + " days, b = spend of the " + days
                                        + " days before",
                                "date, amount")
                        .withMissing("if nothing was spent in either"));
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        double[] spend = history.scratch().doubles(2 * periods);
        for (int i = 0; i < 2 * periods; i++) {
            spend[i] = 0;
        }
        int last = history.asOfDay();
        for (int visit = history.visits() - 1; visit >= 0; visit--) {
            long back = ((long) last - history.visitDay(visit)) / days;
            if (back >= periods) {
                break;
            }
            spend[(int) back] += history.visitAmount(visit);
            spend[periods + (int) back]++;
        }
        int known = history.visits() == 0 ? 0 : (int) Math.min(periods, ((long) last - history.visitDay(0)) / days + 1);
        out[at] = slope(spend, periods, known);
        out[at + 1] = slope(spend, 0, known);
        out[at + 2] = Quotient.of(spend[0] - spend[1], spend[0] + spend[1]);
    }

    /** The slope of values that stand from the newest to the oldest. */
    private static double slope(double[] values, int from, int n) {
        if (n < 2) {
            return Double.NaN;
        }
        double middle = (n - 1) / 2.0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            sum += (middle - i) * values[from + i];
            squares += (middle - i) * (middle - i);
        }
        return sum / squares;
    }
}
