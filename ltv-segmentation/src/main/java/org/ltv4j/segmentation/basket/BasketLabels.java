package org.ltv4j.segmentation.basket;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.ltv4j.core.data.Blanks;
import org.ltv4j.core.data.CustomerAttributes;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;

/**
 * A context: a label for each basket, such as the shop, the hour, the season, or the segment of its customer. Whatever can be said of a
 * basket by a text can be a context. Immutable.
 *
 * <pre>{@code
 * BasketLabels hours   = BasketLabels.byHours(baskets, 6, 11, 17);               // "06-11", "11-17", "17-06"
 * BasketLabels ages    = BasketLabels.byAttribute(baskets, attributes, "age");   // as known on the day of the basket
 * BasketLabels segment = BasketLabels.byCustomer(baskets, segments::get);
 * BasketLog    high    = segment.baskets("high value");
 * }</pre>
 */
public final class BasketLabels {
    /** The label of a basket of which nothing is known. */
    public static final String UNKNOWN = "unknown";

    private static final int HOURS = 24;
    private static final int SECONDS_PER_HOUR = 3600;

    private final BasketLog baskets;
    private final IdTable labels;
    private final int[] labelOf;

    private BasketLabels(BasketLog baskets, IdTable labels, int[] labelOf) {
        this.baskets = baskets;
        this.labels = labels;
        this.labelOf = labelOf;
    }

    /**
     * Any labels.
     *
     * @param baskets the baskets
     * @param label given the number of a basket, its label; not blank
     * @return a label for each
     * @throws InvalidDataException if a label is blank or no Unicode
     */
    public static BasketLabels of(BasketLog baskets, IntFunction<String> label) {
        IdTable.Builder names = new IdTable.Builder();
        int[] seen = new int[baskets.size()];
        for (int b = 0; b < seen.length; b++) {
            String name = label.apply(b);
            if (Blanks.isBlank(name)) {
                throw new InvalidDataException("basket " + (b + 1) + " needs a label, got a blank one: say \"" + UNKNOWN
                        + "\" where nothing is known");
            }
            seen[b] = names.index(name);
        }
        return sorted(baskets, names.build(), seen);
    }

    /** Labels in the order of texts, those of nothing known last. */
    private static BasketLabels sorted(BasketLog baskets, IdTable seen, int[] numbers) {
        Integer[] order = new Integer[seen.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.comparing((Integer i) -> seen.id(i).equals(UNKNOWN)).thenComparing(seen::id));
        int[] indexes = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
        int[] place = new int[indexes.length];
        for (int i = 0; i < indexes.length; i++) {
            place[indexes[i]] = i;
        }
        int[] labelOf = Arrays.stream(numbers).map(i -> place[i]).toArray();
        return new BasketLabels(baskets, seen.subset(indexes), labelOf);
    }

    /**
     * The channel or shop.
     *
     * @param baskets the baskets
     * @return its name, {@link #UNKNOWN} where a basket names none
     */
    public static BasketLabels byChannel(BasketLog baskets) {
        return of(
                baskets,
                b -> baskets.channel(b) == BasketLog.NONE
                        ? UNKNOWN
                        : baskets.channels().id(baskets.channel(b)));
    }

    /**
     * What is known of the customer, for example a segment or a tier.
     *
     * @param baskets the baskets
     * @param label given the id of a customer, a label; null or blank where nothing is known. Asked once for each customer
     * @return that label, {@link #UNKNOWN} where there is none or a basket names no customer
     */
    public static BasketLabels byCustomer(
            BasketLog baskets, Function<String, ? extends @org.jspecify.annotations.Nullable String> label) {
        String[] of = new String[baskets.customers().size()];
        for (int customer = 0; customer < of.length; customer++) {
            String name = label.apply(baskets.customers().id(customer));
            of[customer] = name == null || Blanks.isBlank(name) ? UNKNOWN : name;
        }
        return of(baskets, b -> baskets.customer(b) == BasketLog.NONE ? UNKNOWN : of[baskets.customer(b)]);
    }

    /**
     * Whether a number of the customer, their lifetime value for instance, fulfils a condition.
     *
     * @param baskets the baskets
     * @param value given the number of a customer in {@link BasketLog#customers()}, the value; NaN where it is not known
     * @param condition for example {@code v -> v >= 150}
     * @param yes label of those that fulfil it
     * @param no label of the rest
     * @return those labels, {@link #UNKNOWN} where the value is NaN or a basket names no customer
     */
    public static BasketLabels byValue(
            BasketLog baskets, IntToDoubleFunction value, DoublePredicate condition, String yes, String no) {
        return of(baskets, b -> {
            double known =
                    baskets.customer(b) == BasketLog.NONE ? Double.NaN : value.applyAsDouble(baskets.customer(b));
            return Double.isNaN(known) ? UNKNOWN : condition.test(known) ? yes : no;
        });
    }

    /**
     * An attribute of the customer as it was known on the day of the basket: age group, family structure, tier.
     *
     * @param baskets the baskets; with times
     * @param attributes of the customers
     * @param name of a category (its levels are the labels) or of a flag ({@code yes} and {@code no})
     * @return labels, {@link #UNKNOWN} where the value is not known
     * @throws IllegalArgumentException if there is no such attribute, or it is neither category nor flag
     */
    public static BasketLabels byAttribute(BasketLog baskets, CustomerAttributes attributes, String name) {
        int attribute = attributes.index(name);
        List<String> levels = AttributeLabels.of(attributes, attribute);
        int[] numbers = attributes.numbersOf(baskets.customers());
        boolean timed = baskets.hasTimes();
        return of(baskets, b -> {
            int customer = baskets.customer(b);
            double value = customer == BasketLog.NONE
                    ? Double.NaN
                    : attributes.value(attribute, numbers[customer], timed ? baskets.day(b) : Integer.MAX_VALUE);
            return Double.isNaN(value) ? UNKNOWN : levels.get((int) value);
        });
    }

    /**
     * The part of the day.
     *
     * @param baskets the baskets; with times
     * @param from hours at which parts begin, ascending, from 0 to 23; at least two
     * @return labels such as {@code 06-11}; the last part goes on to the first one's beginning
     * @throws IllegalStateException if the baskets have no times
     */
    public static BasketLabels byHours(BasketLog baskets, int... from) {
        boolean ascending = from.length >= 2 && from[0] >= 0 && from[from.length - 1] < HOURS;
        for (int i = 1; i < from.length; i++) {
            ascending &= from[i] > from[i - 1];
        }
        if (!ascending) {
            throw new IllegalArgumentException(
                    "need at least two ascending hours from 0 to 23, got " + Arrays.toString(from));
        }
        String[] ofHour = new String[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            int part = from.length - 1;
            for (int i = 0; i < from.length; i++) {
                part = from[i] <= hour ? i : part;
            }
            ofHour[hour] =
                    String.format(java.util.Locale.ROOT, "%02d-%02d", from[part], from[(part + 1) % from.length]);
        }
        return of(baskets, b -> ofHour[(int) Math.floorMod(baskets.second(b), 86_400L) / SECONDS_PER_HOUR]);
    }

    /**
     * The day of the week.
     *
     * @param baskets the baskets; with times
     * @return {@code 1 Monday} to {@code 7 Sunday}
     * @throws IllegalStateException if the baskets have no times
     */
    public static BasketLabels byWeekday(BasketLog baskets) {
        return of(baskets, b -> {
            DayOfWeek day = date(baskets, b).getDayOfWeek();
            return day.getValue() + " " + day.name().charAt(0)
                    + day.name().substring(1).toLowerCase(java.util.Locale.ROOT);
        });
    }

    /**
     * The month.
     *
     * @param baskets the baskets; with times
     * @return {@code 2025-03} and the like
     * @throws IllegalStateException if the baskets have no times
     */
    public static BasketLabels byMonth(BasketLog baskets) {
        return of(baskets, b -> date(baskets, b).toString().substring(0, 7));
    }

    /**
     * The season of the meteorologists, by whole months.
     *
     * @param baskets the baskets; with times
     * @param southern whether the shop is south of the equator
     * @return {@code spring} (March to May in the north), {@code summer}, {@code autumn}, {@code winter}
     * @throws IllegalStateException if the baskets have no times
     */
    public static BasketLabels bySeason(BasketLog baskets, boolean southern) {
        String[] names = {"winter", "spring", "summer", "autumn"};
        return of(baskets, b -> names[(date(baskets, b).getMonthValue() % 12 / 3 + (southern ? 2 : 0)) % 4]);
    }

    private static LocalDate date(BasketLog baskets, int basket) {
        return LocalDate.ofEpochDay(baskets.day(basket));
    }

    /**
     * The labels that occur.
     *
     * @return in the order of texts, {@link #UNKNOWN} last
     */
    public List<String> labels() {
        String[] names = new String[labels.size()];
        Arrays.setAll(names, labels::id);
        return List.of(names);
    }

    /**
     * The label of a basket.
     *
     * @param basket its number
     * @return one of {@link #labels()}
     */
    public String label(int basket) {
        return labels.id(labelOf[basket]);
    }

    /**
     * The baskets of a context.
     *
     * @param label one of {@link #labels()}
     * @return those baskets; none where no basket has the label
     */
    public BasketLog baskets(String label) {
        int number = labels.indexOf(label).orElse(-1);
        return baskets.keep(b -> labelOf[b] == number);
    }

    /**
     * The baskets of all other contexts.
     *
     * @param label one of {@link #labels()}
     * @return baskets with another label, those of {@link #UNKNOWN} included
     */
    public BasketLog others(String label) {
        int number = labels.indexOf(label).orElse(-1);
        return baskets.keep(b -> labelOf[b] != number);
    }

    /**
     * All baskets.
     *
     * @return what is labelled
     */
    public BasketLog baskets() {
        return baskets;
    }

    /** How many labels and baskets there are, but no label: a segment may name a person. */
    @Override
    public String toString() {
        return "BasketLabels[" + labels.size() + " labels of " + baskets.size() + " baskets]";
    }
}
