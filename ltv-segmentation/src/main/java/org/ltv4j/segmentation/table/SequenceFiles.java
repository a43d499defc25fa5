package org.ltv4j.segmentation.table;

import java.nio.file.Path;
import java.util.List;
import org.ltv4j.segmentation.rhythm.NextPurchase;
import org.ltv4j.segmentation.rhythm.ReplenishmentModel;
import org.ltv4j.segmentation.sequence.FollowUpRules;
import org.ltv4j.segmentation.sequence.SequentialPatterns;
import org.ltv4j.segmentation.sequence.TransitionMatrix;

/**
 * Sequential patterns, follow-up rules, transitions and rhythms as CSV files, with the columns of {@link SequenceTables}. A file is written whole
 * or not at all; a value that is not known is an empty cell. Each method throws {@link java.io.UncheckedIOException} if the file
 * cannot be written.
 */
public final class SequenceFiles {
    private SequenceFiles() {}

    /**
     * Writes patterns.
     *
     * @param patterns what was found
     * @param file the file to make or to replace
     */
    public static void writeCsv(SequentialPatterns patterns, Path file) {
        SequenceSheets.PATTERNS.writeCsv(patterns.asList(), file);
    }

    /**
     * Writes rules "after A, then B".
     *
     * @param rules what was found
     * @param file the file to make or to replace
     */
    public static void writeCsv(FollowUpRules rules, Path file) {
        SequenceSheets.FOLLOW_UPS.writeCsv(rules.asList(), file);
    }

    /**
     * Writes transitions that were seen.
     *
     * @param matrix what was counted
     * @param file the file to make or to replace
     */
    public static void writeCsv(TransitionMatrix matrix, Path file) {
        SequenceSheets.TRANSITIONS.writeCsv(matrix.transitions(), file);
    }

    /**
     * Writes the rhythms of products.
     *
     * @param model what was fitted
     * @param file the file to make or to replace
     */
    public static void writeCsv(ReplenishmentModel model, Path file) {
        SequenceSheets.RHYTHMS.writeCsv(model.rhythms(), file);
    }

    /**
     * Writes forecasts, which name customers.
     *
     * @param model whose forecasts these are
     * @param forecasts for example {@code model.due(..)}
     * @param confidence of the interval, in (0, 1)
     * @param daysAhead of the probability, at least 0
     * @param file the file to make or to replace
     */
    public static void writeCsv(
            ReplenishmentModel model, List<NextPurchase> forecasts, double confidence, int daysAhead, Path file) {
        SequenceSheets.forecasts(model, confidence, daysAhead).writeCsv(forecasts, file);
    }
}
