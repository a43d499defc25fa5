package org.ltv4j.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The prediction of 200 trees for one row after another: what a till waits for. */
@State(Scope.Thread)
public class TreeSingleRow extends PerCall {
    private static final int ROWS = 4096;

    private BoostedModel model;
    private float[][] rows = new float[0][];
    private BoostedModel.Row row = new BoostedModel.Row(new float[0]);
    private int next;

    /** JMH makes it. */
    @SuppressWarnings("NullAway.Init") // set up by JMH
    public TreeSingleRow() {}

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
        float[] values = BoostedModel.rows(ROWS, 3);
        row = new BoostedModel.Row(values);
        rows = new float[ROWS][];
        for (int i = 0; i < ROWS; i++) {
            rows[i] = Arrays.copyOfRange(values, i * BoostedModel.FEATURES, (i + 1) * BoostedModel.FEATURES);
        }
    }

    /** Frees the native model. */
    @TearDown(Level.Trial)
    public void close() {
        model.booster().dispose();
    }

    private int next() {
        next = (next + 1) % ROWS;
        return next;
    }

    /**
     * Ours.
     *
     * @return the prediction
     */
    @Benchmark
    public float ltv4j() {
        return model.ours().predict(rows[next()]);
    }

    /**
     * H2O's predictor, in Java.
     *
     * @return the prediction
     */
    @Benchmark
    public float h2o() {
        row.at = next() * BoostedModel.FEATURES;
        return model.h2o().predictSingle(row);
    }

    /**
     * XGBoost's in-place call.
     *
     * @return the prediction
     * @throws XGBoostError if it fails
     */
    @Benchmark
    public float xgboostInPlace() throws XGBoostError {
        return model.booster().inplace_predict(rows[next()], 1, BoostedModel.FEATURES, Float.NaN)[0][0];
    }

    /**
     * XGBoost with a matrix of one row.
     *
     * @return the prediction
     * @throws XGBoostError if it fails
     */
    @Benchmark
    public float xgboostMatrix() throws XGBoostError {
        DMatrix matrix = new DMatrix(rows[next()], 1, BoostedModel.FEATURES, Float.NaN);
        try {
            return model.booster().predict(matrix)[0][0];
        } finally {
            matrix.dispose();
        }
    }
}
