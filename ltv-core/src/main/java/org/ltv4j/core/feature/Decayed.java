package org.ltv4j.core.feature;

import static org.ltv4j.core.feature.Define.number;

import java.util.List;
import java.util.Locale;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;

/** Purchases and spend that fade with their age. */
final class Decayed implements FeatureKernel {
    private static final double SHORTEST = 0.001;
    private static final double LONGEST = 1e7;

    private final List<Feature> features;
    private final double halfLife;

    Decayed(FeatureContext context, Horizon halfLife) {
        this.halfLife = halfLife.in(TimeScale.DAY);
        if (!(this.halfLife >= SHORTEST && this.halfLife <= LONGEST)) {
            throw new InvalidDataException(
                    "a half-life is from " + SHORTEST + " to " + (int) LONGEST + " days, got " + halfLife);
        }
        String name = halfLife.toString().replace('.', '_').replace('-', '_').toLowerCase(Locale.ROOT);
        String weight = "2^(-(date - day) / h), h = " + halfLife;
        features = List.of(
                number(
                        "decayed_purchases_" + name,
                        "purchases",
                        "purchases, each counting half as much after every " + halfLife,
                        "sum over purchases of " + weight,
                        "date"),
                number(
                        "decayed_spend_" + name,
                        context.amountUnit(),
                        "spend, each amount counting half as much after every " + halfLife,
                        "sum over purchases of amount times " + weight,
                        "date, amount"));
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        double purchases = 0;
        double spend = 0;
        double rate = -Math.log(2) / halfLife;
        for (int visit = 0; visit < history.visits(); visit++) {
            double weight = Math.exp(rate * (history.asOfDay() - history.visitDay(visit)));
            purchases += weight;
            spend += weight * history.visitAmount(visit);
        }
        out[at] = purchases;
        out[at + 1] = spend;
    }
}
