package org.ltv4j.core.feature;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.model.Parallelism;

/**
 * A plan tied to a log: its schema is known, and so are the levels of its categories. It computes the features of that log, of
 * later logs with the same levels, and of single customers, always by the same code.
 */
public final class BoundFeatures {
    private final List<FeatureFamily> families;
    private final FeatureContext context;
    private final KernelChain kernel;
    private final FeatureSchema schema;
    private final LocalDate asOf;
    private final Map<String, List<String>> levels = new HashMap<>();
    private final int[] levelCounts;
    private final boolean[] unknown;

    private BoundFeatures(
            List<FeatureFamily> families,
            FeatureContext context,
            KernelChain kernel,
            FeatureSchema schema,
            LocalDate asOf) {
        this.families = families;
        this.context = context;
        this.kernel = kernel;
        this.schema = schema;
        CalendarDays.of(asOf); // refuses what cannot be counted with
        this.asOf = asOf;
        this.levelCounts = new int[schema.size()];
        this.unknown = new boolean[schema.size()];
        for (int i = 0; i < schema.size(); i++) {
            unknown[i] = !context.hasAmounts() && usesAmounts(schema.feature(i));
            if (schema.feature(i).type() == FeatureType.CATEGORY) {
                levels.put(schema.feature(i).name(), List.copyOf(kernel.levels(i)));
                levelCounts[i] = kernel.levels(i).size();
            }
        }
    }

    static BoundFeatures bind(List<FeatureFamily> families, FeatureContext context, LocalDate asOf) {
        if (families.isEmpty()) {
            throw new InvalidDataException("the plan has no features: add a family, for example rfm()");
        }
        KernelChain kernel = KernelChain.bind(families, context);
        context.close();
        List<Feature> features = context.hasAmounts()
                ? kernel.features()
                : kernel.features().stream().map(BoundFeatures::unknown).toList();
        return new BoundFeatures(families, context, kernel, new FeatureSchema(features), asOf);
    }

    private static Feature unknown(Feature feature) {
        return usesAmounts(feature) ? feature.withMissing("for everybody: the log states no amounts") : feature;
    }

    private static boolean usesAmounts(Feature feature) {
        return List.of(feature.source().split(", ")).contains("amount");
    }

    /**
     * The same features, with the same levels, as of another date.
     *
     * @param date the last day whose rows are used
     * @return the features as of that date
     */
    public BoundFeatures asOf(LocalDate date) {
        return new BoundFeatures(families, context, kernel, schema, date);
    }

    /** The same features without levels of these names; itself if there are none. */
    BoundFeatures without(Set<String> products, Set<String> channels) {
        FeatureContext fewer = context.without(products, channels);
        return fewer == context ? this : bind(families, fewer, asOf);
    }

    /**
     * The date up to whose end rows are used.
     *
     * @return the date
     */
    public LocalDate asOf() {
        return asOf;
    }

    /**
     * The features.
     *
     * @return in order
     */
    public FeatureSchema schema() {
        return schema;
    }

    /**
     * The levels of the categories.
     *
     * @return by name of the feature
     */
    public Map<String, List<String>> levels() {
        return Map.copyOf(levels);
    }

    FeatureContext context() {
        return context;
    }

    /**
     * The features of a log's customers, on one thread.
     *
     * @param log in the same currency and with the same columns as the log that the plan was tied to
     * @return a row per customer that bought on or before the date, in the order of the log
     * @throws InvalidDataException if there is none, or the log has another currency or lacks a column
     */
    public FeatureMatrix from(TransactionLog log) {
        return from(log, Parallelism.SEQUENTIAL);
    }

    /**
     * The features of a log's customers.
     *
     * @param log in the same currency and with the same columns as the log that the plan was tied to
     * @param parallelism threads; they cannot move a bit
     * @return a row per customer that bought on or before the date, in the order of the log
     * @throws InvalidDataException if there is none, or the log has another currency or lacks a column
     */
    public FeatureMatrix from(TransactionLog log, Parallelism parallelism) {
        requireFits(log);
        return new BatchFeatures(this, log, parallelism).matrix();
    }

    /**
     * States of no customer yet.
     *
     * @return empty states
     */
    public FeatureStates states() {
        return new FeatureStates(this);
    }

    /**
     * States of all customers of a log, with all its rows.
     *
     * @param log the log
     * @return states, to which later sales can be added
     * @throws InvalidDataException if the log has another currency
     */
    public FeatureStates states(TransactionLog log) {
        return states().add(log);
    }

    private void requireFits(TransactionLog log) {
        context.requireAmountsOf(log);
        context.requireColumnsOf(log);
    }

    /** Computes all features of a history and checks them. */
    void compute(PurchaseHistory history, double[] out) {
        Arrays.fill(
                out, 0, levelCounts.length, Double.NaN); // what a kernel forgets to write is no value of somebody else
        kernel.compute(history, out, 0);
        for (int i = 0; i < levelCounts.length; i++) {
            double value = unknown[i] ? Double.NaN : out[i];
            if (!FeatureMatrix.fits(schema.feature(i).type(), value, levelCounts[i])) {
                throw new InvalidDataException(
                        "feature " + schema.feature(i).name() + ": " + value
                                + " is no value of the type "
                                + schema.feature(i).type()
                                + " (amounts whose sum is beyond the range of a double are the usual cause of an infinite one)");
            }
            out[i] = value + 0.0; // never -0.0
        }
    }

    @Override
    public String toString() {
        return "BoundFeatures[" + schema.size() + " features as of " + asOf + "]";
    }
}
