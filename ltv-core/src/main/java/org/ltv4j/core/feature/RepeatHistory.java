package org.ltv4j.core.feature;

import static org.ltv4j.core.feature.Define.NO_PURCHASE;
import static org.ltv4j.core.feature.Define.count;
import static org.ltv4j.core.feature.Define.number;

import java.util.List;
import java.util.Locale;
import org.ltv4j.core.data.TimeScale;

/** x, t_x, T and m of the buy-till-you-die models. */
final class RepeatHistory implements FeatureKernel {
    private final List<Feature> features;
    private final double unit;

    RepeatHistory(FeatureContext context, TimeScale scale) {
        unit = scale.days();
        String units = scale.name().toLowerCase(Locale.ROOT) + "s";
        features = List.of(
                count(
                                "frequency",
                                "purchases",
                                "x: repeat purchases, the first one not counted",
                                "purchases - 1",
                                "date")
                        .withMissing(NO_PURCHASE),
                number("recency", units, "t_x: age at the last purchase", "days_first_to_last / unit", "date")
                        .withMissing(NO_PURCHASE),
                number("age", units, "T: age at the date", "days_since_first / unit", "date")
                        .withMissing(NO_PURCHASE),
                number(
                                "mean_repeat_spend",
                                context.amountUnit() + " per purchase",
                                "m: mean spend of the repeat purchases, 0 where there are none",
                                "(total_spend - spend of the first day) / frequency",
                                "date, amount")
                        .withMissing(NO_PURCHASE));
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        int visits = history.visits();
        if (visits == 0) {
            for (int i = 0; i < 4; i++) {
                out[at + i] = Double.NaN;
            }
            return;
        }
        double repeats = 0;
        for (int visit = 1; visit < visits; visit++) {
            repeats += history.visitAmount(visit);
        }
        int first = history.visitDay(0);
        out[at] = visits - 1;
        out[at + 1] = (history.visitDay(visits - 1) - first) / unit;
        out[at + 2] = (history.asOfDay() - first) / unit;
        out[at + 3] = visits == 1 ? 0 : repeats / (visits - 1);
    }
}
