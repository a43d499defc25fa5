package org.ltv4j.core.feature;

import static org.ltv4j.core.feature.Define.share;

import java.util.ArrayList;
import java.util.List;

/** On which days of the week the customer buys. */
final class Weekdays implements FeatureKernel {
    private static final List<Feature> FEATURES =
            features(List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"));

    private static List<Feature> features(List<String> names) {
        List<Feature> features = new ArrayList<>();
        for (String name : names) {
            features.add(share(
                    name + "_share",
                    "part of the purchases on a " + name,
                    "purchases on a " + name + " / purchases",
                    "date"));
        }
        features.add(share(
                "weekend_share",
                "part of the purchases on a Saturday or Sunday",
                "saturday_share + sunday_share",
                "date"));
        return List.copyOf(features);
    }

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        for (int i = 0; i < 7; i++) {
            out[at + i] = 0;
        }
        int visits = history.visits();
        for (int visit = 0; visit < visits; visit++) {
            out[at + CalendarDays.weekday(history.visitDay(visit))]++;
        }
        out[at + 7] = Quotient.of(out[at + 5] + out[at + 6], visits);
        for (int i = 0; i < 7; i++) {
            out[at + i] = Quotient.of(out[at + i], visits);
        }
    }
}
