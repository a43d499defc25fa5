package org.ltv4j.benchmarks;

import biz.k11i.xgboost.Predictor;
import biz.k11i.xgboost.util.FVec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.ltv4j.models.trees.TreeEnsemble;

/**
 * 200 trees of depth 6 on 30 features, trained by XGBoost on made-up customers, a tenth of the values missing: in XGBoost itself,
 * in H2O's predictor and in ours.
 *
 * @param booster XGBoost 3.0.4, one thread
 * @param h2o H2O's predictor of the same trees, from XGBoost's old binary format
 * @param ours the same trees
 */
record BoostedModel(Booster booster, Predictor h2o, TreeEnsemble ours) {
    static final int FEATURES = 30;
    private static final int TREES = 200;
    private static final int DEPTH = 6;

    /** A row as H2O's predictor reads it; stands for {@link #FEATURES} values from {@code at} on. */
    static final class Row implements FVec {
        private static final long serialVersionUID = 1;
        private final transient float[] values;
        int at;

        Row(float[] values) {
            this.values = values;
        }

        @Override
        public float fvalue(int index) {
            return values[at + index];
        }
    }

    /** Trains on so many rows. */
    static BoostedModel trained(int rows) throws XGBoostError, IOException {
        float[] values = rows(rows, 1);
        DMatrix data = new DMatrix(values, rows, FEATURES, Float.NaN);
        try {
            data.setLabel(spend(values, rows));
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("objective", "reg:squarederror");
            parameters.put("max_depth", DEPTH);
            parameters.put("eta", 0.1);
            parameters.put("tree_method", "hist");
            parameters.put("nthread", 1);
            parameters.put("seed", 7);
            parameters.put("verbosity", 0); // else it warns of its old format, which H2O reads
            Booster booster = XGBoost.train(data, parameters, TREES, new HashMap<>(), null, null);
            booster.setParam("nthread", 1);
            return new BoostedModel(
                    booster,
                    new Predictor(new ByteArrayInputStream(booster.toByteArray("deprecated"))),
                    TreeEnsemble.of(booster.toByteArray("ubj")));
        } finally {
            data.dispose();
        }
    }

    /** Rows like those of customers: counts, amounts, days, shares; a tenth is missing. */
    static float[] rows(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count * FEATURES];
        for (int i = 0; i < values.length; i++) {
            double value = switch (i % FEATURES % 5) {
                case 0 -> Math.floor(-4 * Math.log(1 - random.nextDouble()));
                case 1 -> Math.exp(3 + random.nextGaussian());
                case 2 -> random.nextInt(365);
                case 3 -> random.nextDouble();
                default -> random.nextGaussian();
            };
            values[i] = random.nextInt(10) == 0 ? Float.NaN : (float) value;
        }
        return values;
    }

    private static float[] spend(float[] values, int rows) {
        Random random = new Random(2);
        float[] spend = new float[rows];
        for (int i = 0; i < rows; i++) {
            float[] row = Arrays.copyOfRange(values, i * FEATURES, (i + 1) * FEATURES);
            double sum = 20 * random.nextGaussian();
            for (int f = 0; f < FEATURES; f++) {
                double value = Float.isNaN(row[f]) ? 1 : row[f];
                sum += (1 + f % 7) * Math.log1p(Math.abs(value)) * (value > 0.5 ? 1 : -0.5);
            }
            spend[i] = (float) sum;
        }
        return spend;
    }
}
