package org.ltv4j.core.clean;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.data.LogEdit;
import org.ltv4j.core.data.TransactionLog;

/**
 * Fills missing values of a column, or leaves their rows out.
 *
 * @param column the column
 * @param rule what stands in
 * @param cut last day whose rows may be learnt from; null for all
 */
record MissingStep(
        LogColumn column, MissingRule rule, @Nullable LocalDate cut) implements Rule {
    private static final double LARGEST = 1e15;

    @Override
    public void apply(Work work) {
        TransactionLog log = work.log();
        BitSet missing = missing(log);
        BitSet filled = new BitSet();
        if (!missing.isEmpty()) {
            if (column.isNumber()) {
                filled = fillNumbers(work, (BitSet) missing.clone());
            } else if (rule.ways().get(0) instanceof MissingRule.Label label) {
                fillIds(work, missing, label.id());
                filled = missing;
            }
        }
        report(work, log, missing, filled);
    }

    private BitSet missing(TransactionLog log) {
        BitSet missing = new BitSet(log.size());
        for (int row = 0; row < log.size(); row++) {
            boolean none = column.isNumber()
                    ? Double.isNaN(column.number(log, row))
                    : column.code(log, row) == TransactionLog.NONE;
            if (none) {
                missing.set(row);
            }
        }
        return missing;
    }

    private void report(Work work, TransactionLog before, BitSet missing, BitSet filled) {
        Tally known = new Tally(before, column, "is missing and was filled");
        filled.stream()
                .forEach(row ->
                        known.add(row, column == LogColumn.AMOUNT ? work.log().amount(row) : 0));
        String name = "filled " + column;
        if (filled.cardinality() > 0 || !drops(rule.ways().get(0))) {
            work.report(column == LogColumn.AMOUNT ? known.changed(name, words()) : known.met(name, words()));
        }
        BitSet left = (BitSet) missing.clone();
        left.andNot(filled);
        boolean goes =
                column == LogColumn.AMOUNT || drops(rule.ways().get(rule.ways().size() - 1));
        if (goes) {
            Tally gone = new Tally(before, column, "is missing");
            left.stream().forEach(row -> gone.add(row, column == LogColumn.AMOUNT ? 0 : -before.amount(row)));
            work.report(
                    gone.dropped("without " + column, "rows without " + column + " that nothing fills are left out"));
            work.drop(left);
        }
    }

    private static boolean drops(MissingRule.Fill way) {
        return way instanceof MissingRule.Drop;
    }

    private void fillIds(Work work, BitSet missing, String label) {
        TransactionLog log = work.log();
        IdTable.Builder ids = new IdTable.Builder();
        IdTable old = column.ids(log);
        for (int id = 0; id < old.size(); id++) {
            ids.index(old, id);
        }
        int number = ids.index(label);
        int[] codes = new int[log.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = missing.get(row) ? number : column.code(log, row);
        }
        LogEdit edit = LogEdit.of(log);
        work.change(
                (column == LogColumn.PRODUCT ? edit.products(codes, ids.build()) : edit.channels(codes, ids.build()))
                        .log());
    }

    /** Fills what the ways know; the rows given are used up to those that are left. */
    private BitSet fillNumbers(Work work, BitSet open) {
        TransactionLog log = work.log();
        BitSet filled = (BitSet) open.clone();
        double[] values = new double[log.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.number(log, row);
        }
        for (MissingRule.Fill way : rule.ways()) {
            if (!open.isEmpty()) {
                fill(log, way, open, values);
                for (int row = open.nextSetBit(0); row >= 0; row = open.nextSetBit(row + 1)) {
                    open.set(row, Double.isNaN(values[row]));
                }
            }
        }
        filled.andNot(open);
        if (!filled.isEmpty()) {
            work.change(edited(log, values, filled));
        }
        return filled;
    }

    private TransactionLog edited(TransactionLog log, double[] values, BitSet filled) {
        LogEdit edit = LogEdit.of(log);
        return switch (column) {
            case AMOUNT -> edit.filledAmounts(values, filled).log();
            case QUANTITY -> edit.quantities(values).log();
            case UNIT_PRICE -> edit.unitPrices(values).log();
            default -> edit.discounts(values).log();
        };
    }

    private void fill(TransactionLog log, MissingRule.Fill way, BitSet open, double[] values) {
        if (way instanceof MissingRule.Constant constant) {
            open.stream().forEach(row -> values[row] = signed(log, row, constant.value()));
        } else if (way instanceof MissingRule.Product) {
            open.stream().forEach(row -> {
                double amount = log.quantity(row) * log.unitPrice(row);
                values[row] = Math.abs(amount) <= LARGEST ? amount + 0.0 : Double.NaN;
            });
        } else if (way instanceof MissingRule.LastKnown) {
            fillForward(log, open, values);
        } else if (way instanceof MissingRule.Average average) {
            fillAverages(log, average, open, values);
        }
    }

    private void fillForward(TransactionLog log, BitSet open, double[] values) {
        for (int customer = 0; customer < log.customers().size(); customer++) {
            double last = Double.NaN;
            int to = log.start(customer + 1);
            int from = log.start(customer);
            int first = open.nextSetBit(from);
            for (int row = from; first >= 0 && first < to && row < to; row++) {
                double value = column.number(log, row);
                if (Known.is(column, value) && !(column == LogColumn.AMOUNT && log.amountFilled(row))) {
                    last = value;
                } else if (open.get(row)) {
                    values[row] = signed(log, row, last);
                }
            }
        }
    }

    private void fillAverages(TransactionLog log, MissingRule.Average average, BitSet open, double[] values) {
        long lastDay = cut == null ? Long.MAX_VALUE : cut.toEpochDay();
        Groups groups = Groups.by(average.peers(), log, lastDay);
        BitSet wanted = new BitSet();
        open.stream().filter(row -> groups.of()[row] >= 0).forEach(row -> wanted.set(groups.of()[row]));
        GroupedValues known = GroupedValues.of(log, column, groups, wanted, lastDay);
        double[] averages = new double[groups.count()];
        Arrays.fill(averages, Double.NaN);
        wanted.stream()
                .filter(group -> known.size(group) > 0)
                .forEach(group -> averages[group] = switch (average.kind()) {
                    case MEAN -> known.mean(group);
                    case MEDIAN -> known.quantile(group, 0.5);
                    case MODE -> known.mode(group);
                });
        open.stream()
                .filter(row -> groups.of()[row] >= 0)
                .forEach(row -> values[row] = signed(log, row, averages[groups.of()[row]]));
    }

    /** An amount given back is negative. */
    private double signed(TransactionLog log, int row, double value) {
        return column == LogColumn.AMOUNT && log.quantity(row) < 0 ? -Math.abs(value) : value;
    }

    @Override
    public String text() {
        return "missing " + column + ": " + rule;
    }

    @Override
    public String words() {
        return "missing " + column + ": " + rule + (cut == null ? "" : ", learnt from rows up to " + cut);
    }
}
