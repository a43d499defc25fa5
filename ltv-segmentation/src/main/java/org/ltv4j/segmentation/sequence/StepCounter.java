package org.ltv4j.segmentation.sequence;

import java.util.Arrays;

/** Counts steps from each state to the states of the next event, in sparse rows. */
final class StepCounter {
    private final int[] rowStart;
    private int[] columns = new int[1024];
    private double[] counts = new double[1024];
    private int used;
    private int steps;

    StepCounter(SequenceLog log, int[] state, int states, TransitionMatrix.Options options) {
        rowStart = new int[states + 1];
        boolean[] last = lasts(log, options.maxGap());
        int[] starts = new int[states + 1];
        int[] events = byState(log, state, last, starts);
        double[] row = new double[states];
        int[] touched = new int[states];
        for (int from = 0; from < states; from++) {
            int n = 0;
            for (int i = starts[from]; i < starts[from + 1]; i++) {
                int next = events[i] + 1;
                double weight = options.weighting() == TransitionMatrix.Weighting.PAIRS
                        ? 1
                        : 1.0 / ((double) log.length(events[i]) * log.length(next));
                for (int k = 0; k < log.length(next); k++) {
                    int to = state[log.item(next, k)];
                    if (row[to] == 0) {
                        touched[n++] = to;
                    }
                    row[to] += weight;
                }
            }
            add(row, touched, n);
            rowStart[from + 1] = used;
        }
    }

    /** Events without a next one that counts. */
    private boolean[] lasts(SequenceLog log, int maxGap) {
        boolean[] last = new boolean[log.events()];
        for (int s = 0; s < log.size(); s++) {
            for (int e = log.start(s); e < log.start(s + 1); e++) {
                last[e] = e + 1 == log.start(s + 1) || (long) log.day(e + 1) - log.day(e) > maxGap;
                steps += last[e] ? 0 : 1;
            }
        }
        return last;
    }

    private static int[] byState(SequenceLog log, int[] state, boolean[] last, int[] starts) {
        for (int e = 0; e < last.length; e++) {
            for (int k = 0; !last[e] && k < log.length(e); k++) {
                starts[state[log.item(e, k)] + 1]++;
            }
        }
        for (int i = 0; i + 1 < starts.length; i++) {
            starts[i + 1] += starts[i];
        }
        int[] events = new int[starts[starts.length - 1]];
        int[] next = starts.clone();
        for (int e = 0; e < last.length; e++) {
            for (int k = 0; !last[e] && k < log.length(e); k++) {
                events[next[state[log.item(e, k)]]++] = e;
            }
        }
        return events;
    }

    private void add(double[] row, int[] touched, int n) {
        Arrays.sort(touched, 0, n);
        if (used + n > columns.length) {
            columns = Arrays.copyOf(columns, 2 * (used + n));
            counts = Arrays.copyOf(counts, columns.length);
        }
        for (int t = 0; t < n; t++) {
            columns[used] = touched[t];
            counts[used++] = row[touched[t]];
            row[touched[t]] = 0;
        }
    }

    int[] rowStart() {
        return rowStart;
    }

    int[] columns() {
        return Arrays.copyOf(columns, used);
    }

    double[] counts() {
        return Arrays.copyOf(counts, used);
    }

    int steps() {
        return steps;
    }
}
