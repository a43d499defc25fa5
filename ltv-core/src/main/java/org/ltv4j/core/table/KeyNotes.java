package org.ltv4j.core.table;

import java.util.List;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.merge.KeyConflicts;

/** What there is to say of rows that name the order and line of another row. */
final class KeyNotes {
    private KeyNotes() {}

    /** Rows that repeat another one in every column are left to cleaning. */
    static List<String> of(TransactionLog log) {
        KeyConflicts found = KeyConflicts.of(log);
        if (found.rows() == 0) {
            return List.of();
        }
        String which = (found.rows() == 1 ? "line " : "the first is line ") + found.line();
        return List.of((found.rows() == 1 ? "1 row has" : found.rows() + " rows have")
                + " the order and line of an earlier row, but not its content (" + which + ", which has those of line "
                + found.otherLine() + " and another " + String.join(", ", found.differences())
                + "): all are kept; state DuplicateKeys if the first of them counts, or correct the source");
    }
}
