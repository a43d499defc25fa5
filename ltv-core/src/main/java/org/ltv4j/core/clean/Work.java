package org.ltv4j.core.clean;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ltv4j.core.data.TransactionLog;

/** A log on its way through a plan, and what was found out on the way. */
final class Work {
    private TransactionLog log;
    private final List<CleaningStep> steps = new ArrayList<>();
    private final Map<String, TransactionLog> isolated = new LinkedHashMap<>();
    private final Map<String, BitSet> flagged = new LinkedHashMap<>();

    Work(TransactionLog log) {
        this.log = log;
    }

    TransactionLog log() {
        return log;
    }

    List<CleaningStep> steps() {
        return steps;
    }

    Map<String, TransactionLog> isolated() {
        return isolated;
    }

    Map<String, BitSet> flagged() {
        return flagged;
    }

    void report(CleaningStep step) {
        steps.add(step);
    }

    /** Goes on with a log of the same rows in the same places. */
    void change(TransactionLog other) {
        log = other;
    }

    /** Goes on with some of the rows. */
    void keep(BitSet rows) {
        if (rows.cardinality() == log.size()) {
            return;
        }
        flagged.replaceAll((step, marks) -> moved(marks, rows));
        log = log.keep(rows);
    }

    /** Goes on without these rows. */
    void drop(BitSet rows) {
        BitSet rest = (BitSet) rows.clone();
        rest.flip(0, log.size());
        keep(rest);
    }

    /** Goes on without these rows, and lays them aside. */
    void isolate(String step, BitSet rows) {
        isolated.put(step, log.keep(rows));
        drop(rows);
    }

    /** Marks rows. */
    void flag(String step, BitSet rows) {
        flagged.put(step, (BitSet) rows.clone());
    }

    /** Where the marks stand when only the kept rows are left. */
    private static BitSet moved(BitSet marks, BitSet kept) {
        BitSet out = new BitSet();
        int place = 0;
        for (int row = kept.nextSetBit(0); row >= 0; row = kept.nextSetBit(row + 1)) {
            out.set(place++, marks.get(row));
        }
        return out;
    }
}
