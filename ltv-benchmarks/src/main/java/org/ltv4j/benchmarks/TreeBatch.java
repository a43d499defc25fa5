package org.ltv4j.benchmarks;

import java.io.IOException;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The predictions of 200 trees for 20,000 rows on one thread. */
@State(Scope.Benchmark)
public class TreeBatch extends Bulk {
    private static final int ROWS = 20_000;

    private BoostedModel model;
    private float[] rows = new float[0];

    /** JMH makes it. */
    @SuppressWarnings("NullAway.Init") // set up by JMH
    public TreeBatch() {}

    /**
     * Trains the model.
     *
     * @throws XGBoostError if training fails
     * @throws IOException if a predictor cannot read the model
     */
    @Setup(Level.Trial)
    public void open() throws XGBoostError, IOException {
        open(50_000);
    }

    void open(int trainingRows) throws XGBoostError, IOException {
        model = BoostedModel.trained(trainingRows);
        rows = BoostedModel.rows(ROWS, 3);
    }

    /** Frees the native model. */
    @TearDown(Level.Trial)
    public void close() {
        model.booster().dispose();
    }

    /**
     * Ours.
     *
     * @return the predictions
     */
    @Benchmark
    public float[] ltv4j() {
        return model.ours().predictRows(rows, ROWS);
    }

    /**
     * H2O's predictor, which knows single rows only.
     *
     * @return the predictions
     */
    @Benchmark
    public float[] h2o() {
        BoostedModel.Row row = new BoostedModel.Row(rows);
        float[] predictions = new float[ROWS];
        for (int i = 0; i < ROWS; i++) {
            row.at = i * BoostedModel.FEATURES;
            predictions[i] = model.h2o().predictSingle(row);
        }
        return predictions;
    }

    /**
     * XGBoost's in-place call.
     *
     * @return the predictions
     * @throws XGBoostError if it fails
     */
    @Benchmark
    public float[][] xgboostInPlace() throws XGBoostError {
        return model.booster().inplace_predict(rows, ROWS, BoostedModel.FEATURES, Float.NaN);
    }

    /**
     * XGBoost with a matrix, which it would remember, made anew.
     *
     * @return the predictions
     * @throws XGBoostError if it fails
     */
    @Benchmark
    public float[][] xgboostMatrix() throws XGBoostError {
        DMatrix matrix = new DMatrix(rows, ROWS, BoostedModel.FEATURES, Float.NaN);
        try {
            return model.booster().predict(matrix);
        } finally {
            matrix.dispose();
        }
    }
}
