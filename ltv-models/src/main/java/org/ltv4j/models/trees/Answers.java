package org.ltv4j.models.trees;

import java.util.Arrays;

/**
 * The answers of up to 64 rows to all {@link Questions}, one bit per row: a word of 64 bits per question. Thresholds of one
 * feature are nested: who is below one is below all larger ones. So each row is put into the bucket of the first threshold
 * that it is below, by binary search, and the answers are the buckets, joined from the left.
 *
 * <p>One thread uses one; nothing is kept from one block of rows to the next.
 */
final class Answers {
    /** Rows of a block, at most. */
    static final int ROWS = Long.SIZE;

    /** Yes of row j to question q is bit j of word q. */
    final long[] yes;

    private final Questions questions;
    private final float[] values = new float[ROWS];
    private final int[] keys = new int[ROWS];
    private final int[] places = new int[ROWS];
    private final long[] bucket;

    Answers(Questions questions) {
        this.questions = questions;
        yes = new long[questions.count];
        int largest = 0;
        for (int i = 0; i < questions.features.length; i++) {
            largest = Math.max(largest, questions.cutStart[i + 1] - questions.cutStart[i]);
        }
        for (Questions.SetQuestions sets : questions.sets) {
            largest = Math.max(largest, sets.codes().length);
        }
        bucket = new long[largest + 1];
    }

    /** Lets rows {@code from} to {@code from + count - 1} answer; bits of further rows mean nothing. */
    void ask(RowSource rows, int from, int count) {
        for (int i = 0; i < questions.features.length; i++) {
            rows.read(questions.features[i], from, count, values);
            thresholds(questions.cutStart[i], questions.cutStart[i + 1] - questions.cutStart[i], count);
        }
        for (Questions.SetQuestions sets : questions.sets) {
            rows.read(sets.feature(), from, count, values);
            sets(sets, count);
        }
    }

    private void thresholds(int start, int cuts, int count) {
        long missing = 0;
        for (int j = 0; j < count; j++) {
            keys[j] = FloatOrder.key(values[j]);
            missing |= (long) (keys[j] == FloatOrder.MISSING ? 1 : 0) << j;
        }
        search(questions.cuts, start, cuts, count);
        for (int j = 0; j < count; j++) {
            bucket[places[j]] |= 1L << j;
        }
        long below = 0;
        for (int k = 0, question = 1 + 2 * start; k < cuts; k++, question += 2) {
            below |= bucket[k];
            bucket[k] = 0;
            yes[question] = below;
            yes[question + 1] = below | missing;
        }
        bucket[cuts] = 0;
    }

    /** Finds for each row how many of some rising numbers are not above its key; all rows take a step before any takes the next. */
    private void search(int[] rising, int start, int cuts, int count) {
        Arrays.fill(places, 0, count, 0);
        for (int left = cuts; left > 1; left -= left >>> 1) {
            int half = left >>> 1;
            int last = start + half - 1;
            for (int j = 0; j < count; j++) {
                places[j] += rising[places[j] + last] <= keys[j] ? half : 0;
            }
        }
        for (int j = 0; j < count; j++) {
            places[j] += rising[places[j] + start] <= keys[j] ? 1 : 0;
        }
    }

    private void sets(Questions.SetQuestions sets, int count) {
        long missing = 0;
        int[] codes = sets.codes();
        for (int j = 0; j < count; j++) {
            float value = values[j];
            if (Float.isNaN(value)) {
                missing |= 1L << j;
            } else if (value >= 0 && value < Forest.MAX_CATEGORY) {
                int place = Arrays.binarySearch(codes, (int) value);
                bucket[place < 0 ? codes.length : place] |= 1L << j;
            }
        }
        for (int i = 0; i < sets.members().length; i++) {
            long in = 0;
            for (int place : sets.members()[i]) {
                in |= bucket[place];
            }
            yes[sets.first() + i] = sets.missingLeft()[i] ? ~in : ~(in | missing);
        }
        Arrays.fill(bucket, 0, codes.length + 1, 0);
    }
}
