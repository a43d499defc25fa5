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
record RefundStep(RefundRule rule, String prefix, @Nullable LocalDate cut) implements Rule {
    private static final String NAME = "refunds";
    private static final int MOST_NAMED = 20;

    @Override
    public void apply(Work work) {
        TransactionLog log = work.log();
        long lastDay = cut == null ? Long.MAX_VALUE : cut.toEpochDay();
        Cancellations cancellations = new Cancellations(log, prefix, lastDay);
        BitSet refunds = new BitSet(log.size());
        for (int row = 0; row < log.size(); row++) {
            refunds.set(row, cancellations.isRefund(row));
        }
        if (refunds.isEmpty() || rule == RefundRule.DROP || rule == RefundRule.KEEP) {
            leaveOutOrKeep(work, refunds, rule.inWords());
            return;
        }
        if (rule == RefundRule.FAIL) {
            throw refused(log, refunds);
        }
        if (!log.hasAmounts()) {
            leaveOutOrKeep(work, refunds, "are left out; without amounts nothing can be taken off a purchase");
            return;
        }
        RefundMatcher matcher = new RefundMatcher(log, cancellations, refunds, rule == RefundRule.MATCH_THEN_NET);
        matcher.settleAll(lastDay);
        settle(work, refunds, matcher);
    }

    @Override
    public String text() {
        return NAME + ": " + rule + (prefix.isEmpty() ? "" : ", cancellations " + prefix);
    }

    @Override
    public String words() {
        return rule.inWords();
    }

    private void leaveOutOrKeep(Work work, BitSet refunds, String inWords) {
        TransactionLog log = work.log();
        Tally tally = new Tally(log, "is a refund or cancellation");
        refunds.stream().forEach(row -> tally.add(row, -log.amount(row)));
        if (rule == RefundRule.KEEP) {
            work.report(tally.met(NAME, inWords));
        } else {
            work.report(tally.dropped(NAME, inWords));
            work.drop(refunds);
        }
    }

    private void settle(Work work, BitSet refunds, RefundMatcher matcher) {
        TransactionLog log = work.log();
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
        report(matcher, removed, reduced, work.steps());
        LogEdit edit = LogEdit.of(log).amounts(amounts);
        work.change((log.hasQuantity() ? edit.quantities(matcher.piecesLeft()) : edit).log());
        work.keep(kept);
    }

    private void report(RefundMatcher matcher, Tally removed, Tally reduced, List<CleaningStep> steps) {
        steps.add(new CleaningStep(
                NAME,
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
                                log.sourceRow(row),
                                "amount",
                                Tally.number(log.amount(row)),
                                "is a refund or cancellation")
                        .ofCustomer(log.customers().id(log.customer(row)))));
        int more = refunds.cardinality() - bad.size();
        return new InvalidDataException(
                refunds.cardinality() + " of " + log.size() + " rows are refunds, which are not accepted: "
                        + bad.stream().map(BadValue::toString).collect(Collectors.joining("; "))
                        + (more > 0 ? "; and " + more + " more" : "") + ". State how to treat them (RefundRule)",
                bad);
    }
}
