package org.ltv4j.core.profile;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.LogColumn;

/** What stands in one column of a log. Immutable; names no customer, order or line. */
public final class ColumnProfile {
    private final LogColumn column;
    private final long rows;
    private final long missing;
    private final long distinct;
    private final @Nullable NumberSummary numbers;
    private final @Nullable LocalDateTime first;
    private final @Nullable LocalDateTime last;
    private final List<HistogramBin> histogram;
    private final List<ValueCount> top;

    ColumnProfile(
            LogColumn column,
            long rows,
            long missing,
            long distinct,
            @Nullable NumberSummary numbers,
            @Nullable LocalDateTime first,
            @Nullable LocalDateTime last,
            List<HistogramBin> histogram,
            List<ValueCount> top) {
        this.column = column;
        this.rows = rows;
        this.missing = missing;
        this.distinct = distinct;
        this.numbers = numbers;
        this.first = first;
        this.last = last;
        this.histogram = List.copyOf(histogram);
        this.top = List.copyOf(top);
    }

    /** The profile of a column that a log has not. */
    static ColumnProfile absent(LogColumn column, long rows) {
        return new ColumnProfile(column, rows, rows, 0, null, null, null, List.of(), List.of());
    }

    /**
     * The column.
     *
     * @return which one
     */
    public LogColumn column() {
        return column;
    }

    /**
     * All rows of the log.
     *
     * @return how many rows there are, with and without a value
     */
    public long rows() {
        return rows;
    }

    /**
     * Rows without a value.
     *
     * @return how many
     */
    public long missing() {
        return missing;
    }

    /**
     * Distinct values.
     *
     * @return how many; of times the distinct seconds
     */
    public long distinct() {
        return distinct;
    }

    /**
     * The values of a column of numbers. Of ids it is how many rows bear each of them.
     *
     * @return a summary, or empty for times and where no row has a value
     */
    public Optional<NumberSummary> numbers() {
        return Optional.ofNullable(numbers);
    }

    /**
     * The earliest time.
     *
     * @return a time of the log's wall clock, or empty for other columns
     */
    public Optional<LocalDateTime> first() {
        return Optional.ofNullable(first);
    }

    /**
     * The latest time.
     *
     * @return a time of the log's wall clock, or empty for other columns
     */
    public Optional<LocalDateTime> last() {
        return Optional.ofNullable(last);
    }

    /**
     * How the values are spread: numbers on the grid 1, 2, 5, 10 and so on; times by calendar month; of ids how many rows bear each,
     * on the same grid.
     *
     * @return bins in rising order, none empty at the ends
     */
    public List<HistogramBin> histogram() {
        return histogram;
    }

    /**
     * The commonest products, channels or currencies, each only if at least {@value LogProfile#LEAST_CUSTOMERS} customers have rows
     * with it; of other columns nothing is ever shown.
     *
     * @return at most {@value LogProfile#MOST_TOP} values, the commonest first
     */
    public List<ValueCount> top() {
        return top;
    }

    /** Counts only. */
    @Override
    public String toString() {
        return "ColumnProfile[" + column + ": " + rows + " rows, " + missing + " missing, " + distinct + " distinct]";
    }
}
