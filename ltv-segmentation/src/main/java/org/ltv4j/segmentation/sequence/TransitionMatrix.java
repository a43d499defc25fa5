package org.ltv4j.segmentation.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.internal.math.SpecialFunctions;

/**
 * From each item to the items of the customer's next event: a Markov chain of order 1, sparse. Made of products, categories, or
 * states of customers ({@link SequenceLog#ofStates}). Immutable.
 *
 * <p>A step from an event of m items to one of n items counts once in all, shared evenly by its m n pairs, so that large baskets do not
 * outweigh small ones; {@link Weighting#PAIRS} counts each pair instead. An item may be followed by itself.
 */
public final class TransitionMatrix {
    private static final int MOST_STATES = 3_000;
    private static final double LEAST_SMOOTHING = 1e-12;
    private static final double MOST_SMOOTHING = 1e12;

    private final IdTable states;
    private final Options options;
    private final int[] rowStart;
    private final int[] column;
    private final double[] count;
    private final double[] rowTotal;
    private final double[] columnTotal;
    private final double total;
    private final int steps;

    /** How a step between events of several items counts. */
    public enum Weighting {
        /** 1 in all, shared evenly by the pairs of items. */
        SHARED,
        /** 1 for each pair of items. */
        PAIRS
    }

    /**
     * How transitions are counted.
     *
     * @param maxGap only steps to an event within so many days, at least 0; {@link PatternOptions#NO_LIMIT} for any
     * @param weighting how a step between events of several items counts
     * @param smoothing what is added to the count of every transition before it becomes a probability: 0, or from 1e-12 to
     *     1e12
     */
    public record Options(int maxGap, Weighting weighting, double smoothing) {
        /**
         * Checks the ranges.
         *
         * @param maxGap at least 0
         * @param weighting how a step between events of several items counts
         * @param smoothing 0, or from 1e-12 to 1e12
         */
        public Options {
            if (maxGap < 0) {
                throw new IllegalArgumentException("need at least 0 days to the next event, got " + maxGap);
            }
            if (!(smoothing == 0 || smoothing >= LEAST_SMOOTHING && smoothing <= MOST_SMOOTHING)) {
                throw new IllegalArgumentException("need a smoothing of 0, or from 1e-12 to 1e12, got " + smoothing);
            }
        }

        /**
         * Steps however long, shared, not smoothed.
         *
         * @return the options that hold unless others are stated
         */
        public static Options defaults() {
            return new Options(PatternOptions.NO_LIMIT, Weighting.SHARED, 0);
        }

        /**
         * With steps of so many days at most.
         *
         * @param days at least 0
         * @return changed options
         */
        public Options withMaxGap(int days) {
            return new Options(days, weighting, smoothing);
        }

        /**
         * With another weighting.
         *
         * @param value how a step between events of several items counts
         * @return changed options
         */
        public Options withWeighting(Weighting value) {
            return new Options(maxGap, value, smoothing);
        }

        /**
         * With smoothing: 1 is Laplace's, one half is that of Jeffreys.
         *
         * @param added to every count: 0, or from 1e-12 to 1e12
         * @return changed options
         */
        public Options withSmoothing(double added) {
            return new Options(maxGap, weighting, added);
        }
    }

    /**
     * A transition.
     *
     * @param from item
     * @param to item of the next event
     * @param count how often, by the weighting chosen
     * @param probability of it among those from {@code from}
     */
    public record Transition(String from, String to, double count, double probability) {}

    /**
     * A test whether the next event depends on the present one.
     *
     * @param chiSquare Pearson's statistic
     * @param degreesOfFreedom of rows and columns that are not empty
     * @param pValue of the statistic; 1 without a degree of freedom
     * @param cramersV how strong the dependence is, from 0 to 1
     * @param smallExpected share of cells with an expected count below 5: if it is more than a fifth, do not trust the p value (Cochran
     *     1954)
     */
    public record Independence(
            double chiSquare, long degreesOfFreedom, double pValue, double cramersV, double smallExpected) {}

    private TransitionMatrix(IdTable states, Options options, int[] rowStart, int[] column, double[] count, int steps) {
        this.states = states;
        this.options = options;
        this.rowStart = rowStart;
        this.column = column;
        this.count = count;
        this.steps = steps;
        rowTotal = new double[states.size()];
        columnTotal = new double[states.size()];
        double sum = 0;
        for (int from = 0; from < rowTotal.length; from++) {
            for (int at = rowStart[from]; at < rowStart[from + 1]; at++) {
                rowTotal[from] += count[at];
                columnTotal[column[at]] += count[at];
            }
            sum += rowTotal[from];
        }
        total = sum;
    }

    /**
     * Counts with default options.
     *
     * @param sequences what customers bought
     * @return the matrix
     */
    public static TransitionMatrix of(SequenceLog sequences) {
        return of(sequences, Options.defaults());
    }

    /**
     * Counts.
     *
     * @param sequences what customers bought; its items that stand in an event are the states
     * @param options how transitions are counted
     * @return the matrix
     */
    public static TransitionMatrix of(SequenceLog sequences, Options options) {
        int[] sequencesWith = SequenceData.sequencesWithItem(sequences);
        int[] items = IntStream.range(0, sequencesWith.length)
                .filter(item -> sequencesWith[item] > 0)
                .toArray();
        int[] state = new int[sequencesWith.length];
        for (int i = 0; i < items.length; i++) {
            state[items[i]] = i;
        }
        StepCounter counter = new StepCounter(sequences, state, items.length, options);
        return new TransitionMatrix(
                sequences.items().subset(items),
                options,
                counter.rowStart(),
                counter.columns(),
                counter.counts(),
                counter.steps());
    }

    /**
     * The states.
     *
     * @return their names, in the order of the sequences' items
     */
    public IdTable states() {
        return states;
    }

    /**
     * Steps from one event to the next.
     *
     * @return how many were counted
     */
    public int steps() {
        return steps;
    }

    /**
     * How often one state followed another.
     *
     * @param from number of a state
     * @param to number of a state
     * @return at least 0, not smoothed
     */
    public double count(int from, int to) {
        Objects.checkIndex(to, states.size());
        int at = Arrays.binarySearch(column, rowStart[from], rowStart[from + 1], to);
        return at < 0 ? 0 : count[at];
    }

    /**
     * How often anything followed a state.
     *
     * @param from number of a state
     * @return sum of its counts, not smoothed; 0 for one that was always the last
     */
    public double total(int from) {
        return rowTotal[from];
    }

    /**
     * The probability that the next state is a certain one.
     *
     * @param from number of a state
     * @param to number of a state
     * @return from 0 to 1; they add up to 1, or are all 0 where nothing followed and nothing is smoothed
     */
    public double probability(int from, int to) {
        return probability(from, count(from, to));
    }

    private double probability(int from, double times) {
        double all = rowTotal[from] + options.smoothing() * states.size();
        return all == 0 ? 0 : (times + options.smoothing()) / all;
    }

    /**
     * The probability that the next state is a certain one.
     *
     * @param from its name
     * @param to its name
     * @return as {@link #probability(int, int)}
     * @throws IllegalArgumentException if there is no such state
     */
    public double probability(String from, String to) {
        return probability(number(from), number(to));
    }

    private int number(String state) {
        OptionalInt number = states.indexOf(state);
        if (number.isEmpty()) {
            throw new IllegalArgumentException("no state \"" + state + "\" among the " + states.size()
                    + " of this matrix: names are compared letter by letter");
        }
        return number.getAsInt();
    }

    /**
     * What comes next most often.
     *
     * @param from name of a state
     * @param k how many at most, at least 1
     * @return transitions that were seen, by falling count, equal ones by name
     * @throws IllegalArgumentException if there is no such state
     */
    public List<Transition> next(String from, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("need at least 1 transition, got " + k);
        }
        return row(number(from)).stream()
                .sorted(Comparator.comparingDouble(Transition::count).reversed().thenComparing(Transition::to))
                .limit(k)
                .toList();
    }

    /**
     * All transitions that were seen.
     *
     * @return by state and next state, in the order of their numbers
     */
    public List<Transition> transitions() {
        List<Transition> all = new ArrayList<>();
        for (int from = 0; from < states.size(); from++) {
            all.addAll(row(from));
        }
        return all;
    }

    private List<Transition> row(int from) {
        List<Transition> row = new ArrayList<>();
        for (int at = rowStart[from]; at < rowStart[from + 1]; at++) {
            row.add(new Transition(states.id(from), states.id(column[at]), count[at], probability(from, count[at])));
        }
        return row;
    }

    /**
     * The shares in which states are met in the long run, whatever the first one was: the stationary distribution. By elimination without
     * subtractions (Grassmann, Taksar and Heyman 1985, Operations Research 33(5)), exact to rounding however slowly the chain
     * mixes. Cost: the cube of the number of states.
     *
     * @return by number of the state; empty if there is none or more than one, because states fall apart into several sets that
     *     are never left, or end in one after which nothing came; smoothing makes it always one
     * @throws IllegalStateException if more than 3,000 states are never left for good
     */
    public Optional<double[]> stationary() {
        int n = states.size();
        int[] members =
                options.smoothing() > 0 ? IntStream.range(0, n).toArray() : ClosedStates.onlyOne(rowStart, column, n);
        if (members.length == 0) {
            return Optional.empty();
        }
        if (members.length > MOST_STATES) {
            throw new IllegalStateException("the long run of " + members.length + " states takes too long, at most "
                    + MOST_STATES + ": take categories instead of products");
        }
        double[][] p = new double[members.length][members.length];
        for (int i = 0; i < members.length; i++) {
            for (int j = 0; j < members.length; j++) {
                p[i][j] = probability(members[i], members[j]);
            }
        }
        double[] inner = ClosedStates.longRun(p);
        double[] shares = new double[n];
        for (int i = 0; i < members.length; i++) {
            shares[members[i]] = inner[i];
        }
        return Optional.of(shares);
    }

    /**
     * Tests whether the next state depends on the present one, by Pearson's chi-square on the counts, not smoothed. Made for events of one
     * item: of larger ones, shared counts vary less than independent steps do, so that p is too large, and counts of pairs more, so that
     * it is too small; Cramer's V still tells the strength. Where customers differ in what they buy, that alone makes steps dependent.
     *
     * @return the test
     */
    public Independence independence() {
        long rows = Arrays.stream(rowTotal).filter(sum -> sum > 0).count();
        long columns = Arrays.stream(columnTotal).filter(sum -> sum > 0).count();
        double ratio = 0; // sum of count^2 / (row column); times the total it is chi-square + total
        for (int from = 0; from < rowTotal.length; from++) {
            for (int at = rowStart[from]; at < rowStart[from + 1]; at++) {
                ratio += count[at] * count[at] / (rowTotal[from] * columnTotal[column[at]]);
            }
        }
        double chiSquare = Math.max(0, total * (ratio - 1));
        long freedom = Math.max(0, rows - 1) * Math.max(0, columns - 1); // without a step there are none of either
        long smaller = Math.min(rows, columns) - 1;
        return new Independence(
                chiSquare,
                freedom,
                freedom == 0 ? 1 : SpecialFunctions.regularizedGammaQ(freedom / 2.0, chiSquare / 2),
                smaller <= 0 ? 0 : Math.min(1, Math.sqrt(chiSquare / (total * smaller))),
                smallExpected(rows * columns));
    }

    private double smallExpected(long cells) {
        double[] sorted =
                Arrays.stream(columnTotal).filter(sum -> sum > 0).sorted().toArray();
        long small = 0;
        for (double row : rowTotal) {
            if (row > 0) {
                int at = Arrays.binarySearch(sorted, 5 * total / row);
                int below = at < 0 ? -at - 1 : at;
                while (below > 0 && !(row * sorted[below - 1] < 5 * total)) {
                    below--; // equal ones are not below
                }
                small += below;
            }
        }
        return cells == 0 ? 0 : (double) small / cells;
    }

    /** Numbers of states and steps; no names. */
    @Override
    public String toString() {
        return "TransitionMatrix[" + states.size() + " states, " + steps + " steps, " + column.length
                + " different transitions]";
    }
}
