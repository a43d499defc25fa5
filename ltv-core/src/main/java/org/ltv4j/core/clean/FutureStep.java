package org.ltv4j.core.clean;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.ltv4j.core.data.TransactionLog;

/**
 * Leaves out rows after a day.
 *
 * @param lastDay the last day that is believed
 */
record FutureStep(LocalDate lastDay) implements CleaningPlan.Rule {

    @Override
    public TransactionLog apply(TransactionLog log, List<CleaningStep> steps) {
        Tally later = new Tally(log, "is of a day after " + lastDay);
        BitSet rows = new BitSet(log.size());
        for (int row = 0; row < log.size(); row++) {
            if (log.day(row) <= lastDay.toEpochDay()) {
                rows.set(row);
            } else {
                later.add(row, -log.amount(row));
            }
        }
        steps.add(later.dropped("future dates", "rows after " + lastDay + " are left out"));
        return log.keep(rows);
    }
}
