package org.ltv4j.models.boost;

/**
 * What each tree gets to see. XGBoost's own names of the parameters stand in parentheses.
 *
 * @param rows share of the rows per tree ({@code subsample}), in (0, 1]
 * @param columnsPerTree share of the features per tree ({@code colsample_bytree}), in (0, 1]
 * @param columnsPerLevel share of those per level ({@code colsample_bylevel}), in (0, 1]
 * @param columnsPerSplit share of those per split ({@code colsample_bynode}), in (0, 1]
 * @param parallelTrees trees per round ({@code num_parallel_tree}), whose mean is added; 1 to 10,000
 */
public record Sampling(
        double rows, double columnsPerTree, double columnsPerLevel, double columnsPerSplit, int parallelTrees) {
    /** All rows and features, one tree per round. */
    static final Sampling NONE = new Sampling(1, 1, 1, 1, 1);

    /**
     * Checks the ranges.
     *
     * @param rows share of the rows per tree ({@code subsample}), in (0, 1]
     * @param columnsPerTree share of the features per tree ({@code colsample_bytree}), in (0, 1]
     * @param columnsPerLevel share of those per level ({@code colsample_bylevel}), in (0, 1]
     * @param columnsPerSplit share of those per split ({@code colsample_bynode}), in (0, 1]
     * @param parallelTrees trees per round ({@code num_parallel_tree}), whose mean is added; 1 to 10,000
     * @throws IllegalArgumentException if one is out of its range
     */
    public Sampling {
        Ranges.share("share of rows", rows);
        Ranges.share("share of columns per tree", columnsPerTree);
        Ranges.share("share of columns per level", columnsPerLevel);
        Ranges.share("share of columns per split", columnsPerSplit);
        Ranges.whole("parallelTrees", parallelTrees, 1, 10_000);
    }

    /**
     * With another share of the rows per tree.
     *
     * @param value in (0, 1]
     * @return changed parameters
     */
    public Sampling withRows(double value) {
        return new Sampling(value, columnsPerTree, columnsPerLevel, columnsPerSplit, parallelTrees);
    }

    /**
     * With another share of the features per tree.
     *
     * @param value in (0, 1]
     * @return changed parameters
     */
    public Sampling withColumnsPerTree(double value) {
        return new Sampling(rows, value, columnsPerLevel, columnsPerSplit, parallelTrees);
    }

    /**
     * With another share of the tree's features per level.
     *
     * @param value in (0, 1]
     * @return changed parameters
     */
    public Sampling withColumnsPerLevel(double value) {
        return new Sampling(rows, columnsPerTree, value, columnsPerSplit, parallelTrees);
    }

    /**
     * With another share of the level's features per split.
     *
     * @param value in (0, 1]
     * @return changed parameters
     */
    public Sampling withColumnsPerSplit(double value) {
        return new Sampling(rows, columnsPerTree, columnsPerLevel, value, parallelTrees);
    }

    /**
     * With another number of trees per round.
     *
     * @param value 1 to 10,000
     * @return changed parameters
     */
    public Sampling withParallelTrees(int value) {
        return new Sampling(rows, columnsPerTree, columnsPerLevel, columnsPerSplit, value);
    }
}
