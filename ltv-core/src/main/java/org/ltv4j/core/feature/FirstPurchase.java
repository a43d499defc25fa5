package org.ltv4j.core.feature;

import static org.ltv4j.core.feature.Define.NO_PURCHASE;
import static org.ltv4j.core.feature.Define.count;
import static org.ltv4j.core.feature.Define.number;

import java.util.List;

/** How it began. */
final class FirstPurchase implements FeatureKernel {
    private final List<Feature> features;

    FirstPurchase(FeatureContext context) {
        features = List.of(
                number(
                                "first_spend",
                                context.amountUnit(),
                                "what was paid on the first day",
                                "amount of the first purchase",
                                "date, amount")
                        .withMissing(NO_PURCHASE),
                count("first_lines", "rows", "rows of the first purchase", "rows of sales on the first day", "date")
                        .withMissing(NO_PURCHASE),
                count("first_month", "", "month of the first purchase", "1 for January to 12 for December", "date")
                        .withMissing(NO_PURCHASE),
                count(
                                "first_weekday",
                                "",
                                "day of the week of the first purchase",
                                "1 for Monday to 7 for Sunday",
                                "date")
                        .withMissing(NO_PURCHASE),
                count(
                                "days_to_second",
                                "days",
                                "how long the second purchase took",
                                "day of the second purchase - day of the first",
                                "date")
                        .withMissing("with fewer than 2 purchases"));
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        int visits = history.visits();
        if (visits == 0) {
            for (int i = 0; i < features.size(); i++) {
                out[at + i] = Double.NaN;
            }
            return;
        }
        int first = history.visitDay(0);
        out[at] = history.visitAmount(0);
        out[at + 1] = history.visitStart(1);
        out[at + 2] = CalendarDays.month(first) + 1;
        out[at + 3] = CalendarDays.weekday(first) + 1;
        out[at + 4] = visits == 1 ? Double.NaN : history.visitDay(1) - first;
    }
}
