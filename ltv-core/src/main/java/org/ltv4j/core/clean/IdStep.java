package org.ltv4j.core.clean;

import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.data.LogEdit;
import org.ltv4j.core.data.TransactionLog;

/**
 * Makes one id of its spellings.
 *
 * @param column a column of ids that has a table
 * @param rule when two spellings are one id
 */
record IdStep(LogColumn column, IdRule rule) implements Rule {

    /** A table after folding, and where each id of the table before went. */
    private record Folded(IdTable ids, int[] numbers, boolean[] respelt, int before) {}

    @Override
    public void apply(Work work) {
        TransactionLog log = work.log();
        int rows = log.size();
        int[] codes = new int[column == LogColumn.CUSTOMER ? 0 : rows];
        IdTable table = column.ids(log);
        boolean[] used = new boolean[table.size()];
        if (column == LogColumn.CUSTOMER) {
            Arrays.fill(used, true);
        }
        for (int row = 0; row < codes.length; row++) {
            codes[row] = column.code(log, row);
            if (codes[row] != TransactionLog.NONE) {
                used[codes[row]] = true;
            }
        }
        Folded folded = fold(table, used);
        Tally changed = tally(log, codes, folded);
        int merged = folded.before - folded.ids.size();
        work.report(changed.met(
                column + " ids",
                words() + ": " + folded.before + " ids became " + folded.ids.size()
                        + (merged == 0 ? ", none were merged" : ", " + merged + " were other spellings")));
        if (changed.rows() > 0) {
            work.change(edited(log, codes, folded));
        }
    }

    private Folded fold(IdTable table, boolean[] used) {
        IdTable.Builder ids = new IdTable.Builder();
        int[] numbers = new int[table.size()];
        boolean[] respelt = new boolean[table.size()];
        int before = 0;
        for (int id = 0; id < numbers.length; id++) {
            numbers[id] = TransactionLog.NONE;
            if (used[id]) {
                String name = table.id(id);
                String other = rule.apply(name);
                respelt[id] = !other.equals(name);
                numbers[id] = ids.index(other);
                before++;
            }
        }
        return new Folded(ids.build(), numbers, respelt, before);
    }

    private Tally tally(TransactionLog log, int[] codes, Folded folded) {
        Tally changed = new Tally(log, "has another spelling of the " + column);
        if (column == LogColumn.CUSTOMER) {
            for (int c = 0; c < folded.respelt.length; c++) {
                for (int row = log.start(c); folded.respelt[c] && row < log.start(c + 1); row++) {
                    changed.add(row, 0);
                }
            }
            return changed;
        }
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] != TransactionLog.NONE && folded.respelt[codes[row]]) {
                changed.add(row, 0);
            }
        }
        return changed;
    }

    private TransactionLog edited(TransactionLog log, int[] codes, Folded folded) {
        LogEdit edit = LogEdit.of(log);
        if (column == LogColumn.CUSTOMER) {
            return edit.customers(folded.numbers, folded.ids).log();
        }
        for (int row = 0; row < codes.length; row++) {
            codes[row] = codes[row] == TransactionLog.NONE ? TransactionLog.NONE : folded.numbers[codes[row]];
        }
        return switch (column) {
            case ORDER -> edit.orders(codes, folded.ids).log();
            case LINE -> edit.lines(codes, folded.ids).log();
            case PRODUCT -> edit.products(codes, folded.ids).log();
            default -> edit.channels(codes, folded.ids).log();
        };
    }

    /** The columns that may be folded. */
    static List<LogColumn> columns() {
        return List.of(LogColumn.CUSTOMER, LogColumn.ORDER, LogColumn.LINE, LogColumn.PRODUCT, LogColumn.CHANNEL);
    }

    @Override
    public String text() {
        return column + " ids: " + rule;
    }

    @Override
    public String words() {
        return column + " ids are one id if they are the same " + rule;
    }
}
