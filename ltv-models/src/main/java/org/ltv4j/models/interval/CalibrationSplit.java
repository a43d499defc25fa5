package org.ltv4j.models.interval;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.internal.math.Samplers;
import org.ltv4j.core.outcome.TrainingSet;

/** Rows to fit on, and rows to calibrate on: one per customer. */
record CalibrationSplit(TrainingSet training, TrainingSet calibration) {
    /** Cross-validation of the same seed deals folds 2, 3 ..: this is no fold of it. */
    private static final int TASK = 0;

    static CalibrationSplit of(TrainingSet data, IntervalOptions options) {
        return options.part() == CalibrationPart.CUSTOMERS
                ? byCustomers(data, options.share(), options.seed())
                : byDate(data);
    }

    private static CalibrationSplit byCustomers(TrainingSet data, double share, long seed) {
        int[] customers = IntStream.range(0, data.rows())
                .map(data::customer)
                .distinct()
                .sorted()
                .toArray();
        if (customers.length < 2) {
            throw new InvalidDataException("one customer cannot both be fitted and calibrated on: use more sales");
        }
        RandomGenerator random = Samplers.generator(seed, Samplers.Purpose.FOLDS, TASK);
        for (int i = customers.length - 1; i > 0; i--) {
            int j = Samplers.index(random, i + 1);
            int swapped = customers[i];
            customers[i] = customers[j];
            customers[j] = swapped;
        }
        int held = (int) Math.min(customers.length - 1, Math.max(1, Math.round(share * customers.length)));
        boolean[] calibrates = new boolean[data.customers()];
        for (int i = 0; i < held; i++) {
            calibrates[customers[i]] = true;
        }
        int[] inside = rows(data, row -> calibrates[data.customer(row)]);
        int[] outside = rows(data, row -> !calibrates[data.customer(row)]);
        return new CalibrationSplit(data.rows(outside), newestOfEach(data.rows(inside)));
    }

    private static CalibrationSplit byDate(TrainingSet data) {
        LocalDate newest = IntStream.range(0, data.rows())
                .mapToObj(data::asOf)
                .max(LocalDate::compareTo)
                .orElseThrow();
        int[] known = rows(data, row -> !data.outcome().lastDay(data.asOf(row)).isAfter(newest));
        if (known.length == 0) {
            throw new InvalidDataException("no row's outcome was known by the newest date, " + newest
                    + ": take dates further apart, or calibrate on customers with IntervalOptions.onCustomers");
        }
        int[] last = rows(data, row -> data.asOf(row).equals(newest));
        return new CalibrationSplit(data.rows(known), newestOfEach(data.rows(last)));
    }

    private static int[] rows(TrainingSet data, IntPredicate wanted) {
        return IntStream.range(0, data.rows()).filter(wanted).toArray();
    }

    /** Rows of one customer are no independent draws: the newest stands for it. */
    static TrainingSet newestOfEach(TrainingSet data) {
        int[] newest = new int[data.customers()];
        Arrays.fill(newest, -1);
        for (int row = 0; row < data.rows(); row++) {
            int before = newest[data.customer(row)];
            if (before < 0 || data.asOf(row).isAfter(data.asOf(before))) {
                newest[data.customer(row)] = row;
            }
        }
        return data.rows(Arrays.stream(newest).filter(row -> row >= 0).sorted().toArray());
    }
}
