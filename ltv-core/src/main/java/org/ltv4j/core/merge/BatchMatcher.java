package org.ltv4j.core.merge;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.LogSplice;
import org.ltv4j.core.data.TransactionLog;

/** Finds out which rows of a batch are new to a log. One per batch. */
final class BatchMatcher {
    private final AppendPlan plan;
    private final TransactionLog log;
    private final TransactionLog batch;
    private final RowContent content;
    private final Conflicts conflicts;
    private final KeyTable winners;
    private final BitSet added;
    private final BitSet left = new BitSet();
    private int repeated;
    private int overruled;
    private int corrected;

    BatchMatcher(AppendPlan plan, TransactionLog log, TransactionLog batch) {
        this.plan = plan;
        this.log = log;
        this.batch = batch;
        this.content = new RowContent(log, batch);
        this.conflicts = new Conflicts(plan);
        this.winners = new KeyTable(batch.size());
        this.added = new BitSet(batch.size());
        added.set(0, batch.size());
    }

    Appended append() {
        if (batch.size() == 0) {
            return new Appended(log, new AppendReport(0, 0, 0, 0, 0, 0, Optional.empty()));
        }
        if (plan.unkeyed() == UnkeyedRule.FAIL) {
            failIfUnkeyed(batch, "to append");
            failIfUnkeyed(log, "of the log");
        }
        findWinners();
        compareWithWinners();
        compareWithLog();
        conflicts.failIfAny();
        if (plan.unkeyed() == UnkeyedRule.COMPARE) {
            repeated += new TwinFinder(log, batch, content, plan.key()).leaveTwins(added);
        }
        AppendReport report = report();
        boolean same = left.isEmpty() && added.isEmpty();
        return new Appended(same ? log : LogSplice.of(log, left, batch, added), report);
    }

    /** Whether a row states no key. */
    static boolean unkeyed(TransactionLog of, int row, RowKey key) {
        return key != RowKey.LINE && of.order(row) < 0 || key != RowKey.ORDER && of.line(row) < 0;
    }

    private void failIfUnkeyed(TransactionLog of, String which) {
        int count = 0;
        int first = 0;
        for (int row = 0; row < of.size(); row++) {
            if (unkeyed(of, row, plan.key())) {
                count++;
                int line = of.sourceRow(row);
                first = first == 0 || line > 0 && line < first ? line : first;
            }
        }
        if (count > 0) {
            throw new InvalidDataException(count + " of " + of.size() + " rows " + which + " state no " + plan.key()
                    + (first > 0 ? " (the first is line " + first + ")" : "")
                    + ", so that rows which come twice cannot be known. Name these columns when reading"
                    + " (Columns.withOrder, withLine), choose what a row is known by (AppendPlan.withKey), or say what to do"
                    + " with such rows: AppendPlan.withUnkeyed(ADD or COMPARE)");
        }
    }

    /** The row of the batch that counts for each key: the first or, where corrections are taken, the last of the source. */
    private void findWinners() {
        for (int row = 0; row < batch.size(); row++) {
            if (unkeyed(batch, row, plan.key())) {
                continue;
            }
            long key = key(batch.order(row), batch.line(row));
            int known = winners.get(key);
            boolean later = known >= 0 && batch.sourceRow(row) > batch.sourceRow(known);
            boolean earlier = known >= 0 && batch.sourceRow(row) < batch.sourceRow(known);
            if (known < 0 || (plan.conflicts() == ConflictRule.TAKE_NEWER ? later : earlier)) {
                winners.put(key, row);
            }
        }
    }

    private long key(int order, int line) {
        return switch (plan.key()) {
            case ORDER_AND_LINE -> (long) order << 32 | line;
            case ORDER -> order;
            case LINE -> line;
        };
    }

    private void compareWithWinners() {
        RowContent within = new RowContent(batch, batch);
        for (int row = 0; row < batch.size(); row++) {
            if (unkeyed(batch, row, plan.key())) {
                continue;
            }
            int winner = winners.get(key(batch.order(row), batch.line(row)));
            if (winner == row) {
                continue;
            }
            added.clear(row);
            if (within.same(winner, row)) {
                repeated++;
                continue;
            }
            overruled++;
            if (plan.conflicts() == ConflictRule.FAIL || batch.sourceRow(row) == batch.sourceRow(winner)) {
                conflicts.add(
                        batch.sourceRow(row),
                        "the same batch",
                        batch.sourceRow(winner),
                        within.differences(winner, row));
            }
        }
    }

    private void compareWithLog() {
        int[] orders = numbers(log.orders(), batch.orders());
        int[] lines = numbers(log.lines(), batch.lines());
        BitSet same = new BitSet();
        BitSet different = new BitSet();
        for (int row = 0; row < log.size(); row++) {
            int order = log.order(row) < 0 ? TransactionLog.NONE : orders[log.order(row)];
            int line = log.line(row) < 0 ? TransactionLog.NONE : lines[log.line(row)];
            if (plan.key() != RowKey.LINE && order < 0 || plan.key() != RowKey.ORDER && line < 0) {
                continue;
            }
            int winner = winners.get(key(order, line));
            if (winner < 0) {
                continue;
            }
            if (content.same(row, winner)) {
                same.set(winner);
                continue;
            }
            different.set(winner);
            switch (plan.conflicts()) {
                case FAIL ->
                    conflicts.add(
                            batch.sourceRow(winner), "the log", log.sourceRow(row), content.differences(row, winner));
                case TAKE_NEWER -> left.set(row);
                case KEEP_FIRST -> {}
            }
        }
        different.andNot(same);
        repeated += same.cardinality();
        added.andNot(same);
        if (plan.conflicts() == ConflictRule.TAKE_NEWER) {
            corrected = different.cardinality();
        } else {
            overruled += different.cardinality();
            added.andNot(different);
        }
    }

    /** The number in the batch of each id of the log. */
    private int[] numbers(IdTable ofLog, IdTable ofBatch) {
        int[] numbers = new int[ofLog.size()];
        Arrays.fill(numbers, TransactionLog.NONE);
        for (int i = 0; i < ofBatch.size(); i++) {
            int number = ofLog.indexOf(ofBatch, i);
            if (number >= 0) {
                numbers[number] = i;
            }
        }
        return numbers;
    }

    private AppendReport report() {
        long last = Long.MIN_VALUE;
        for (int c = 0; c < log.customers().size(); c++) {
            last = Math.max(last, log.second(log.start(c + 1) - 1));
        }
        long first = Long.MAX_VALUE;
        int late = 0;
        for (int row = added.nextSetBit(0); row >= 0; row = added.nextSetBit(row + 1)) {
            first = Math.min(first, batch.day(row));
            late += batch.second(row) < last ? 1 : 0;
        }
        for (int row = left.nextSetBit(0); row >= 0; row = left.nextSetBit(row + 1)) {
            first = Math.min(first, log.day(row));
        }
        return new AppendReport(
                batch.size(),
                added.cardinality() - corrected,
                late,
                corrected,
                repeated,
                overruled,
                first == Long.MAX_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(first)));
    }
}
