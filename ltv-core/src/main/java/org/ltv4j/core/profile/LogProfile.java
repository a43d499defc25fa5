package org.ltv4j.core.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.data.TransactionLog;

/**
 * What stands in the columns of a log.
 *
 * @param rows rows of the log
 * @param customers customers of the log
 * @param columns a profile for each column that the log has, in the order of {@link LogColumn}
 */
public record LogProfile(long rows, long customers, List<ColumnProfile> columns) {
    /** How many common values a column shows at most. */
    public static final int MOST_TOP = 10;

    /** A value is shown only if so many customers have rows with it. */
    public static final int LEAST_CUSTOMERS = 5;

    /**
     * Copies the list.
     *
     * @param rows rows of the log
     * @param customers customers of the log
     * @param columns a profile for each column that the log has, in the order of {@link LogColumn}
     */
    public LogProfile {
        columns = List.copyOf(columns);
    }

    /**
     * The profile of a log. Amounts of several currencies are profiled as the numbers they are. The order of the source does not
     * matter. Cost: {@code O(n log n)} time, one column at a time.
     *
     * @param log any log, also one that misses amounts
     * @return the profile
     */
    public static LogProfile of(TransactionLog log) {
        List<ColumnProfile> columns = new ArrayList<>();
        for (LogColumn column : LogColumn.values()) {
            if (column.isIn(log)) {
                columns.add(Profiler.of(log, column));
            }
        }
        return new LogProfile(log.size(), log.customers().size(), columns);
    }

    /**
     * The profile of one column.
     *
     * @param column which one
     * @return its profile, or empty if the log does not have it
     */
    public Optional<ColumnProfile> column(LogColumn column) {
        return columns.stream().filter(profile -> profile.column() == column).findFirst();
    }

    /**
     * This profile beside a later one of the same data.
     *
     * @param after the profile after cleaning
     * @return both, column by column
     */
    public ProfileComparison compare(LogProfile after) {
        return ProfileComparison.of(this, after);
    }
}
