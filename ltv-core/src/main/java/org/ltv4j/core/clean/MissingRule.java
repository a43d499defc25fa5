package org.ltv4j.core.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ltv4j.core.data.Blanks;
import org.ltv4j.core.data.LogColumn;

/**
 * What stands in for a missing value: one way, or several of which the first that knows a value is taken. Means, medians and
 * modes are those of known values of sales (amounts, quantities and prices above 0, discounts of at least 0), and where the
 * plan has a calibration end, of rows up to it only. Immutable.
 *
 * <pre>{@code
 * CleaningPlan.defaults().withMissing(
 *     LogColumn.AMOUNT,
 *     MissingRule.quantityTimesPrice()
 *         .orElse(MissingRule.median(Peers.PRODUCT))
 *         .orElse(MissingRule.median(Peers.SPEND_QUINTILE)));
 * }</pre>
 *
 * <p>Rows whose amount nothing fills are left out; other columns then stay without a value. The amount of a row whose quantity is
 * negative is filled as a refund, with a minus. Rows with a filled amount stay recognisable:
 * {@link org.ltv4j.core.data.TransactionLog#amountFilled}.
 */
public final class MissingRule {
    private final List<Fill> ways;

    private MissingRule(List<Fill> ways) {
        this.ways = List.copyOf(ways);
    }

    /** One way to know a value. */
    sealed interface Fill {
        /** In words, and in the plan's text. */
        String words();
    }

    /** The row goes. */
    record Drop() implements Fill {
        @Override
        public String words() {
            return "the row is left out";
        }
    }

    /** A number that is stated. */
    record Constant(double value) implements Fill {
        @Override
        public String words() {
            return Tally.number(value);
        }
    }

    /** An id that is stated; it names no customer. */
    record Label(String id) implements Fill {
        @Override
        public String words() {
            return "'" + id + "'";
        }
    }

    /** What peers have. */
    record Average(Kind kind, Peers peers) implements Fill {
        /** Which average. */
        enum Kind {
            MEAN("mean"),
            MEDIAN("median"),
            MODE("commonest value");

            private final String words;

            Kind(String words) {
                this.words = words;
            }
        }

        @Override
        public String words() {
            return "the " + kind.words + " " + peers.inWords();
        }
    }

    /** What the customer had before. */
    record LastKnown() implements Fill {
        @Override
        public String words() {
            return "the customer's last known value";
        }
    }

    /** The amount from the other columns. */
    record Product() implements Fill {
        @Override
        public String words() {
            return "quantity times unit price";
        }
    }

    /**
     * Rows without the value are left out.
     *
     * @return the rule
     */
    public static MissingRule drop() {
        return of(new Drop());
    }

    /**
     * A stated number.
     *
     * @param value finite
     * @return the rule
     */
    public static MissingRule constant(double value) {
        if (!(Math.abs(value) <= 1e15)) {
            throw new IllegalArgumentException("need a number between -1e15 and 1e15, got " + value);
        }
        return of(new Constant(value + 0.0));
    }

    /**
     * A stated product or channel.
     *
     * @param id not blank; it stands in reports
     * @return the rule
     */
    public static MissingRule constant(String id) {
        if (Blanks.isBlank(id)) {
            throw new IllegalArgumentException("need a name, got a blank one");
        }
        return of(new Label(id));
    }

    /**
     * The mean of the peers.
     *
     * @param peers whose values count
     * @return the rule
     */
    public static MissingRule mean(Peers peers) {
        return of(new Average(Average.Kind.MEAN, peers));
    }

    /**
     * The median of the peers, the mean of the two in the middle if their number is even.
     *
     * @param peers whose values count
     * @return the rule
     */
    public static MissingRule median(Peers peers) {
        return of(new Average(Average.Kind.MEDIAN, peers));
    }

    /**
     * The commonest value of the peers, the smallest if there are several.
     *
     * @param peers whose values count
     * @return the rule
     */
    public static MissingRule mode(Peers peers) {
        return of(new Average(Average.Kind.MODE, peers));
    }

    /**
     * Forward fill: the value of the customer's latest earlier row that has one.
     *
     * @return the rule
     */
    public static MissingRule lastKnown() {
        return of(new LastKnown());
    }

    /**
     * Quantity times unit price, where the row has both; for amounts.
     *
     * @return the rule
     */
    public static MissingRule quantityTimesPrice() {
        return of(new Product());
    }

    private static MissingRule of(Fill way) {
        return new MissingRule(List.of(way));
    }

    /**
     * This rule, and where it knows no value another one.
     *
     * @param next what is tried next
     * @return the rule
     * @throws IllegalArgumentException if this rule always knows what to do, so that nothing is left to the next
     */
    public MissingRule orElse(MissingRule next) {
        Fill last = ways.get(ways.size() - 1);
        if (last instanceof Drop || last instanceof Constant || last instanceof Label) {
            throw new IllegalArgumentException("nothing is left for a next rule after: " + last.words());
        }
        List<Fill> all = new ArrayList<>(ways);
        all.addAll(next.ways);
        return new MissingRule(all);
    }

    List<Fill> ways() {
        return ways;
    }

    /** Refuses a rule that makes no sense for a column. */
    void requireFor(LogColumn column) {
        boolean ids = column == LogColumn.PRODUCT || column == LogColumn.CHANNEL;
        if (!ids && !column.isNumber()) {
            throw new IllegalArgumentException("missing values of the " + column
                    + " column cannot be filled: only amount, quantity, unit price, discount, product and channel can");
        }
        for (Fill way : ways) {
            boolean fits = way instanceof Drop
                    || (ids ? way instanceof Label : !(way instanceof Label))
                            && !(way instanceof Product && column != LogColumn.AMOUNT);
            if (!fits) {
                throw new IllegalArgumentException("the " + column + " column cannot be filled with " + way.words());
            }
        }
    }

    /** The rule in words, for example {@code quantity times unit price, else the median of the product}. */
    @Override
    public String toString() {
        return ways.stream().map(Fill::words).collect(Collectors.joining(", else "));
    }
}
