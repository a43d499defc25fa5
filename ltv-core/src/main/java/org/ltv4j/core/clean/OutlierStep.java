package org.ltv4j.core.clean;

import java.time.LocalDate;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.data.LogEdit;
import org.ltv4j.core.data.TransactionLog;

/**
 * Caps, leaves out or marks outliers.
 *
 * @param rule which values are outliers, and what becomes of them
 * @param cut last day whose rows may be learnt from; null for all
 */
record OutlierStep(OutlierRule rule, @Nullable LocalDate cut) implements Rule {

    @Override
    public void apply(Work work) {
        TransactionLog log = work.log();
        LogColumn column = rule.column();
        Groups groups = rule.isPerProduct() ? Groups.byProduct(log) : new Groups(new int[log.size()], 1);
        Fences[] fences = learn(log, groups);
        Tally tally = new Tally(log, column, rule.isUpperOnly() ? "is above the fence" : "is outside the fences");
        BitSet outliers = new BitSet();
        double[] capped = new double[rule.action() == OutlierRule.Action.CAP ? log.size() : 0];
        for (int row = 0; row < log.size(); row++) {
            double value = column.number(log, row);
            int group = groups.of()[row];
            double inside = group < 0 || !Known.is(column, value) ? value : fences[group].capped(value);
            boolean outlier = inside != value && !Double.isNaN(value);
            if (capped.length > 0) {
                capped[row] = inside;
            }
            if (outlier) {
                outliers.set(row);
                tally.add(row, change(log, row, inside - value));
            }
        }
        finish(work, tally, outliers, capped, inWords(fences));
    }

    private Fences[] learn(TransactionLog log, Groups groups) {
        BitSet all = new BitSet();
        all.set(0, groups.count());
        long lastDay = cut == null ? Long.MAX_VALUE : cut.toEpochDay();
        GroupedValues known = GroupedValues.of(log, rule.column(), groups, all, lastDay);
        Fences[] fences = new Fences[groups.count()];
        for (int group = 0; group < fences.length; group++) {
            fences[group] = Fences.learn(rule, known.sorted(group));
        }
        return fences;
    }

    private double change(TransactionLog log, int row, double capping) {
        return switch (rule.action()) {
            case CAP -> rule.column() == LogColumn.AMOUNT ? capping : 0;
            case DROP -> -log.amount(row);
            case FLAG -> 0;
        };
    }

    private void finish(Work work, Tally tally, BitSet outliers, double[] capped, String words) {
        String name = rule.name();
        switch (rule.action()) {
            case CAP -> {
                work.report(rule.column() == LogColumn.AMOUNT ? tally.changed(name, words) : tally.met(name, words));
                if (!outliers.isEmpty()) {
                    work.change(edited(work.log(), capped));
                }
            }
            case DROP -> {
                work.report(tally.dropped(name, words));
                work.isolate(name, outliers);
            }
            case FLAG -> {
                work.report(tally.met(name, words));
                work.flag(name, outliers);
            }
        }
    }

    private TransactionLog edited(TransactionLog log, double[] values) {
        LogEdit edit = LogEdit.of(log);
        return switch (rule.column()) {
            case AMOUNT -> edit.amounts(values).log();
            case QUANTITY -> edit.quantities(values).log();
            case UNIT_PRICE -> edit.unitPrices(values).log();
            default -> edit.discounts(values).log();
        };
    }

    /** The rule, and the fences where there is one pair of them. */
    private String inWords(Fences[] fences) {
        if (rule.isPerProduct()) {
            return words();
        }
        Fences only = fences[0];
        boolean low = only.lower() > 0;
        boolean high = Double.isFinite(only.upper());
        String between = low && high
                ? "below " + Tally.number(only.lower()) + " or above " + Tally.number(only.upper())
                : low ? "below " + Tally.number(only.lower()) : high ? "above " + Tally.number(only.upper()) : "none";
        return words() + ": " + between;
    }

    @Override
    public String text() {
        return rule.name() + ": " + rule;
    }

    @Override
    public String words() {
        return rule + (cut == null ? "" : "; the fences are learnt from rows up to " + cut);
    }
}
