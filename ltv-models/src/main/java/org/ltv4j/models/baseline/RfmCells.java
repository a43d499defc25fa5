package org.ltv4j.models.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.Features;
import org.ltv4j.core.internal.math.Quantiles;
import org.ltv4j.core.outcome.CutDates;
import org.ltv4j.core.outcome.FeatureSource;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.Predictions;
import org.ltv4j.core.outcome.TrainingSet;

/**
 * What customers of the same recency, frequency and money did before: the direct marketer's table. As of past dates customers are sorted into cells
 * by the quantiles of {@code days_since_last}, {@code purchases} and {@code total_spend} (left out where sales have no amounts); the
 * prediction of a cell is the mean outcome of those who were in it, drawn towards the mean of all where they were few:
 *
 * <pre>{@code
 * (sum of the cell + prior * mean of all) / (customers of the cell + prior)
 * }</pre>
 *
 * <p>Edges are those of the past dates and stay: the cell of a customer depends on nobody else. Values that are equal are in one cell, so
 * that there may be fewer than {@code bins^3}. Cells by quintiles: Hughes, Strategic Database Marketing (1994).
 *
 * @param cuts the past dates
 * @param bins cells per feature at most, from 1 to 20
 * @param prior how many customers of the mean of all are added to a cell, finite and at least 0
 */
public record RfmCells(CutDates cuts, int bins, double prior) implements OutcomeEstimator {
    private static final int MOST_BINS = 20;
    private static final List<String> NAMES = List.of("days_since_last", "purchases", "total_spend");

    /**
     * Checks the numbers.
     *
     * @param cuts the past dates
     * @param bins cells per feature at most, from 1 to 20
     * @param prior how many customers of the mean of all are added to a cell, finite and at least 0
     */
    public RfmCells {
        if (bins < 1 || bins > MOST_BINS || !(prior >= 0 && prior <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("cells need 1 to " + MOST_BINS
                    + " bins per feature and a finite prior of at least 0 customers, got " + bins + " and " + prior);
        }
    }

    /**
     * Quintiles as of the newest date whose outcome is known, with a prior of 20 customers.
     *
     * @return the estimator
     */
    public static RfmCells quintiles() {
        return new RfmCells(CutDates.newest(), 5, 20);
    }

    /**
     * As of other dates.
     *
     * @param dates the past dates
     * @return the estimator
     */
    public RfmCells asOf(CutDates dates) {
        return new RfmCells(dates, bins, prior);
    }

    @Override
    public String name() {
        return "RFM cells";
    }

    @Override
    public Model fit(KnownSales known, Outcome outcome) {
        SpendCheck.check(name(), known, outcome);
        List<String> names = NAMES.subList(0, known.log().hasAmounts() ? 3 : 2);
        FeatureSource source = source(names);
        TrainingSet data = TrainingSet.rolling(known, source, outcome, cuts);
        double[][] edges = new double[names.size()][];
        for (int j = 0; j < edges.length; j++) {
            edges[j] = edges(data.column(j));
        }
        Model empty = new Model(outcome, source, edges, new double[0]);
        return new Model(outcome, source, edges, means(data, empty));
    }

    private static FeatureSource source(List<String> names) {
        return known -> Features.asOf(known.asOf()).rfm().from(known.log()).select(names);
    }

    /** Upper ends of all bins but the last. */
    private double[] edges(double[] values) {
        double[] shares =
                IntStream.range(1, bins).mapToDouble(i -> (double) i / bins).toArray();
        return Quantiles.ofUnsorted(values, shares);
    }

    private double[] means(TrainingSet data, Model cells) {
        double[] sums = new double[cells.size()];
        double[] counts = new double[cells.size()];
        double all = 0;
        for (int row = 0; row < data.rows(); row++) {
            int cell = 0;
            for (int j = 0; j < data.schema().size(); j++) {
                cell = cells.refined(cell, j, data.value(row, j));
            }
            sums[cell] += data.outcome(row);
            counts[cell]++;
            all += data.outcome(row);
        }
        if (Arrays.stream(data.outcomes()).allMatch(outcome -> outcome == data.outcome(0))) {
            Arrays.fill(
                    sums, data.outcome(0) + 0.0); // a mean of the same could be off in the last digit, and is never -0
            return sums;
        }
        double mean = all / data.rows();
        for (int cell = 0; cell < sums.length; cell++) {
            double weight = counts[cell] + prior;
            sums[cell] = weight > 0 ? (sums[cell] + prior * mean) / weight : mean;
        }
        return sums;
    }

    /** The table of cells. Immutable. */
    public static final class Model implements OutcomeModel {
        private final Outcome outcome;
        private final FeatureSource source;
        private final double[][] edges;
        private final double[] means;

        /** Takes the arrays over. */
        private Model(Outcome outcome, FeatureSource source, double[][] edges, double[] means) {
            this.outcome = outcome;
            this.source = source;
            this.edges = edges;
            this.means = means;
        }

        /** From a saved table: edges of two or three features, and a mean per cell. */
        static Model of(Outcome outcome, List<List<Double>> ends, double[] means) {
            if (ends.size() < 2 || ends.size() > NAMES.size()) {
                throw new IllegalArgumentException("cells are of 2 or 3 features, got " + ends.size());
            }
            double[][] edges = new double[ends.size()][];
            for (int j = 0; j < edges.length; j++) {
                edges[j] = ends.get(j).stream().mapToDouble(Double::doubleValue).toArray();
                if (edges[j].length >= MOST_BINS) {
                    throw new IllegalArgumentException(
                            "a feature has at most " + MOST_BINS + " bins, got " + (edges[j].length + 1));
                }
                for (int i = 1; i < edges[j].length; i++) {
                    if (edges[j][i] < edges[j][i - 1]) {
                        throw new IllegalArgumentException(
                                "ends of bins do not fall, got " + edges[j][i] + " after " + edges[j][i - 1]);
                    }
                }
            }
            Model model = new Model(outcome, source(NAMES.subList(0, ends.size())), edges, means.clone());
            if (means.length != model.size()) {
                throw new IllegalArgumentException("need " + model.size() + " means, got " + means.length);
            }
            for (double mean : means) {
                if (outcome.isProbability() && !(mean >= 0 && mean <= 1)) {
                    throw new IllegalArgumentException("a mean of churn is a share in [0, 1], got " + mean);
                }
            }
            return model;
        }

        @Override
        public Outcome outcome() {
            return outcome;
        }

        double[] means() {
            return means.clone();
        }

        /**
         * How many cells there are, empty ones too.
         *
         * @return bins to the power of the features
         */
        public int size() {
            int size = 1;
            for (double[] edge : edges) {
                size *= edge.length + 1;
            }
            return size;
        }

        /**
         * Upper ends of the bins of recency, frequency and, where there are amounts, money.
         *
         * @return a list per feature, one shorter than its bins; a value that is equal to an end belongs below it
         */
        public List<List<Double>> edges() {
            List<List<Double>> lists = new ArrayList<>();
            for (double[] edge : edges) {
                lists.add(IntStream.range(0, edge.length).mapToObj(i -> edge[i]).toList());
            }
            return List.copyOf(lists);
        }

        /** The cell of one more feature. */
        private int refined(int cell, int feature, double value) {
            int bin = 0;
            for (double edge : edges[feature]) {
                bin += value <= edge ? 0 : 1; // without a sale there is no recency: the longest ago of all
            }
            return cell * (edges[feature].length + 1) + bin;
        }

        /**
         * Foretells the mean of each customer's cell. Who only returned goods is in that of the longest ago, the fewest purchases and the
         * least money.
         *
         * @throws InvalidDataException if the model was fitted with amounts and these sales have none
         */
        @Override
        public Predictions predict(KnownSales known) {
            if (edges.length > 2 && !known.log().hasAmounts()) {
                throw new InvalidDataException("the RFM cells were made with amounts, but these sales have none");
            }
            FeatureMatrix features = source.from(known);
            double[] values = new double[known.customers().size()];
            for (int i = 0; i < values.length; i++) {
                OptionalInt row = features.customers().indexOf(known.customers().id(i));
                int cell = 0;
                for (int j = 0; j < edges.length; j++) {
                    double never = j == 0 ? Double.NaN : 0;
                    cell = refined(cell, j, row.isPresent() ? features.value(row.getAsInt(), j) : never);
                }
                values[i] = means[cell];
            }
            return Predictions.of(known.customers(), known.asOf(), outcome, values);
        }

        /** The same cells with the same means. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Model that
                    && that.outcome.equals(outcome)
                    && Arrays.deepEquals(that.edges, edges)
                    && Arrays.equals(that.means, means);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * outcome.hashCode() + Arrays.deepHashCode(edges)) + Arrays.hashCode(means);
        }

        @Override
        public String toString() {
            return "RfmCells.Model[" + size() + " cells, " + outcome + "]";
        }
    }
}
