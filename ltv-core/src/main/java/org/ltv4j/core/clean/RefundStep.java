package org.ltv4j.core.clean;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.BadValue;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.LogEdit;
import org.ltv4j.core.data.TransactionLog;

/**
 * Refunds and cancellations.
 *
 * @param rule what becomes of them
 * @param prefix letters before the digits of a cancellation's order id; empty for none
 * @param cut day across which no refund reaches back; null for none
 */
record RefundStep(RefundRule rule, String prefix, @Nullable LocalDate cut) implements CleaningPlan.Rule {
    private static final int MOST_NAMED = 20;

    @Override
    public TransactionLog apply(TransactionLog log, List<CleaningStep> steps) {
        Cancellations cancellations = new Cancellations(log, prefix);
        BitSet refunds = new BitSet(log.size());
        for (int row = 0; row < log.size(); row++) {
            refunds.set(row, cancellations.isRefund(row));
        }
        if (refunds.isEmpty() || rule == RefundRule.DROP) {
            return leaveOut(log, refunds, rule.inWords(), steps);
        }
        if (rule == RefundRule.FAIL) {
            throw refused(log, refunds);
        }
        if (!log.hasAmounts()) {
            return leaveOut(log, refunds, "are left out; without amounts nothing can be taken off a purchase", steps);
        }
        RefundMatcher matcher = new RefundMatcher(log, cancellations, refunds, rule == RefundRule.MATCH_THEN_NET);
        matcher.settleAll(cut == null ? Long.MAX_VALUE : cut.toEpochDay());
        return settled(log, refunds, matcher, steps);
    }

    private TransactionLog leaveOut(TransactionLog log, BitSet refunds, String inWords, List<CleaningStep> steps) {
        Tally tally = new Tally(log, "is a refund or cancellation");
        refunds.stream().forEach(row -> tally.add(row, -log.amount(row)));
        steps.add(tally.dropped("refunds", inWords));
        BitSet kept = (BitSet) refunds.clone();
        kept.flip(0, log.size());
        return log.keep(kept);
    }

    private TransactionLog settled(
            TransactionLog log, BitSet refunds, RefundMatcher matcher, List<CleaningStep> steps) {
        Tally removed = new Tally(log, "was refunded in full");
        Tally reduced = new Tally(log, "was refunded in part");
        double[] amounts = matcher.left();
        BitSet kept = new BitSet(log.size());
        for (int row = 0; row < log.size(); row++) {
            if (refunds.get(row)) {
                amounts[row] = log.amount(row);
                continue;
            }
            boolean touched = amounts[row] != log.amount(row);
            if (touched && amounts[row] == 0) {
                removed.add(row, -log.amount(row));
                continue;
            }
            kept.set(row);
            if (touched) {
                amounts[row] = RefundMatcher.rounded(amounts[row], log.amount(row));
                reduced.add(row, amounts[row] - log.amount(row));
            }
        }
        report(matcher, removed, reduced, steps);
        LogEdit edit = LogEdit.of(log).amounts(amounts);
        return (log.hasQuantity() ? edit.quantities(matcher.piecesLeft()) : edit)
                .log()
                .keep(kept);
    }

    private void report(RefundMatcher matcher, Tally removed, Tally reduced, List<CleaningStep> steps) {
        steps.add(new CleaningStep(
                "refunds",
                rule.inWords(),
                matcher.matched.rows() + matcher.netted.rows() + matcher.unmatched.rows(),
                0,
                0,
                0.0,
                List.of()));
        if (rule == RefundRule.MATCH_THEN_NET) {
            steps.add(matcher.matched.dropped(
                    "refunds matched", "taken off a purchase of the same order or the same product"));
        }
        steps.add(matcher.netted.dropped(
                "refunds netted", "taken off the customer's latest earlier purchases, in whole or in part"));
        steps.add(matcher.unmatched.dropped(
                "refunds without purchase",
                cut == null
                        ? "more than the customer's earlier purchases in the data: what is beyond them is left out"
                        : "more than the customer's earlier purchases in the data, on the same side of " + cut
                                + ": what is beyond them is left out"));
        steps.add(removed.dropped("purchases refunded in full", "are no purchases any more and are left out"));
        steps.add(reduced.changed("purchases refunded in part", "keep what was not refunded"));
    }

    private static InvalidDataException refused(TransactionLog log, BitSet refunds) {
        List<BadValue> bad = new ArrayList<>();
        refunds.stream()
                .boxed()
                .sorted(Comparator.comparingInt(log::sourceRow))
                .limit(MOST_NAMED)
                .forEach(row -> bad.add(new BadValue(
                        log.sourceRow(row), "amount", Tally.number(log.amount(row)), "is a refund or cancellation")));
        int more = refunds.cardinality() - bad.size();
        return new InvalidDataException(
                refunds.cardinality() + " of " + log.size() + " rows are refunds, which are not accepted: "
                        + bad.stream().map(BadValue::toString).collect(Collectors.joining("; "))
                        + (more > 0 ? "; and " + more + " more" : "") + ". State how to treat them (RefundRule)",
                bad);
    }
}
