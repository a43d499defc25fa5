package org.ltv4j.models.boost;

/**
 * How categories are split. XGBoost's own names of the parameters stand in parentheses.
 *
 * @param oneHotUpTo features of fewer levels are split one level against the rest ({@code max_cat_to_onehot}); 1 to 100,000
 * @param mostLevels levels that one side of a split may hold ({@code max_cat_threshold}); 1 to 100,000
 * @param unseen what becomes of a level that training has not met
 */
public record CategoryRules(int oneHotUpTo, int mostLevels, UnseenLevel unseen) {
    /** XGBoost's own numbers; an unseen level is missing. */
    static final CategoryRules DEFAULT = new CategoryRules(4, 64, UnseenLevel.MISSING);

    /**
     * Checks the ranges.
     *
     * @param oneHotUpTo features of fewer levels are split one level against the rest ({@code max_cat_to_onehot}); 1 to 100,000
     * @param mostLevels levels that one side of a split may hold ({@code max_cat_threshold}); 1 to 100,000
     * @param unseen what becomes of a level that training has not met
     * @throws IllegalArgumentException if one is out of its range
     */
    public CategoryRules {
        Ranges.whole("oneHotUpTo", oneHotUpTo, 1, 100_000);
        Ranges.whole("mostLevels", mostLevels, 1, 100_000);
    }

    /**
     * With another limit for one-hot splits.
     *
     * @param levels 1 to 100,000
     * @return changed rules
     */
    public CategoryRules withOneHotUpTo(int levels) {
        return new CategoryRules(levels, mostLevels, unseen);
    }

    /**
     * With another limit of levels on a side.
     *
     * @param levels 1 to 100,000
     * @return changed rules
     */
    public CategoryRules withMostLevels(int levels) {
        return new CategoryRules(oneHotUpTo, levels, unseen);
    }

    /**
     * With another fate of unseen levels.
     *
     * @param value what becomes of them
     * @return changed rules
     */
    public CategoryRules withUnseen(UnseenLevel value) {
        return new CategoryRules(oneHotUpTo, mostLevels, value);
    }
}
