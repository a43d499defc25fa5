package org.ltv4j.core.merge;

import java.util.Objects;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

/**
 * How new rows join a log: rows that come twice are known by their key and left out, late rows find their place in time, and
 * rows that contradict each other are an error unless it is said which of them counts. Immutable.
 *
 * <p>Where all rows have keys and none contradict each other, the log after several batches does not depend on how the rows were
 * split, in which order the batches came, or how often: its customers have the same rows in the same order.
 *
 * <p>Cost: one pass over the columns of the log and a hash table of the batch.
 *
 * <pre>{@code
 * Appended day = AppendPlan.defaults().append(log, today);
 * day.report();      // 1,000 rows appended: 990 added (3 late), 0 corrected, 10 repeated, 0 overruled
 * }</pre>
 *
 * @param key by what a row is known
 * @param conflicts what to do with rows of one key and different content
 * @param unkeyed what to do with rows that state no key
 */
public record AppendPlan(RowKey key, ConflictRule conflicts, UnkeyedRule unkeyed) {

    /**
     * Checks that nothing is missing.
     *
     * @param key by what a row is known
     * @param conflicts what to do with rows of one key and different content
     * @param unkeyed what to do with rows that state no key
     */
    public AppendPlan {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(conflicts, "conflicts");
        Objects.requireNonNull(unkeyed, "unkeyed");
    }

    /**
     * Rows known by order and line; contradictions and rows without key are errors.
     *
     * @return the plan
     */
    public static AppendPlan defaults() {
        return new AppendPlan(RowKey.ORDER_AND_LINE, ConflictRule.FAIL, UnkeyedRule.FAIL);
    }

    /**
     * This plan with another key.
     *
     * @param by by what a row is known
     * @return the plan
     */
    public AppendPlan withKey(RowKey by) {
        return new AppendPlan(by, conflicts, unkeyed);
    }

    /**
     * This plan with another rule for contradictions.
     *
     * @param rule what to do with rows of one key and different content
     * @return the plan
     */
    public AppendPlan withConflicts(ConflictRule rule) {
        return new AppendPlan(key, rule, unkeyed);
    }

    /**
     * This plan with another rule for rows without key.
     *
     * @param rule what to do with them
     * @return the plan
     */
    public AppendPlan withUnkeyed(UnkeyedRule rule) {
        return new AppendPlan(key, conflicts, rule);
    }

    /**
     * Appends a batch of rows.
     *
     * @param log the log so far; may be empty
     * @param batch new rows, which may repeat rows of the log or of the batch itself
     * @return the log with the batch, and what became of its rows
     * @throws InvalidDataException if rows contradict each other or have no key, and the plan has no rule for it
     */
    public Appended append(TransactionLog log, TransactionLog batch) {
        return new BatchMatcher(this, log, batch).append();
    }
}
