package org.ltv4j.models.interval;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeKind;

/**
 * How far the ends of a band are moved: per group the {@code ceil((n + 1) confidence)}-th smallest of n scores, a score being how far an
 * outcome lies outside its band (below 0 within). The sets that the margin runs through are nested, which is all the promise needs
 * (Gupta, Kuchibhotla and Ramdas 2022, Pattern Recognition 127); so a lower end at 0 may stay there.
 *
 * @param options what was asked for
 * @param groups what each group has taught
 * @param notBelowZero whether intervals are cut off at 0
 */
record Calibration(IntervalOptions options, List<CalibratedGroup> groups, boolean notBelowZero) {
    Calibration {
        groups = List.copyOf(groups);
        long names = groups.stream().map(CalibratedGroup::name).distinct().count();
        if (groups.isEmpty() || names < groups.size()) {
            throw new IllegalArgumentException("a calibration has at least one group, none twice");
        }
        for (CalibratedGroup group : groups) {
            if (rank(group.rows(), options.confidence()) > group.rows()) {
                throw new IllegalArgumentException(tooFew(group.rows(), options.confidence()));
            }
        }
    }

    static void checkOutcome(Outcome outcome) {
        if (outcome.kind() == OutcomeKind.CHURN) {
            throw new InvalidDataException("churn is 0 or 1 and its probability says all: there is no interval of it."
                    + " Ask for spend or purchases");
        }
    }

    static Calibration of(IntervalOptions options, Outcome outcome, Band.Ends ends, String[] names, double[] actual) {
        checkOutcome(outcome);
        Map<String, List<Double>> scores = new TreeMap<>();
        boolean notBelowZero = Arrays.stream(actual).allMatch(y -> y >= 0);
        for (int i = 0; i < actual.length; i++) {
            double below = (ends.lower()[i] - actual[i]) / ends.scale()[i];
            double above = (actual[i] - ends.upper()[i]) / ends.scale()[i];
            double score = switch (options.side()) {
                case BOTH -> atFloor(notBelowZero, ends, i) ? above : Math.max(below, above);
                case LOWER -> below;
                case UPPER -> above;
            };
            scores.computeIfAbsent(names[i], name -> new ArrayList<>()).add(score);
        }
        if (scores.isEmpty()) {
            throw new InvalidDataException("there is no row to calibrate on");
        }
        List<CalibratedGroup> groups = new ArrayList<>();
        scores.forEach((name, values) -> groups.add(group(options, name, values)));
        return new Calibration(options, groups, notBelowZero);
    }

    /** Whether a lower end stays at 0, below which no outcome can be: it is never missed, and never moved into the zeros. */
    private static boolean atFloor(boolean notBelowZero, Band.Ends ends, int i) {
        return notBelowZero && ends.lower()[i] <= 0;
    }

    private static CalibratedGroup group(IntervalOptions options, String name, List<Double> scores) {
        int rank = rank(scores.size(), options.confidence());
        if (rank > scores.size()) {
            String where = options.groups().equals(CalibrationGroups.NONE)
                    ? ""
                    : "group '" + GroupNames.shown(options.groups(), name) + "': ";
            throw new InvalidDataException(where + tooFew(scores.size(), options.confidence()));
        }
        double[] sorted = scores.stream().mapToDouble(score -> score + 0.0).toArray();
        Arrays.sort(sorted);
        return new CalibratedGroup(name, sorted.length, sorted[rank - 1]);
    }

    private static String tooFew(int rows, double confidence) {
        BigDecimal c = BigDecimal.valueOf(confidence);
        BigDecimal least = c.divide(BigDecimal.ONE.subtract(c), 0, RoundingMode.CEILING);
        return rows + " rows cannot calibrate intervals of " + confidence + ", which take at least " + least
                + ": ask for less confidence, a larger share or fewer groups";
    }

    /** In decimals, so that 0.9 is nine tenths. */
    static int rank(int n, double confidence) {
        return BigDecimal.valueOf(confidence)
                .multiply(BigDecimal.valueOf(n + 1L))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }

    Intervals apply(IdTable customers, LocalDate asOf, Outcome outcome, Band.Ends ends, String[] names) {
        Map<String, Double> margins = new HashMap<>();
        groups.forEach(group -> margins.put(group.name(), group.margin()));
        int n = names.length;
        double[] lower = new double[n];
        double[] upper = new double[n];
        for (int i = 0; i < n; i++) {
            double margin = margins.getOrDefault(names[i], Double.POSITIVE_INFINITY) * ends.scale()[i];
            boolean fixed = options.side() == Side.BOTH && atFloor(notBelowZero, ends, i);
            lower[i] = fixed ? 0 : ends.lower()[i] - margin;
            upper[i] = ends.upper()[i] + margin;
            if (lower[i] > upper[i] && options.side() == Side.BOTH && !fixed) {
                // an empty set holds nothing: one point holds no less
                lower[i] = upper[i] = upper[i] + (lower[i] - upper[i]) / 2;
            }
            if (options.side() == Side.UPPER) {
                lower[i] = Double.NEGATIVE_INFINITY;
            } else if (options.side() == Side.LOWER) {
                upper[i] = Double.POSITIVE_INFINITY;
            }
            if (notBelowZero) {
                lower[i] = Math.max(lower[i], 0.0);
                upper[i] = Math.max(upper[i], 0.0);
            }
        }
        return Intervals.of(customers, asOf, outcome, options.confidence(), ends.centre(), lower, upper);
    }
}
