package org.ltv4j.segmentation.sequence;

import java.util.function.IntFunction;
import org.ltv4j.core.data.Blanks;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.segmentation.basket.LeftOutRows;

/** Periods of customers as events whose only item is a state. */
final class StateSequences {
    private StateSequences() {}

    static SequenceLog of(TransactionLog log, int length, IntFunction<String> state) {
        int last = Math.toIntExact(log.lastDay().toEpochDay());
        IdTable.Builder states = new IdTable.Builder();
        EventCells cells = new EventCells(
                log.customers().size(), log.customers().size(), log.customers().size());
        long returns = 0;
        for (int customer = 0; customer < log.customers().size(); customer++) {
            int row = log.start(customer);
            int end = log.start(customer + 1);
            int period = Integer.MAX_VALUE; // counted backwards from the last one, which ends with the last day
            int purchases = 0;
            int day = Integer.MIN_VALUE;
            for (; row < end; row++) {
                if (log.amount(row) < 0 || log.quantity(row) < 0) {
                    returns++;
                    continue;
                }
                int at = (last - log.day(row)) / length;
                for (; period != Integer.MAX_VALUE && period > at; period--) {
                    close(cells, states, state, purchases, last - period * length - length + 1);
                    purchases = 0;
                }
                period = at;
                purchases += log.day(row) == day ? 0 : 1;
                day = log.day(row);
            }
            for (; period != Integer.MAX_VALUE && period >= 0; period--) {
                close(cells, states, state, purchases, last - period * length - length + 1);
                purchases = 0;
            }
            cells.endSequence();
        }
        return cells.log(log.customers(), states.build(), last, new LeftOutRows(returns, 0, 0));
    }

    private static void close(
            EventCells cells, IdTable.Builder states, IntFunction<String> state, int purchases, int firstDay) {
        String name = state.apply(purchases);
        if (Blanks.isBlank(name)) {
            throw new InvalidDataException("a state needs a name, got a blank one for " + purchases + " purchases");
        }
        cells.item(states.index(name));
        cells.endEvent(firstDay);
    }
}
