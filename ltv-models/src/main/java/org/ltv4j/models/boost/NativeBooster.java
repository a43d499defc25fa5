package org.ltv4j.models.boost;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/**
 * A model in training and the rows it sees, all of them memory outside the heap: {@link #close} frees it. The only class that knows
 * XGBoost's.
 */
final class NativeBooster implements AutoCloseable {
    private static final Pattern PLACE = Pattern.compile("^\\[[0-9:]+\\] \\S+:[0-9]+: ");
    private static final AtomicLong OPENED = new AtomicLong();
    private static final AtomicLong CLOSED = new AtomicLong();

    private final DMatrix training;
    private final @Nullable DMatrix validation;
    private final Booster booster;

    private NativeBooster(DMatrix training, @Nullable DMatrix validation, Booster booster) {
        this.training = training;
        this.validation = validation;
        this.booster = booster;
    }

    /** A model without trees yet. */
    static NativeBooster open(Rows training, @Nullable Rows validation, Map<String, Object> parameters) {
        DMatrix first = null;
        DMatrix second = null;
        Booster booster = null;
        try {
            first = matrix(training);
            second = validation == null ? null : matrix(validation);
            Map<String, DMatrix> watched = new HashMap<>();
            if (second != null) {
                watched.put("validation", second);
            }
            // no round yet: this call is the only way to a booster that is not loaded from a file
            booster = XGBoost.train(first, parameters, 0, watched, null, null);
            OPENED.incrementAndGet();
            return new NativeBooster(first, second, booster);
        } catch (XGBoostError e) {
            throw failed(e);
        } finally {
            if (booster == null) {
                free(first);
                free(second);
            }
        }
    }

    private static DMatrix matrix(Rows rows) throws XGBoostError {
        DMatrix matrix = new DMatrix(rows.values(), rows.count(), rows.features(), Float.NaN);
        boolean done = false;
        try {
            matrix.setFeatureNames(rows.names());
            matrix.setFeatureTypes(rows.types());
            matrix.setLabel(rows.labels());
            if (rows.weighted()) {
                matrix.setWeight(rows.weights());
            }
            done = true;
            return matrix;
        } finally {
            if (!done) {
                matrix.dispose();
            }
        }
    }

    /** Adds one round of trees. */
    void round(int number) {
        try {
            booster.update(training, number);
        } catch (XGBoostError e) {
            throw failed(e);
        }
    }

    /** Margins of the training rows, as many per row as the model has outputs. */
    float[][] trainingMargins() {
        return margins(training);
    }

    /** Margins of the rows held back. */
    float[][] validationMargins() {
        if (validation == null) {
            throw new IllegalStateException("no rows are held back");
        }
        return margins(validation);
    }

    private float[][] margins(DMatrix matrix) {
        try {
            return booster.predict(matrix, true);
        } catch (XGBoostError e) {
            throw failed(e);
        }
    }

    /** The model as XGBoost saves it, in UBJ. */
    byte[] bytes() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            booster.saveModel(out, "ubj");
            return out.toByteArray();
        } catch (XGBoostError e) {
            throw failed(e);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
    }

    @Override
    public void close() {
        booster.dispose();
        free(validation);
        free(training);
        CLOSED.incrementAndGet();
    }

    private static void free(@Nullable DMatrix matrix) {
        if (matrix != null) {
            matrix.dispose();
        }
    }

    private static IllegalStateException failed(XGBoostError e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new IllegalStateException(
                "XGBoost cannot train this model: " + plain(String.valueOf(root.getMessage())), e);
    }

    /** Without the time, the line of C++ and the stack that XGBoost puts around what it says. */
    static String plain(String message) {
        int stack = message.indexOf("Stack trace:");
        String said = stack < 0 ? message : message.substring(0, stack);
        return PLACE.matcher(said).replaceFirst("").strip();
    }

    /** How many were opened so far, and how many of them are open: tests look whether all were closed. */
    static long opened() {
        return OPENED.get();
    }

    static long stillOpen() {
        return OPENED.get() - CLOSED.get();
    }
}
