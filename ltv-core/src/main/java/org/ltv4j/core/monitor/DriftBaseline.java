package org.ltv4j.core.monitor;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.Predictions;

/**
 * What the customers of a shop were like when a model was put to use: for each feature and for the score, bins and how many rows
 * each had. It holds no row and no customer. Names of levels that fewer than five rows had are not kept, and features that identify a
 * person are not watched at all; edges of bins are quantiles, of sensitive features too, as in a fitted model. Immutable.
 *
 * <pre>{@code
 * DriftBaseline then = DriftBaseline.of(features, model.predict(known));
 * then.save(Path.of("baseline.json"));
 * DriftReport drift = DriftBaseline.load(Path.of("baseline.json")).compare(featuresNow, model.predict(knownNow));
 * }</pre>
 *
 * <p>Take the customers of the day of the fit, not the rows that the model learnt from: those are of earlier dates, and features such
 * as tenure, which grow with a shop, would differ on the first day.
 */
public final class DriftBaseline {
    private static final String SCORE = "score";

    private final LocalDate asOf;
    private final Outcome outcome;
    private final FeatureSchema schema;
    private final List<BaselineColumn> columns;
    private final BaselineColumn score;

    DriftBaseline(
            LocalDate asOf, Outcome outcome, FeatureSchema schema, List<BaselineColumn> columns, BaselineColumn score) {
        this.asOf = asOf;
        this.outcome = outcome;
        this.schema = schema;
        this.columns = List.copyOf(columns);
        this.score = score;
    }

    /**
     * The baseline of some customers, with ten bins per number.
     *
     * @param features a row per customer
     * @param scores what a model said of them
     * @return their shares
     * @throws InvalidDataException if there is no customer, or the two are of different dates or numbers of customers
     */
    public static DriftBaseline of(FeatureMatrix features, Predictions scores) {
        return of(features, scores, DriftOptions.defaults().bins());
    }

    /**
     * The baseline of some customers. Costs a sort per column.
     *
     * @param features a row per customer
     * @param scores what a model said of them
     * @param bins of a number at most, from 2 to 100; each holds about as many rows and five at least, so that there are fewer where
     *     values are equal or rows few
     * @return their shares
     * @throws InvalidDataException if there is no customer, or the two are of different dates or numbers of customers
     */
    public static DriftBaseline of(FeatureMatrix features, Predictions scores, int bins) {
        DriftOptions.checkBins(bins);
        Predictions paired = paired(features, scores);
        List<BaselineColumn> columns = new ArrayList<>();
        for (Feature feature : watched(features.schema())) {
            double[] values = features.column(feature.name());
            boolean named = feature.type() == FeatureType.CATEGORY;
            List<String> levels = named ? features.levels(feature.name()) : List.of();
            columns.add(BaselineColumn.of(
                    feature.name(),
                    feature.sensitivity(),
                    named ? Bins.ofLevels(values, levels) : Bins.ofNumbers(values, bins),
                    values,
                    levels));
        }
        double[] values = paired.values();
        BaselineColumn score =
                BaselineColumn.of(SCORE, Sensitivity.PLAIN, Bins.ofNumbers(values, bins), values, List.of());
        return new DriftBaseline(features.asOf(), scores.outcome(), features.schema(), columns, score);
    }

    /** The scores of the customers that have features, in their order: who only brought something back has none. */
    static Predictions paired(FeatureMatrix features, Predictions scores) {
        if (features.rows() == 0) {
            throw new InvalidDataException("need features of at least one customer");
        }
        if (!features.asOf().equals(scores.asOf())) {
            throw new InvalidDataException("the features are as of " + features.asOf() + ", the scores as of "
                    + scores.asOf() + ": make both on one date");
        }
        return scores.forCustomers(features.customers());
    }

    /** Features that identify a person are not kept even as quantiles. */
    static List<Feature> watched(FeatureSchema schema) {
        return schema.features().stream()
                .filter(feature -> feature.sensitivity() != Sensitivity.IDENTIFIER)
                .toList();
    }

    /**
     * Compares later customers with these, by the usual thresholds.
     *
     * @param features of the same schema
     * @param scores of the same outcome
     * @return how each feature and the score have moved
     * @throws InvalidDataException if schema or outcome differ, which is said in words, or there is no customer
     */
    public DriftReport compare(FeatureMatrix features, Predictions scores) {
        return compare(features, scores, DriftOptions.defaults());
    }

    /**
     * Compares later customers with these.
     *
     * @param features of the same schema
     * @param scores of the same outcome
     * @param options thresholds; the bins are those of the baseline
     * @return how each feature and the score have moved
     * @throws InvalidDataException if schema or outcome differ, which is said in words, or there is no customer
     */
    public DriftReport compare(FeatureMatrix features, Predictions scores, DriftOptions options) {
        schema.requireSame(features.schema());
        Predictions paired = paired(features, scores);
        if (!scores.outcome().equals(outcome)) {
            throw new InvalidDataException("the baseline has scores of " + outcome + ", these are of "
                    + scores.outcome() + ": compare a model with itself");
        }
        List<ColumnDrift> drifts = new ArrayList<>();
        for (BaselineColumn column : columns) {
            Feature feature = schema.feature(schema.index(column.name()));
            List<String> levels = feature.type() == FeatureType.CATEGORY ? features.levels(feature.name()) : List.of();
            drifts.add(DriftReport.unjudged(column.name(), column.compare(features.column(feature.name()), levels)));
        }
        drifts.add(DriftReport.unjudged(SCORE, score.compare(paired.values(), List.of())));
        return DriftReport.judged(asOf, features.asOf(), drifts, options);
    }

    /**
     * The date of the baseline.
     *
     * @return up to when its features knew
     */
    public LocalDate asOf() {
        return asOf;
    }

    /**
     * What the scores foretell.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * The features.
     *
     * @return all of the matrix, those that are not watched too
     */
    public FeatureSchema schema() {
        return schema;
    }

    /**
     * How many customers there were.
     *
     * @return at least 1
     */
    public long rows() {
        return score.counts().stream().mapToLong(Long::longValue).sum();
    }

    List<BaselineColumn> columns() {
        return columns;
    }

    BaselineColumn score() {
        return score;
    }

    /**
     * Saves the baseline as versioned JSON with a checksum. The same baseline gives the same bytes.
     *
     * @param file the file to write, which is replaced as a whole
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public void save(Path file) {
        BaselineFile.save(this, file);
    }

    /**
     * Loads a baseline.
     *
     * @param file written by {@link #save}
     * @return an equal baseline
     * @throws org.ltv4j.core.io.ModelFormatException if the file is no baseline, was cut short or edited, or needs a newer library
     * @throws java.io.UncheckedIOException if it is missing or cannot be read
     */
    public static DriftBaseline load(Path file) {
        return BaselineFile.load(file);
    }

    /** Equal bins and counts of equal features and outcomes on one date. */
    @Override
    public boolean equals(Object other) {
        return other instanceof DriftBaseline that
                && that.asOf.equals(asOf)
                && that.outcome.equals(outcome)
                && that.schema.equals(schema)
                && that.columns.equals(columns)
                && that.score.equals(score);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * asOf.hashCode() + columns.hashCode()) + score.hashCode();
    }

    @Override
    public String toString() {
        return "DriftBaseline[" + columns.size() + " features and a score of " + rows() + " customers as of " + asOf
                + "]";
    }
}
