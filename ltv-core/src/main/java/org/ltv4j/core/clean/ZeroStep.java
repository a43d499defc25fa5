package org.ltv4j.core.clean;

import java.util.BitSet;
import java.util.List;
import org.ltv4j.core.data.TransactionLog;

/**
 * Rows whose amount is 0.
 *
 * @param rule what becomes of them
 */
record ZeroStep(ZeroRule rule) implements Rule {
    private static final String NAME = "zero amounts";

    @Override
    public void apply(Work work) {
        TransactionLog log = work.log();
        if (!log.hasAmounts()) {
            work.report(new CleaningStep(NAME, "the sales have no amounts, so none is zero", 0, 0, 0, 0.0, List.of()));
            return;
        }
        Tally zeros = new Tally(log, rule == ZeroRule.KEEP ? "is a visit without spend" : "is no purchase");
        BitSet rows = new BitSet(log.size());
        for (int row = 0; row < log.size(); row++) {
            if (log.amount(row) == 0) {
                zeros.add(row, 0);
            } else {
                rows.set(row);
            }
        }
        if (rule == ZeroRule.KEEP) {
            work.report(zeros.met(NAME, rule.inWords()));
            return;
        }
        work.report(zeros.dropped(NAME, rule.inWords()));
        work.keep(rows);
    }

    @Override
    public String text() {
        return NAME + ": " + rule;
    }

    @Override
    public String words() {
        return rule.inWords();
    }
}
