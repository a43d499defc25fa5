package org.ltv4j.models.btyd;

import java.util.Map;
import java.util.TreeMap;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.internal.math.Blocks;
import org.ltv4j.core.model.ConvergenceException;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.InsufficientDataException;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.Provenance;

/**
 * Fits the BG/NBD model of Fader, Hardie and Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science 24(2).
 *
 * <pre>{@code
 * BgNbdModel model = BgNbd.fit(split.calibration());
 * double alive = model.probabilityAlive(CustomerSummary.of(2, 30.43, 38.86));
 * }</pre>
 *
 * <p>The maximum of the likelihood often lies at an edge, where drop-out or the spread of rates is not identified. The model
 * at that limit is then returned, and {@link FitReport#findings()} says what that means.
 */
public final class BgNbd {
    /**
     * Why P(alive) is 1 for every customer with one purchase, a property of the model that surprises: for reports and
     * documentation.
     */
    public static final String ONE_TIME_BUYERS_NOTE =
            "BG/NBD lets a customer leave only right after a repeat purchase, so a customer who bought once has had no"
                    + " chance to leave and P(alive) is 1, however long ago that was. What is expected of such customers"
                    + " falls with time all the same, since their purchase rate is seen to be low: rank by expected"
                    + " transactions, not by P(alive)";

    private BgNbd() {}

    /**
     * The four parameters of the usual model.
     *
     * @param r shape of the gamma distribution of purchase rates, above 0
     * @param alpha its rate parameter in time units, above 0; the mean purchase rate is {@code r / alpha} per time unit
     * @param a first shape of the beta distribution of drop-out probabilities, above 0
     * @param b its second shape, above 0; the mean drop-out probability is {@code a / (a + b)}
     */
    public record Parameters(double r, double alpha, double a, double b) {
        /**
         * Checks the ranges.
         *
         * @param r shape of the gamma distribution of purchase rates, above 0
         * @param alpha its rate parameter in time units, above 0; the mean purchase rate is {@code r / alpha} per time unit
         * @param a first shape of the beta distribution of drop-out probabilities, above 0
         * @param b its second shape, above 0; the mean drop-out probability is {@code a / (a + b)}
         */
        public Parameters {
            Check.positive("r", r);
            Check.positive("alpha", alpha);
            Check.positive("a", a);
            Check.positive("b", b);
        }
    }

    /**
     * How to fit.
     *
     * @param penalty takes {@code penalty * (ln^2 r + ln^2 (alpha / mean T) + ln^2 a + ln^2 b)} off the log-likelihood, which
     *     draws the parameters away from the edges; 0 or more, 0 fits by maximum likelihood
     * @param maxIterations iterations of one search at most, at least 1
     * @param randomStarts starts at random points beside the usual ones, at least 0
     * @param seed what those random points are drawn from
     */
    public record Options(double penalty, int maxIterations, int randomStarts, long seed) {
        /**
         * Checks the ranges.
         *
         * @param penalty takes {@code penalty * (ln^2 r + ln^2 (alpha / mean T) + ln^2 a + ln^2 b)} off the log-likelihood, which draws the parameters away from the edges; 0 or more, 0 fits by maximum likelihood
         * @param maxIterations iterations of one search at most, at least 1
         * @param randomStarts starts at random points beside the usual ones, at least 0
         * @param seed what those random points are drawn from
         */
        public Options {
            if (!(penalty >= 0) || Double.isInfinite(penalty)) {
                throw new IllegalArgumentException("need a finite penalty >= 0, got " + penalty);
            }
            if (maxIterations < 1) {
                throw new IllegalArgumentException("need maxIterations >= 1, got " + maxIterations);
            }
            if (randomStarts < 0) {
                throw new IllegalArgumentException("need randomStarts >= 0, got " + randomStarts);
            }
        }

        /**
         * Maximum likelihood from the usual starts.
         *
         * @return penalty 0, 500 iterations, no random starts, seed 42
         */
        public static Options defaults() {
            return new Options(0, 500, 0, 42);
        }

        /**
         * With another penalty.
         *
         * @param value 0 or more
         * @return changed options
         */
        public Options withPenalty(double value) {
            return new Options(value, maxIterations, randomStarts, seed);
        }

        /**
         * With another limit of iterations.
         *
         * @param value at least 1
         * @return changed options
         */
        public Options withMaxIterations(int value) {
            return new Options(penalty, value, randomStarts, seed);
        }

        /**
         * With random starts.
         *
         * @param value how many, at least 0
         * @return changed options
         */
        public Options withRandomStarts(int value) {
            return new Options(penalty, maxIterations, value, seed);
        }

        /**
         * With another seed of the random starts.
         *
         * @param value any number
         * @return changed options
         */
        public Options withSeed(long value) {
            return new Options(penalty, maxIterations, randomStarts, value);
        }

        double penalty(Shape shape) {
            return shape.equals(Shape.FULL) ? penalty : 0;
        }

        Map<String, String> described() {
            Map<String, String> described = new TreeMap<>();
            described.put("penalty", Double.toString(penalty));
            described.put("maxIterations", Integer.toString(maxIterations));
            described.put("randomStarts", Integer.toString(randomStarts));
            described.put("seed", Long.toString(seed));
            return described;
        }
    }

    /**
     * Fits by maximum likelihood, on the calling thread.
     *
     * @param data histories up to the end of the calibration
     * @return the model with its report
     * @throws InsufficientDataException if nothing can be learnt: fewer than two customers, nobody bought twice, or all
     *     histories end on the day they begin
     * @throws InvalidDataException if a customer has repeat purchases but recency 0, which no merged history has
     * @throws ConvergenceException if the search failed
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static BgNbdModel fit(CustomerSummaries data) {
        return fit(data, Options.defaults());
    }

    /**
     * Fits on the calling thread.
     *
     * @param data histories up to the end of the calibration
     * @param options how to fit
     * @return the model with its report
     * @throws InsufficientDataException if nothing can be learnt, see {@link #fit(CustomerSummaries)}
     * @throws ConvergenceException if the search failed
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static BgNbdModel fit(CustomerSummaries data, Options options) {
        return fit(data, options, Parallelism.SEQUENTIAL);
    }

    /**
     * Fits on several threads; the result does not depend on their number, to the last bit.
     *
     * @param data histories up to the end of the calibration
     * @param options how to fit
     * @param parallelism threads to use
     * @return the model with its report
     * @throws InsufficientDataException if nothing can be learnt, see {@link #fit(CustomerSummaries)}
     * @throws ConvergenceException if the search failed
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static BgNbdModel fit(CustomerSummaries data, Options options, Parallelism parallelism) {
        HistoryTable table = HistoryTable.of(data);
        requireSomethingToLearn(data, table);
        try (Blocks blocks = new Blocks(parallelism.threads())) {
            BgNbdFit search = new BgNbdFit(table, options, blocks);
            BgNbdFit.Outcome outcome = search.run();
            BgNbdFit.Candidate best = outcome.best();
            FitReport report = BgNbdReport.of(
                    table, outcome, search.covariance(best), Provenance.of(described(data), options.described()));
            if (!best.converged()) {
                throw new ConvergenceException(
                        "BG/NBD: the search ended after " + report.evaluations() + " evaluations with a gradient of "
                                + report.gradientNorm() + "; allow more than " + options.maxIterations()
                                + " iterations (Options.withMaxIterations)",
                        report);
            }
            return new BgNbdModel(
                    best.shape().rate(best.point(), table.unit),
                    best.shape().dropOut(best.point()),
                    data.scale(),
                    java.util.Optional.of(report));
        }
    }

    private static Map<String, String> described(CustomerSummaries data) {
        Map<String, String> described = new TreeMap<>(data.provenance());
        described.put("customers", Integer.toString(data.size()));
        described.put("timeScale", data.scale().name());
        data.end().ifPresent(end -> described.put("end", end.toString()));
        return described;
    }

    private static void requireSomethingToLearn(CustomerSummaries data, HistoryTable table) {
        String problem = null;
        if (data.size() < 2) {
            problem = data.size() == 0
                    ? "there are no customers (was everything filtered away?)"
                    : "there is one customer only, and how customers differ cannot be seen (is the customer column a constant?)";
        } else if (!(table.totalAge() > 0)) {
            problem = "all " + data.size()
                    + " customers begin on the last day of the observation, so that no time has passed"
                    + " in which to buy again: choose a later end of the calibration";
        } else if (table.maxX() == 0) {
            problem = "none of " + data.size()
                    + " customers bought twice (is the order id used as the customer column? is the"
                    + " calibration too short?)";
        }
        if (problem != null) {
            throw new InsufficientDataException("BG/NBD cannot be fitted: " + problem);
        }
        requireTimeBetweenPurchases(data);
    }

    /** A repeat purchase at the very moment of the first one has an infinite density: the likelihood would have no bound. */
    private static void requireTimeBetweenPurchases(CustomerSummaries data) {
        int count = 0;
        int first = -1;
        for (int i = 0; i < data.size(); i++) {
            if (data.frequency(i) > 0 && !(data.recency(i) > 0)) {
                first = count++ == 0 ? i : first;
            }
        }
        if (count > 0) {
            throw new InvalidDataException("BG/NBD cannot be fitted: " + count + " of " + data.size()
                    + " customers have repeat purchases but recency 0, the first of them in row " + (first + 1)
                    + ": purchases of one moment are one purchase, merge them before counting");
        }
    }
}
