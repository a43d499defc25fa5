package org.ltv4j.models.boost;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.outcome.CustomerFolds;
import org.ltv4j.core.outcome.TrainingSet;

/** Rows to train on and rows held back, of different customers. */
record Split(int[] training, int[] validation) {
    /**
     * Makes these folds others than those that a cross-validation of the same seed deals: the rows of one of its folds
     * are missing here, and must not be the very rows held back.
     */
    private static final long OWN = 0x6A09E667F3BCC908L;

    private static final String ADVICE =
            ": use more customers or CutDates.upTo(n), or train all rounds with XgbOptions.withoutEarlyStopping()";

    static Split of(TrainingSet data, EarlyStopping rule, long seed) {
        if (rule.part() == ValidationPart.NONE) {
            return new Split(all(data), new int[0]);
        }
        int folds = rule.oneIn();
        requireCustomers(data, folds);
        CustomerFolds dealt = CustomerFolds.of(data, folds, seed ^ OWN);
        int[] held = dealt.rowsIn(data, 0);
        int[] others = dealt.rowsOutside(data, 0);
        if (rule.part() == ValidationPart.NEWEST_DATE) {
            LocalDate newest = newest(data);
            held = Arrays.stream(held)
                    .filter(row -> data.asOf(row).equals(newest))
                    .toArray();
            others = Arrays.stream(others)
                    .filter(row -> !data.outcome().lastDay(data.asOf(row)).isAfter(newest)) // known by then
                    .toArray();
            if (others.length == 0) {
                throw new InvalidDataException(
                        "no row before " + newest + " has an outcome that was known on that day: the newest date cannot"
                                + " be held back" + ADVICE);
            }
        }
        if (!weighs(data, held) || !weighs(data, others)) {
            throw new InvalidDataException("of " + data.rows() + " rows " + held.length + " would be held back and "
                    + others.length + " trained on, and one of the two parts weighs nothing" + ADVICE);
        }
        return new Split(others, held);
    }

    private static void requireCustomers(TrainingSet data, int folds) {
        int customers = customers(data);
        if (customers < folds) {
            throw new InvalidDataException(customers + (customers == 1 ? " customer is" : " customers are")
                    + " too few to hold back one in " + folds + ADVICE);
        }
    }

    static int[] all(TrainingSet data) {
        return IntStream.range(0, data.rows()).toArray();
    }

    /** How many customers have a row. */
    static int customers(TrainingSet data) {
        BitSet seen = new BitSet(data.customers());
        for (int row = 0; row < data.rows(); row++) {
            seen.set(data.customer(row));
        }
        return seen.cardinality();
    }

    private static LocalDate newest(TrainingSet data) {
        LocalDate newest = data.asOf(0);
        for (int row = 1; row < data.rows(); row++) {
            newest = data.asOf(row).isAfter(newest) ? data.asOf(row) : newest;
        }
        return newest;
    }

    private static boolean weighs(TrainingSet data, int[] rows) {
        return Arrays.stream(rows).anyMatch(row -> data.weight(row) > 0);
    }
}
