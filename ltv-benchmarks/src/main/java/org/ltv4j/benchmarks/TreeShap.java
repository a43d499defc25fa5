package org.ltv4j.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.ltv4j.core.model.Parallelism;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Exact contributions of 30 features to the margins of 200 trees, on one thread: one row after another, or many at once. */
@State(Scope.Benchmark)
public class TreeShap extends Bulk {
    private static final int ALL = 4096;

    /** How many at once. */
    @Param({"1", "256"})
    public int rows;

    private BoostedModel model;
    private float[] values = new float[0];
    private double[] out = new double[0];
    private int next;

    /** JMH makes it. */
    @SuppressWarnings("NullAway.Init") // set up by JMH
    public TreeShap() {}

    /**
     * Trains the model.
     *
     * @throws XGBoostError if training fails
     * @throws IOException if a predictor cannot read the model
     */
    @Setup(Level.Trial)
    public void open() throws XGBoostError, IOException {
        open(50_000, rows);
    }

    void open(int trainingRows, int atOnce) throws XGBoostError, IOException {
        rows = atOnce;
        model = BoostedModel.trained(trainingRows);
        values = BoostedModel.rows(ALL, 3);
        out = new double[atOnce * model.ours().explainer().size()];
    }

    /** Frees the native model. */
    @TearDown(Level.Trial)
    public void close() {
        model.booster().dispose();
    }

    private float[] some() {
        next = (next + rows) % ALL;
        return Arrays.copyOfRange(values, next * BoostedModel.FEATURES, (next + rows) * BoostedModel.FEATURES);
    }

    /**
     * Ours.
     *
     * @return per row 30 contributions and the bias
     */
    @Benchmark
    public double[] ltv4j() {
        model.ours().explainer().contributionsOfRows(some(), rows, out, Parallelism.SEQUENTIAL);
        return out;
    }

    /**
     * XGBoost's own.
     *
     * @return per row 30 contributions and the bias
     * @throws XGBoostError if it fails
     */
    @Benchmark
    public float[][] xgboost() throws XGBoostError {
        DMatrix matrix = new DMatrix(some(), rows, BoostedModel.FEATURES, Float.NaN);
        try {
            return model.booster().predictContrib(matrix, 0);
        } finally {
            matrix.dispose();
        }
    }
}
