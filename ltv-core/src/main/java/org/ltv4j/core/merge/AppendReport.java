package org.ltv4j.core.merge;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What became of the rows of a batch that was appended: {@code rows = added + corrected + repeated + overruled}.
 *
 * @param rows rows of the batch
 * @param added rows that the log did not know
 * @param late of the added and corrected rows those earlier than the latest row that the log had before
 * @param corrected rows that took the place of a row of the log with the same key and other content
 * @param repeated rows that were known already, content and all, and left out
 * @param overruled rows left out because another row of the same key and other content was preferred
 * @param firstChange the earliest day of which the log now has other rows than before: results as of an earlier day still
 *     hold; empty if nothing changed
 */
public record AppendReport(
        int rows, int added, int late, int corrected, int repeated, int overruled, Optional<LocalDate> firstChange) {

    /**
     * Checks that every row is counted once.
     *
     * @param rows rows of the batch
     * @param added rows that the log did not know
     * @param late of the added and corrected rows those earlier than the latest row that the log had before
     * @param corrected rows that took the place of a row of the log with the same key and other content
     * @param repeated rows that were known already, content and all, and left out
     * @param overruled rows left out because another row of the same key and other content was preferred
     * @param firstChange the earliest day of which the log now has other rows than before
     */
    public AppendReport {
        if (rows != added + corrected + repeated + overruled || late > added + corrected) {
            throw new IllegalArgumentException("the counts do not add up: " + rows + " rows, " + added + " added ("
                    + late + " late), " + corrected + " corrected, " + repeated + " repeated, " + overruled
                    + " overruled");
        }
    }

    /** One line, for example {@code 1,000 rows appended: 990 added (3 of them late), 0 corrected, 10 repeated, 0 overruled}. */
    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT,
                "%,d rows appended: %,d added (%,d late), %,d corrected, %,d repeated, %,d overruled%s",
                rows,
                added,
                late,
                corrected,
                repeated,
                overruled,
                firstChange.map(day -> "; changed from " + day + " on").orElse(""));
    }
}
