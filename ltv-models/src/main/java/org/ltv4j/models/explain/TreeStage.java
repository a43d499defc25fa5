package org.ltv4j.models.explain;

import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.models.boost.XgbLtvModel;
import org.ltv4j.models.trees.TreeExplainer;

/** The trees of one stage. */
final class TreeStage {
    static final String ONLY = "prediction";
    static final String SILENT = "silent";
    static final String SPENDS = "spends";

    /** Closer margins than this are one: the slope between them is that of the tangent. */
    private static final double SAME = 1e-6;

    private static final double STEP = 1e-4;

    final String name;
    final XgbLtvModel model;
    final MarginScale scale;
    private final TreeExplainer explainer;

    TreeStage(String name, XgbLtvModel model) {
        if (model.ensemble().outputs() != 1) {
            throw new IllegalArgumentException("a model of " + model.ensemble().outputs()
                    + " quantiles has as many explanations: fit one level with XgbOptions.quantiles to explain it");
        }
        this.name = name;
        this.model = model;
        this.scale = MarginScale.of(model.options().objective().kind());
        this.explainer = model.ensemble().explainer();
    }

    /** Contributions of all rows to the margin, with the base after those of each row, and predictions. */
    Rows rows(FeatureMatrix features, Parallelism parallelism) {
        int count = features.rows();
        double[] all = new double[Math.multiplyExact(count, explainer.size())];
        explainer.contributionsOfColumns(model.inputs(features), count, all, parallelism);
        return new Rows(all, model.predict(features).values());
    }

    /** What was computed of the rows of a block. */
    final class Rows {
        private final double[] all;
        private final double[] predicted;

        private Rows(double[] all, double[] predicted) {
            this.all = all;
            this.predicted = predicted;
        }

        double contribution(int row, int feature) {
            return all[row * explainer.size() + feature];
        }

        double base(int row) {
            return all[row * explainer.size() + explainer.size() - 1];
        }

        double margin(int row) {
            double sum = base(row);
            for (int f = 0; f < explainer.size() - 1; f++) {
                sum += contribution(row, f);
            }
            return sum;
        }

        double basePrediction(int row) {
            return model.outcomeOf(base(row));
        }

        double prediction(int row) {
            return predicted[row];
        }

        /** What the prediction changes per unit of margin, on the way from the base to this row. */
        double slope(int row) {
            double from = base(row);
            double way = margin(row) - from;
            return Math.abs(way) > SAME * Math.max(1, Math.abs(from))
                    ? (model.outcomeOf(margin(row)) - basePrediction(row)) / way
                    : (model.outcomeOf(from + STEP) - model.outcomeOf(from - STEP)) / (2 * STEP);
        }
    }
}
