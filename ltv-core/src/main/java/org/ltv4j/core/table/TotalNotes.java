package org.ltv4j.core.table;

import java.util.ArrayList;
import java.util.List;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.TransactionLog;

/**
 * Finds totals that were read as sales, since they have a date: a customer who is called by a word for a total, or a last row whose
 * amount is that of all others together. They are kept, for a customer may be called so and a sum may be chance, and said.
 */
final class TotalNotes {
    private static final int LONGEST_WORD = 40;

    /** With fewer other rows, that one is their sum happens by chance. */
    private static final int FEWEST_ADDED_UP = 3;

    private TotalNotes() {}

    /** What there is to say of a log whose customers stand in a column: line numbers, no ids. */
    static List<String> of(TransactionLog log, String column) {
        List<String> notes = new ArrayList<>();
        IdTable ids = log.customers();
        byte[] bytes = new byte[LONGEST_WORD];
        int rows = 0;
        int firstLine = Integer.MAX_VALUE;
        int last = -1; // row that stands last of those whose customer has no other
        for (int customer = 0; customer < ids.size(); customer++) {
            int start = log.start(customer);
            int count = log.start(customer + 1) - start;
            if (count == 1 && (last < 0 || log.sourceRow(start) > log.sourceRow(last))) {
                last = start;
            }
            if (mayBeWord(ids, customer, bytes) && Furniture.isTotal(Furniture.clean(ids.id(customer)))) {
                rows += count;
                for (int row = start; row < start + count; row++) {
                    firstLine = Math.min(firstLine, log.sourceRow(row));
                }
            }
        }
        if (rows > 0) {
            notes.add((rows == 1 ? "1 row has" : rows + " rows have") + " a word for a total in column " + column
                    + " and a date beside it (" + (rows == 1 ? "line " : "the first is line ") + firstLine
                    + "): counted as sales of a customer; if they are totals, leave them out");
        } else if (last >= 0 && isSumOfOthers(log, last)) {
            notes.add("the last row (line " + log.sourceRow(last)
                    + ") has the amount of all others together: counted as a sale"
                    + " of a customer; if it is their total, leave it out");
        }
        return notes;
    }

    /** Words have no digits, ids mostly do: then no text is made. */
    private static boolean mayBeWord(IdTable ids, int id, byte[] bytes) {
        int length = ids.length(id);
        if (length > LONGEST_WORD) {
            return false;
        }
        ids.copy(id, bytes, 0);
        for (int i = 0; i < length; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isSumOfOthers(TransactionLog log, int last) {
        if (!log.hasAmounts() || log.hasMissingAmounts() || log.size() <= FEWEST_ADDED_UP) {
            return false;
        }
        double amount = log.amount(last);
        double sum = 0;
        for (int row = 0; row < log.size(); row++) {
            if (log.sourceRow(row) > log.sourceRow(last)) {
                return false; // mostly found within a few rows
            }
            sum += row == last ? 0 : log.amount(row);
        }
        return sum != 0 && Furniture.isSum(amount, sum);
    }
}
