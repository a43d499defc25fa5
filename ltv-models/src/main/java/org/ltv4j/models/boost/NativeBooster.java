package org.ltv4j.models.boost;

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
    private static final AtomicLong FREED = new AtomicLong();

    private @Nullable DMatrix training;
    private @Nullable DMatrix validation;
    private @Nullable Booster booster;

    private NativeBooster() {}

    /** What XGBoost does, which may fail. */
    private interface Call<T> {
        T make() throws XGBoostError;
    }

    /** A model without trees yet. */
    static NativeBooster open(Rows training, @Nullable Rows validation, Map<String, Object> parameters) {
        NativeBooster opened = new NativeBooster();
        boolean done = false;
        try {
            attempt(() -> opened.fill(training, validation, parameters));
            done = true;
            return opened;
        } finally {
            if (!done) {
                opened.close();
            }
        }
    }

    /** Each part is kept as soon as it is there, so that it is freed whatever happens to the next one. */
    private Booster fill(Rows trained, @Nullable Rows held, Map<String, Object> parameters) throws XGBoostError {
        Map<String, DMatrix> watched = new HashMap<>();
        DMatrix matrix = new DMatrix(trained.values(), trained.count(), trained.features(), Float.NaN);
        training = opened(matrix);
        describe(matrix, trained);
        if (held != null) {
            DMatrix other = new DMatrix(held.values(), held.count(), held.features(), Float.NaN);
            validation = opened(other);
            describe(other, held);
            watched.put("validation", other);
        }
        // no round yet: this call is the only way to a booster that is not loaded from a file
        Booster empty = XGBoost.train(matrix, parameters, 0, watched, null, null);
        booster = opened(empty);
        return empty;
    }

    private static <T> T opened(T object) {
        OPENED.incrementAndGet();
        return object;
    }

    private static void describe(DMatrix matrix, Rows rows) throws XGBoostError {
        matrix.setFeatureNames(rows.names());
        matrix.setFeatureTypes(rows.types());
        matrix.setLabel(rows.labels());
        if (rows.weighted()) {
            matrix.setWeight(rows.weights());
        }
    }

    /** Adds one round of trees. */
    void round(int number) {
        attempt(() -> {
            alive(booster).update(alive(training), number);
            return number;
        });
    }

    /** Margins of the training rows, as many per row as the model has outputs. */
    float[][] trainingMargins() {
        return attempt(() -> alive(booster).predict(alive(training), true));
    }

    /** Margins of the rows held back. */
    float[][] validationMargins() {
        return attempt(() -> alive(booster).predict(alive(validation), true));
    }

    /** The model as XGBoost saves it, in UBJ. */
    byte[] bytes() {
        return attempt(() -> alive(booster).toByteArray("ubj"));
    }

    private static <T> T alive(@Nullable T object) {
        if (object == null) {
            throw new IllegalStateException("the training is over, or no rows are held back");
        }
        return object;
    }

    @Override
    public void close() {
        if (booster != null) {
            booster.dispose();
            booster = null;
            FREED.incrementAndGet();
        }
        free(validation);
        validation = null;
        free(training);
        training = null;
    }

    private static void free(@Nullable DMatrix matrix) {
        if (matrix != null) {
            matrix.dispose();
            FREED.incrementAndGet();
        }
    }

    private static <T> T attempt(Call<T> call) {
        try {
            return call.make();
        } catch (XGBoostError e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            throw new IllegalStateException(
                    "XGBoost cannot train this model: " + plain(String.valueOf(root.getMessage())), e);
        }
    }

    /** Without the time, the line of C++ and the stack that XGBoost puts around what it says. */
    private static String plain(String message) {
        int stack = message.indexOf("Stack trace:");
        String said = stack < 0 ? message : message.substring(0, stack);
        return PLACE.matcher(said).replaceFirst("").strip();
    }

    /** How many native objects were made so far, and how many of them are not freed yet: tests look whether all were. */
    static long opened() {
        return OPENED.get();
    }

    static long stillOpen() {
        return OPENED.get() - FREED.get();
    }
}
