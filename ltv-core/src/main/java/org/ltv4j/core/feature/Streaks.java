package org.ltv4j.core.feature;

import static org.ltv4j.core.feature.Define.count;

import java.util.ArrayList;
import java.util.List;

/** Weeks and months in a row with a purchase. */
final class Streaks implements FeatureKernel {
    private static final List<Feature> FEATURES = all();

    private static List<Feature> all() {
        List<Feature> features = new ArrayList<>();
        for (String unit : List.of("week", "month")) {
            String of = unit.equals("week") ? "weeks from Monday to Sunday" : "calendar months";
            features.add(count(
                    unit + "_streak",
                    unit + "s",
                    unit + "s in a row with a purchase, up to now",
                    of + " in a row with a purchase, the last of them that of the date or the one before it; else 0",
                    "date"));
            features.add(count(
                    "longest_" + unit + "_streak",
                    unit + "s",
                    "most " + unit + "s in a row with a purchase, ever",
                    "greatest number of " + of + " in a row with a purchase",
                    "date"));
        }
        return List.copyOf(features);
    }

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        streak(history, true, out, at);
        streak(history, false, out, at + 2);
    }

    private static void streak(PurchaseHistory history, boolean weeks, double[] out, int at) {
        int length = 0;
        int longest = 0;
        int last = Integer.MIN_VALUE / 2;
        for (int visit = 0; visit < history.visits(); visit++) {
            int index = index(history.visitDay(visit), weeks);
            if (index != last) {
                length = index == last + 1 ? length + 1 : 1;
                longest = Math.max(longest, length);
                last = index;
            }
        }
        out[at] = last >= index(history.asOfDay(), weeks) - 1 ? length : 0;
        out[at + 1] = longest;
    }

    private static int index(int day, boolean weeks) {
        return weeks ? CalendarDays.weekIndex(day) : CalendarDays.monthIndex(day);
    }
}
