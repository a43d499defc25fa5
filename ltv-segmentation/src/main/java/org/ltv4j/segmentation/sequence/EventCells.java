package org.ltv4j.segmentation.sequence;

import java.util.Arrays;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.segmentation.basket.LeftOutRows;

/** Takes items, ends of events and ends of sequences, and packs them into flat arrays. */
final class EventCells {
    private static final int MAX = Integer.MAX_VALUE - 8;

    private int[] starts;
    private int sequences;
    private int[] days;
    private int[] offsets;
    private int events;
    private int[] flat;
    private int used;
    private int latest = Integer.MIN_VALUE;

    EventCells(int sequences, int events, int items) {
        starts = new int[sequences + 1];
        days = new int[events];
        offsets = new int[events + 1];
        flat = new int[items];
    }

    void item(int number) {
        if (used == flat.length) {
            flat = Arrays.copyOf(flat, grown(used));
        }
        flat[used++] = number;
    }

    /** Sorts the items since the last event, leaves out what stands there twice, and closes them, if there are any. */
    void endEvent(int day) {
        int from = offsets[events];
        if (used == from) {
            return;
        }
        Arrays.sort(flat, from, used);
        int left = from + 1;
        for (int i = from + 1; i < used; i++) {
            if (flat[i] != flat[left - 1]) {
                flat[left++] = flat[i];
            }
        }
        used = left;
        if (events == days.length) {
            days = Arrays.copyOf(days, grown(events));
            offsets = Arrays.copyOf(offsets, days.length + 1);
        }
        days[events++] = day;
        offsets[events] = used;
        latest = Math.max(latest, day);
    }

    void endSequence() {
        if (sequences + 1 == starts.length) {
            starts = Arrays.copyOf(starts, grown(starts.length));
        }
        starts[++sequences] = events;
    }

    /** The finished log; observed until its last event if a later day is not given. */
    SequenceLog log(IdTable customers, IdTable items, int lastDay, LeftOutRows leftOut) {
        return new SequenceLog(
                customers,
                items,
                Arrays.copyOf(starts, sequences + 1),
                Arrays.copyOf(days, events),
                Arrays.copyOf(offsets, events + 1),
                Arrays.copyOf(flat, used),
                Math.max(latest, lastDay),
                leftOut);
    }

    private static int grown(int length) {
        if (length == MAX) {
            throw new InvalidDataException("more than " + MAX + " items in all events together: mine them in parts");
        }
        return (int) Math.min(MAX, Math.max(16, length * 2L));
    }
}
