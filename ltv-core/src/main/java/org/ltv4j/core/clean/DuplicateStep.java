package org.ltv4j.core.clean;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.ltv4j.core.data.TransactionLog;

/**
 * Rows that repeat another row in every column that was read.
 *
 * @param rule what becomes of them
 */
record DuplicateStep(DuplicateRule rule) implements Rule {
    private static final String NAME = "exact duplicates";

    @Override
    public void apply(Work work) {
        TransactionLog log = work.log();
        Tally repeated = new Tally(log, "repeats an earlier row in every column read");
        BitSet rows = new BitSet(log.size());
        rows.set(0, log.size());
        for (int customer = 0; customer < log.customers().size(); customer++) {
            int end = log.start(customer + 1);
            int from = log.start(customer);
            while (from < end) {
                int to = from + 1;
                while (to < end && log.second(to) == log.second(from)) {
                    to++;
                }
                if (to - from > 1) {
                    findRepeats(log, from, to, repeated, rows);
                }
                from = to;
            }
        }
        if (rule == DuplicateRule.KEEP) {
            work.report(repeated.met(NAME, rule.inWords()));
            return;
        }
        work.report(repeated.dropped(NAME, rule.inWords()));
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

    /** Rows of one customer and moment: only these can be duplicates. */
    private static void findRepeats(TransactionLog log, int from, int to, Tally repeated, BitSet rows) {
        Set<RowValues> seen = new HashSet<>();
        for (int row = from; row < to; row++) {
            if (!seen.add(RowValues.of(log, row))) {
                repeated.add(row, -log.amount(row));
                rows.clear(row);
            }
        }
    }

    /** What tells rows of one customer and moment apart. A record compares doubles by their bits, so NaN equals NaN. */
    private record RowValues(
            double amount,
            int order,
            int line,
            int product,
            int channel,
            double quantity,
            double unitPrice,
            double discount,
            String currency) {
        static RowValues of(TransactionLog log, int row) {
            return new RowValues(
                    log.amount(row),
                    log.order(row),
                    log.line(row),
                    log.product(row),
                    log.channel(row),
                    log.quantity(row),
                    log.unitPrice(row),
                    log.discount(row),
                    log.currency(row));
        }
    }
}
