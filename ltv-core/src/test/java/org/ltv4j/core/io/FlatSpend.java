package org.ltv4j.core.io;

import java.util.List;
import java.util.Optional;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.SpendBasis;
import org.ltv4j.core.model.SpendModel;

/** A model with one member of every type that a document can hold. */
record FlatSpend(
        double mean,
        long count,
        boolean sure,
        String label,
        SpendBasis basis,
        List<Double> weights,
        List<String> words,
        List<List<Double>> rows,
        Optional<FitReport> fit)
        implements SpendModel {

    FlatSpend {
        if (!(mean > 0)) {
            throw new IllegalArgumentException("need mean > 0, got " + mean);
        }
    }

    static FlatSpend of(double mean) {
        return new FlatSpend(
                mean,
                1L << 53,
                true,
                "caf\u00e9 \"\\ \u4e2d\u6587 \ud83d\ude00\n",
                SpendBasis.ALL_PURCHASES,
                List.of(0.1, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 1e23, 2e-3, Math.PI),
                List.of("", "b"),
                List.of(List.of(1.0, 2.0), List.of()),
                Optional.empty());
    }

    @Override
    public String kind() {
        return "test-flat";
    }

    @Override
    public double expectedSpend(int purchases, double meanSpend) {
        return mean;
    }

    @Override
    public double probabilityTotalAtMost(double total, int n, int purchases, double meanSpend) {
        return total >= n * mean ? 1 : 0;
    }
}
