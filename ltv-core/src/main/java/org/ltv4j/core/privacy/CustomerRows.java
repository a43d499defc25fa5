package org.ltv4j.core.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ltv4j.core.clean.CleaningReport;
import org.ltv4j.core.clean.CleaningStep;
import org.ltv4j.core.data.BadValue;
import org.ltv4j.core.data.LogEdit;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.internal.math.CompensatedSum;

/** Takes customers out of a log, with all that only they named. */
final class CustomerRows {
    private CustomerRows() {}

    /** The rows of other customers, and of orders, lines, products and channels only what these name. */
    static TransactionLog without(TransactionLog log, BitSet customers) {
        return customers.isEmpty()
                ? log
                : LogEdit.of(log.keep(kept(log, customers))).withoutUnusedIds().log();
    }

    /** As {@link #without}, counted as a step of cleaning. */
    static Screened screened(
            TransactionLog log, CleaningReport reading, BitSet customers, String step, String rule, String problem) {
        long rows = 0;
        CompensatedSum lost = new CompensatedSum();
        boolean addable = log.currencies().size() == 1 && log.hasAmounts();
        for (int c = customers.nextSetBit(0); c >= 0; c = customers.nextSetBit(c + 1)) {
            rows += log.start(c + 1) - log.start(c);
            for (int row = log.start(c); addable && row < log.start(c + 1); row++) {
                double amount = log.amount(row);
                lost.add(Double.isNaN(amount) ? 0 : -amount);
            }
        }
        CleaningStep done =
                new CleaningStep(step, rule, rows, rows, 0, lost.value() + 0.0, examples(log, customers, problem));
        return new Screened(without(log, customers), reading.with(List.of(done)));
    }

    /** The first row of each customer concerned; of these, those that come first in the source. */
    private static List<BadValue> examples(TransactionLog log, BitSet customers, String problem) {
        List<Integer> lines = new ArrayList<>();
        customers.stream()
                .forEach(c -> IntStream.range(log.start(c), log.start(c + 1))
                        .map(log::sourceRow)
                        .min()
                        .ifPresent(lines::add));
        return lines.stream()
                .sorted(Comparator.naturalOrder())
                .limit(CleaningStep.MOST_EXAMPLES)
                .map(line -> new BadValue(line, "customer", "", problem))
                .toList();
    }

    private static BitSet kept(TransactionLog log, BitSet customers) {
        BitSet rows = new BitSet(log.size());
        rows.set(0, log.size());
        customers.stream().forEach(c -> rows.clear(log.start(c), log.start(c + 1)));
        return rows;
    }
}
