package org.ltv4j.core.feature;

import static org.ltv4j.core.feature.Define.NO_PURCHASE;
import static org.ltv4j.core.feature.Define.count;
import static org.ltv4j.core.feature.Define.number;

import java.util.List;

/** How long the customer has been one. */
final class Tenure implements FeatureKernel {
    private static final List<Feature> FEATURES = List.of(
            count(
                            "days_since_first",
                            "days",
                            "how long the customer has been one",
                            "date - day of the first purchase",
                            "date")
                    .withMissing(NO_PURCHASE),
            count(
                            "days_first_to_last",
                            "days",
                            "how long the customer was seen buying",
                            "day of the last purchase - day of the first purchase",
                            "date")
                    .withMissing(NO_PURCHASE),
            number(
                            "active_share",
                            "share",
                            "part of the tenure in which the customer was seen buying",
                            "days_first_to_last / days_since_first",
                            "date")
                    .withMissing("without a purchase, or if the first one was on the date"),
            number(
                            "purchases_per_30_days",
                            "purchases per 30 days",
                            "how often the customer bought since the first purchase, that day included",
                            "30 purchases / (days_since_first + 1)",
                            "date")
                    .withMissing(NO_PURCHASE));

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        int visits = history.visits();
        if (visits == 0) {
            for (int i = 0; i < FEATURES.size(); i++) {
                out[at + i] = Double.NaN;
            }
            return;
        }
        int first = history.visitDay(0);
        int age = history.asOfDay() - first;
        int active = history.visitDay(visits - 1) - first;
        out[at] = age;
        out[at + 1] = active;
        out[at + 2] = Quotient.of(active, age);
        out[at + 3] = 30.0 * visits / (age + 1);
    }
}
