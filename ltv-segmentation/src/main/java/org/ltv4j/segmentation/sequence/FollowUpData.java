package org.ltv4j.segmentation.sequence;

import java.util.Arrays;

/**
 * What follows any purchase: counts that all rules share. An event is complete if its window has passed by the end of the data.
 */
final class FollowUpData {
    final SequenceLog log;
    final int window;

    /** Sequence of each event. */
    final int[] sequence;

    /** First place in {@code events} of each item, one more than there are; events ascending. */
    final int[] starts;

    final int[] events;

    /** Complete events in all, of each sequence, and the sum of the squares of these. */
    final int complete;

    final int[] completeOf;
    final double squares;

    /** By item: complete events that it follows, and the sum over customers of squared deviations from an even spread. */
    final int[] followed;

    final double[] spread;

    /** Sparse rows: by sequence, items that follow a complete event of it, ascending, and how many they follow. */
    final int[] rowStart;

    int[] rowItem;
    int[] rowCount;

    FollowUpData(SequenceLog log, int window) {
        this.log = log;
        this.window = window;
        int items = log.items().size();
        sequence = new int[log.events()];
        starts = new int[items + 1];
        events = new int[log.occurrences()];
        byItem();
        completeOf = new int[log.size()];
        followed = new int[items];
        spread = new double[items];
        rowStart = new int[log.size() + 1];
        rowItem = new int[Math.max(16, log.occurrences())];
        rowCount = new int[rowItem.length];
        complete = rows();
        double sum = 0;
        for (int n : completeOf) {
            sum += (double) n * n;
        }
        squares = sum;
        spreads();
    }

    private void byItem() {
        for (int s = 0; s < log.size(); s++) {
            for (int e = log.start(s); e < log.start(s + 1); e++) {
                sequence[e] = s;
                for (int k = 0; k < log.length(e); k++) {
                    starts[log.item(e, k) + 1]++;
                }
            }
        }
        for (int item = 0; item + 1 < starts.length; item++) {
            starts[item + 1] += starts[item];
        }
        int[] next = starts.clone();
        for (int e = 0; e < log.events(); e++) {
            for (int k = 0; k < log.length(e); k++) {
                events[next[log.item(e, k)]++] = e;
            }
        }
    }

    private int rows() {
        int items = log.items().size();
        int[] seen = new int[items];
        int[] count = new int[items];
        int[] touched = new int[items];
        int all = 0;
        int used = 0;
        for (int s = 0; s < log.size(); s++) {
            int n = 0;
            for (int e = log.start(s); e < log.start(s + 1) && complete(e); e++) {
                completeOf[s]++;
                for (int f = e + 1; f < log.start(s + 1) && log.day(f) - log.day(e) <= window; f++) {
                    for (int k = 0; log.day(f) > log.day(e) && k < log.length(f); k++) {
                        int item = log.item(f, k);
                        if (seen[item] != e + 1) {
                            seen[item] = e + 1;
                            if (count[item]++ == 0) {
                                touched[n++] = item;
                            }
                        }
                    }
                }
            }
            all += completeOf[s];
            Arrays.sort(touched, 0, n);
            for (int t = 0; t < n; t++) {
                if (used == rowItem.length) {
                    rowItem = Arrays.copyOf(rowItem, 2 * used);
                    rowCount = Arrays.copyOf(rowCount, 2 * used);
                }
                rowItem[used] = touched[t];
                rowCount[used++] = count[touched[t]];
                followed[touched[t]] += count[touched[t]];
                count[touched[t]] = 0;
            }
            rowStart[s + 1] = used;
        }
        return all;
    }

    /** Events of a sequence stand in the order of time, so the complete ones come first. */
    boolean complete(int event) {
        return (long) log.day(event) + window <= log.lastDay();
    }

    /** Days after an event that are known, at most the window. */
    int known(int event) {
        return (int) Math.min(window, (long) log.lastDay() - log.day(event));
    }

    private void spreads() {
        double[] has = new double[followed.length];
        for (int s = 0; s < log.size(); s++) {
            double n = completeOf[s];
            for (int r = rowStart[s]; r < rowStart[s + 1]; r++) {
                double deviation = rowCount[r] - rate(rowItem[r]) * n;
                spread[rowItem[r]] += deviation * deviation;
                has[rowItem[r]] += n * n;
            }
        }
        for (int item = 0; item < spread.length; item++) {
            spread[item] += rate(item) * rate(item) * (squares - has[item]);
        }
    }

    /** The share of complete events that an item follows. */
    double rate(int item) {
        return complete == 0 ? 0 : (double) followed[item] / complete;
    }

    /** How many complete events of a sequence an item follows. */
    int count(int s, int item) {
        int at = Arrays.binarySearch(rowItem, rowStart[s], rowStart[s + 1], item);
        return at < 0 ? 0 : rowCount[at];
    }
}
