package org.ltv4j.core.clean;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.LogColumn;

/**
 * When two rows are the same sale although they may differ elsewhere: a customer's rows that agree in the columns named, at
 * any time or within a short while. The first row in time stays, at the same moment the first of the source. The customer
 * always belongs to the key; a row without a value in one of the columns repeats nothing. Immutable.
 *
 * <pre>{@code
 * CleaningPlan.defaults()
 *     .withDuplicateKeys(DuplicateKeys.of(LogColumn.ORDER, LogColumn.LINE))
 *     .withDuplicateKeys(DuplicateKeys.of(LogColumn.PRODUCT, LogColumn.AMOUNT).within(Duration.ofSeconds(10)));
 * }</pre>
 */
public final class DuplicateKeys {
    private final List<LogColumn> columns;
    private final @Nullable Duration window;
    private final @Nullable String name;

    private DuplicateKeys(List<LogColumn> columns, @Nullable Duration window, @Nullable String name) {
        this.columns = columns;
        this.window = window;
        this.name = name;
    }

    /**
     * Rows of one customer that agree in these columns.
     *
     * @param first a column
     * @param others further columns
     * @return the keys
     */
    public static DuplicateKeys of(LogColumn first, LogColumn... others) {
        Set<LogColumn> columns = EnumSet.of(first, others);
        columns.remove(LogColumn.CUSTOMER);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("rows of one customer are no duplicates: name a further column");
        }
        return new DuplicateKeys(List.copyOf(columns), null, null);
    }

    /**
     * These keys within a while, for double taps at the till: a row is a duplicate if it comes no later than that after the last
     * row that stayed. So of one tap every 8 seconds, every second one stays if the while is 10 seconds.
     *
     * @param longest the longest time between the two, in whole seconds, at least 0
     * @return the keys
     */
    public DuplicateKeys within(Duration longest) {
        if (longest.isNegative() || longest.getNano() != 0) {
            throw new IllegalArgumentException("need whole seconds, at least 0, got " + longest);
        }
        return new DuplicateKeys(columns, longest, name);
    }

    /**
     * These keys under a name of the caller's.
     *
     * @param step name of the step in the report
     * @return the keys
     */
    public DuplicateKeys named(String step) {
        return new DuplicateKeys(columns, window, step);
    }

    /**
     * The columns that must agree, beside the customer.
     *
     * @return at least one, in the order of {@link LogColumn}
     */
    public List<LogColumn> columns() {
        return columns;
    }

    /**
     * How long after each other duplicates may be.
     *
     * @return a time, or empty if any
     */
    public Optional<Duration> window() {
        return Optional.ofNullable(window);
    }

    /**
     * The name of the step.
     *
     * @return for example {@code duplicates by order and line}
     */
    public String name() {
        return name == null ? "duplicates by " + inWords() + (window == null ? "" : " within seconds") : name;
    }

    private String inWords() {
        List<String> words = new ArrayList<>();
        columns.forEach(column -> words.add(column.toString()));
        String last = words.remove(words.size() - 1);
        return words.isEmpty() ? last : words.stream().collect(Collectors.joining(", ", "", " and ")) + last;
    }

    /** The rule in words. */
    @Override
    public String toString() {
        return "rows of one customer that agree in " + inWords()
                + (window == null ? "" : " within " + window.toSeconds() + " seconds")
                + " are one sale: the first stays";
    }
}
