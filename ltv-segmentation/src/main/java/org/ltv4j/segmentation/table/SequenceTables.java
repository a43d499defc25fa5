package org.ltv4j.segmentation.table;

import java.util.List;
import org.ltv4j.segmentation.rhythm.NextPurchase;
import org.ltv4j.segmentation.rhythm.ReplenishmentModel;
import org.ltv4j.segmentation.sequence.FollowUpRules;
import org.ltv4j.segmentation.sequence.SequentialPatterns;
import org.ltv4j.segmentation.sequence.TransitionMatrix;
import tech.tablesaw.api.Table;

/** Sequential patterns, follow-up rules, transitions and rhythms as Tablesaw tables. {@link SequenceFiles} writes the same as CSV. */
public final class SequenceTables {
    private SequenceTables() {}

    /**
     * Patterns: {@code pattern} (as {@code a|b -> c}), {@code events}, {@code items}, {@code count} and {@code support}.
     *
     * @param patterns what was found
     * @return a row for each, in their order
     */
    public static Table of(SequentialPatterns patterns) {
        return SheetTables.of("patterns", SequenceSheets.PATTERNS, patterns.asList());
    }

    /**
     * Rules "after A, then B": names, counts, shares with an interval of 95 %, lifts, days and p values. What is not known is missing.
     *
     * @param rules what was found
     * @return a row for each, in their order
     */
    public static Table of(FollowUpRules rules) {
        return SheetTables.of("follow_ups", SequenceSheets.FOLLOW_UPS, rules.asList());
    }

    /**
     * Transitions that were seen: {@code from}, {@code to}, {@code count} and {@code probability}.
     *
     * @param matrix what was counted
     * @return a row for each
     */
    public static Table of(TransitionMatrix matrix) {
        return SheetTables.of("transitions", SequenceSheets.TRANSITIONS, matrix.transitions());
    }

    /**
     * The rhythms of products: {@code product}, {@code customers}, {@code gaps}, {@code fitted} (1 or 0), {@code median_days} with {@code
     * p10_days} and {@code p90_days}, and the parameters.
     *
     * @param model what was fitted
     * @return a row for each product
     */
    public static Table of(ReplenishmentModel model) {
        return SheetTables.of("rhythms", SequenceSheets.RHYTHMS, model.rhythms());
    }

    /**
     * Forecasts, which name customers: {@code customer}, {@code product}, {@code purchases}, {@code last}, {@code days_since}, {@code
     * usual}, {@code days_late}, {@code due}, {@code earliest} and {@code latest}, {@code still_buying}, and {@code probability_7d} for 7
     * days ahead.
     *
     * @param model whose forecasts these are
     * @param forecasts for example {@code model.due(..)}
     * @param confidence of the interval, in (0, 1)
     * @param daysAhead of the probability, at least 0
     * @return a row for each, in their order
     */
    public static Table of(ReplenishmentModel model, List<NextPurchase> forecasts, double confidence, int daysAhead) {
        return SheetTables.of("due", SequenceSheets.forecasts(model, confidence, daysAhead), forecasts);
    }
}
