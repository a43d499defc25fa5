package org.ltv4j.core.clean;

import java.time.LocalDate;
import java.util.BitSet;
import org.ltv4j.core.data.TransactionLog;

/**
 * Leaves out rows after a day.
 *
 * @param lastDay the last day that is believed
 */
record FutureStep(LocalDate lastDay) implements Rule {
    private static final String NAME = "future dates";

    @Override
    public void apply(Work work) {
        TransactionLog log = work.log();
        Tally later = new Tally(log, "is of a day after " + lastDay);
        BitSet rows = new BitSet(log.size());
        for (int row = 0; row < log.size(); row++) {
            if (log.day(row) <= lastDay.toEpochDay()) {
                rows.set(row);
            } else {
                later.add(row, -log.amount(row));
            }
        }
        work.report(later.dropped(NAME, words()));
        work.keep(rows);
    }

    @Override
    public String text() {
        return NAME + ": after " + lastDay;
    }

    @Override
    public String words() {
        return "rows after " + lastDay + " are left out";
    }
}
