package org.ltv4j.core.feature;

import static org.ltv4j.core.feature.Define.NO_PURCHASE;
import static org.ltv4j.core.feature.Define.number;
import static org.ltv4j.core.feature.Define.share;

import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** In which part of the year the customer buys. */
final class Seasonality implements FeatureKernel {
    private static final int MONTHS = 12;
    private static final List<Feature> FEATURES = all();

    private static List<Feature> all() {
        List<Feature> features = new ArrayList<>();
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            features.add(share(
                    name + "_share",
                    "part of the purchases in a " + name,
                    "purchases in a " + name + " / purchases",
                    "date"));
        }
        for (String wave : List.of("sin", "cos")) {
            features.add(number(
                            "year_" + wave,
                            "",
                            "place in the year as the " + wave + " of a wave with a period of a year",
                            "mean of " + wave + "(2 pi u) over purchases, u = days since 1 January / days of that year",
                            "date")
                    .withMissing(NO_PURCHASE));
        }
        return List.copyOf(features);
    }

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        for (int i = 0; i < FEATURES.size(); i++) {
            out[at + i] = 0;
        }
        int visits = history.visits();
        for (int visit = 0; visit < visits; visit++) {
            int day = history.visitDay(visit);
            double angle = 2 * Math.PI * CalendarDays.partOfYear(day);
            out[at + CalendarDays.month(day)]++;
            out[at + MONTHS] += Math.sin(angle);
            out[at + MONTHS + 1] += Math.cos(angle);
        }
        for (int i = 0; i < FEATURES.size(); i++) {
            out[at + i] = Quotient.of(out[at + i], visits);
        }
    }
}
