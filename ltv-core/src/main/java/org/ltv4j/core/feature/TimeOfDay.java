package org.ltv4j.core.feature;

import static org.ltv4j.core.feature.Define.NO_PURCHASE;
import static org.ltv4j.core.feature.Define.number;
import static org.ltv4j.core.feature.Define.share;

import java.util.List;

/** At what time of the day the customer buys. Rows of one second are one moment, so that long receipts weigh no more. */
final class TimeOfDay implements FeatureKernel {
    private static final int PARTS = 4;
    private static final List<Feature> FEATURES = List.of(
            part("night", "0:00 to 5:59"),
            part("morning", "6:00 to 11:59"),
            part("afternoon", "12:00 to 17:59"),
            part("evening", "18:00 to 23:59"),
            number(
                            "hour_mean",
                            "hours",
                            "usual time of the day, from 0 to below 24",
                            "24 / (2 pi) times the direction of the mean of (cos h, sin h), h = 2 pi second of day / 86400",
                            "time")
                    .withMissing(
                            "without a purchase, or if the moments cancel each other out (hour_concentration below 1e-9)"),
            number(
                            "hour_concentration",
                            "",
                            "1 for always the same time, towards 0 for any time",
                            "length of the mean of (cos h, sin h)",
                            "time")
                    .withMissing(NO_PURCHASE));

    private static Feature part(String name, String hours) {
        return share(
                name + "_share",
                "part of the moments of purchase from " + hours,
                "moments from " + hours + " / moments, rows of one second being one moment",
                "time");
    }

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        for (int i = 0; i < PARTS; i++) {
            out[at + i] = 0;
        }
        double cos = 0;
        double sin = 0;
        int moments = 0;
        long last = Long.MIN_VALUE;
        for (int row = 0; row < history.rows(); row++) {
            long second = history.second(row);
            if (second != last) {
                last = second;
                long ofDay = second - (long) history.day(row) * PurchaseHistory.SECONDS_PER_DAY;
                double angle = 2 * Math.PI * ofDay / PurchaseHistory.SECONDS_PER_DAY;
                out[at + (int) (ofDay / (PurchaseHistory.SECONDS_PER_DAY / PARTS))]++;
                cos += Math.cos(angle);
                sin += Math.sin(angle);
                moments++;
            }
        }
        for (int i = 0; i < PARTS; i++) {
            out[at + i] = Quotient.of(out[at + i], moments);
        }
        double length = Math.min(1, Math.sqrt(cos * cos + sin * sin) / moments);
        double hour = Math.atan2(sin, cos) * (24 / (2 * Math.PI));
        out[at + 4] = length >= 1e-9 ? hour < 0 ? Math.min(hour + 24, Math.nextDown(24.0)) : hour : Double.NaN;
        out[at + 5] = length;
    }
}
