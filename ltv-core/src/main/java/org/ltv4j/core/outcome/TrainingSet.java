package org.ltv4j.core.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;

/**
 * Features of customers as of one or several dates, with what happened after each: what a model is fitted on. A customer has a row
 * per date. Immutable; NaN is a missing feature, outcomes are finite.
 */
public final class TrainingSet {
    private final Outcome outcome;
    private final FeatureSchema schema;
    private final Map<String, List<String>> levels;
    private final double[][] columns;
    private final double[] outcomes;
    private final double[] weights;
    private final int[] customer;
    private final int customers;
    private final int[] date;
    private final List<LocalDate> dates;

    /** Takes the arrays over. */
    TrainingSet(
            Outcome outcome,
            FeatureSchema schema,
            Map<String, List<String>> levels,
            double[][] columns,
            double[] outcomes,
            double[] weights,
            int[] customer,
            int customers,
            int[] date,
            List<LocalDate> dates) {
        this.outcome = outcome;
        this.schema = schema;
        this.levels = levels;
        this.columns = columns;
        this.outcomes = outcomes;
        this.weights = weights;
        this.customer = customer;
        this.customers = customers;
        this.date = date;
        this.dates = dates;
    }

    /**
     * Features as of one date with their outcomes.
     *
     * @param features a row per customer
     * @param outcome what the outcomes are of
     * @param outcomes a finite value per row; 0 or 1 where the outcome is a probability; copied
     * @return the set
     * @throws InvalidDataException if there is no row, the lengths differ or an outcome is out of its range
     */
    public static TrainingSet of(FeatureMatrix features, Outcome outcome, double[] outcomes) {
        return Stacking.stack(outcome, List.of(new Stacking.Part(features, outcomes)));
    }

    /**
     * Features and outcomes of several past dates, stacked.
     *
     * @param known the sales that are known; no outcome reaches beyond them
     * @param source makes the features of each date from what was known by then
     * @param outcome what to learn
     * @param cuts which dates
     * @return the set
     * @throws InvalidDataException if the sales are too short
     */
    public static TrainingSet rolling(KnownSales known, FeatureSource source, Outcome outcome, CutDates cuts) {
        List<Stacking.Part> parts = new ArrayList<>();
        for (LocalDate cut : cuts.of(known, outcome)) {
            FeatureMatrix features = source.from(known.until(cut));
            parts.add(new Stacking.Part(features, outcome.of(known, features.customers(), cut)));
        }
        return Stacking.stack(outcome, parts);
    }

    /**
     * How many rows there are.
     *
     * @return at least 1
     */
    public int rows() {
        return outcomes.length;
    }

    /**
     * What is to be learnt.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * The features.
     *
     * @return a feature per column
     */
    public FeatureSchema schema() {
        return schema;
    }

    /**
     * The names of all categories' levels, of all dates together.
     *
     * @return feature to level names: value v stands for the v-th
     */
    public Map<String, List<String>> levels() {
        return levels;
    }

    /**
     * One feature of one row.
     *
     * @param row from 0
     * @param column feature, from 0
     * @return the value; NaN where missing
     */
    public double value(int row, int column) {
        return columns[column][row];
    }

    /**
     * One feature of all rows.
     *
     * @param column feature, from 0
     * @return a copy, a value per row; NaN where missing
     */
    public double[] column(int column) {
        return columns[column].clone();
    }

    /**
     * What happened after the date of one row.
     *
     * @param row from 0
     * @return finite
     */
    public double outcome(int row) {
        return outcomes[row];
    }

    /**
     * What happened after the date of each row.
     *
     * @return a copy, a value per row
     */
    public double[] outcomes() {
        return outcomes.clone();
    }

    /**
     * How much a row counts.
     *
     * @param row from 0
     * @return at least 0; 1 unless set otherwise
     */
    public double weight(int row) {
        return weights[row];
    }

    /**
     * Whom a row is about.
     *
     * @param row from 0
     * @return a number from 0 to {@code customers() - 1}, the same on all dates
     */
    public int customer(int row) {
        return customer[row];
    }

    /**
     * How many customers the rows may be of; after {@link #rows(int[])} some of them may have none.
     *
     * @return one more than the highest customer number
     */
    public int customers() {
        return customers;
    }

    /**
     * Up to when the features of a row knew.
     *
     * @param row from 0
     * @return its date
     */
    public LocalDate asOf(int row) {
        return dates.get(date[row]);
    }

    /**
     * All dates.
     *
     * @return the oldest first
     */
    public List<LocalDate> dates() {
        return dates;
    }

    /**
     * Some of the rows.
     *
     * @param rows which, in the order wanted
     * @return a set of them; customers and dates keep their numbers
     * @throws InvalidDataException if there are none
     */
    public TrainingSet rows(int[] rows) {
        if (rows.length == 0) {
            throw new InvalidDataException("a training set needs at least one row");
        }
        double[][] chosen = new double[columns.length][rows.length];
        double[] some = new double[rows.length];
        double[] heavy = new double[rows.length];
        int[] who = new int[rows.length];
        int[] when = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int column = 0; column < chosen.length; column++) {
                chosen[column][i] = columns[column][rows[i]];
            }
            some[i] = outcomes[rows[i]];
            heavy[i] = weights[rows[i]];
            who[i] = customer[rows[i]];
            when[i] = date[rows[i]];
        }
        return new TrainingSet(outcome, schema, levels, chosen, some, heavy, who, customers, when, dates);
    }

    /**
     * The same rows with other weights.
     *
     * @param rowWeights a finite value of at least 0 per row, not all 0; copied
     * @return the set
     * @throws InvalidDataException if the weights are not such
     */
    public TrainingSet withWeights(double[] rowWeights) {
        double sum = 0;
        for (int i = 0; i < rowWeights.length; i++) {
            if (!(rowWeights[i] >= 0) || Double.isInfinite(rowWeights[i])) {
                throw new InvalidDataException(
                        "weight of row " + (i + 1) + " must be finite and at least 0, got " + rowWeights[i]);
            }
            sum += rowWeights[i];
        }
        if (rowWeights.length != rows() || !(sum > 0)) {
            throw new InvalidDataException("need a weight for each of " + rows() + " rows, not all 0, got "
                    + rowWeights.length + " that sum to " + sum);
        }
        return new TrainingSet(
                outcome, schema, levels, columns, outcomes, rowWeights.clone(), customer, customers, date, dates);
    }

    /**
     * The same rows with something else to learn, for models of several stages.
     *
     * @param other what the outcomes are of
     * @param values a finite value per row; 0 or 1 where the outcome is a probability; copied
     * @return the set
     * @throws InvalidDataException if the lengths differ or a value is out of its range
     */
    public TrainingSet withOutcomes(Outcome other, double[] values) {
        if (values.length != rows()) {
            throw new InvalidDataException("need an outcome for each of " + rows() + " rows, got " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            Stacking.checked(other, values[i], i);
        }
        return new TrainingSet(
                other, schema, levels, columns, values.clone(), weights, customer, customers, date, dates);
    }

    /**
     * The same rows with fewer features, for choosing among them.
     *
     * @param names which, in the order wanted
     * @return the set
     * @throws InvalidDataException if there is no such feature
     */
    public TrainingSet select(List<String> names) {
        double[][] chosen = new double[names.size()][];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = columns[schema.index(names.get(i))];
        }
        FeatureSchema fewer = new FeatureSchema(
                names.stream().map(n -> schema.feature(schema.index(n))).toList());
        Map<String, List<String>> kept = new HashMap<>(levels);
        kept.keySet().retainAll(names);
        return new TrainingSet(
                outcome, fewer, Map.copyOf(kept), chosen, outcomes, weights, customer, customers, date, dates);
    }

    /**
     * The rows as a matrix, for models and steps that read one. Its customers are numbers, since a customer may have several rows.
     *
     * @return row i of this set as row i, as of the newest date
     */
    public FeatureMatrix features() {
        return FeatureMatrix.of(IdTable.numbered(rows()), dates.get(dates.size() - 1), schema, columns, levels);
    }

    @Override
    public String toString() {
        return "TrainingSet[" + rows() + " rows, " + schema.size() + " features, " + outcome + " of "
                + Arrays.toString(dates.toArray()) + "]";
    }
}
