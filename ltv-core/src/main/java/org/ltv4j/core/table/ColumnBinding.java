package org.ltv4j.core.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;

/**
 * The places of the asked-for columns in a header. All wrong names are reported at once, each with the nearest ones.
 */
final class ColumnBinding {
    static final int ABSENT = -1;
    private static final int MOST_SHOWN = 60;
    private static final Pattern BY_PLACE = Pattern.compile("#[1-9][0-9]{0,5}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0\u202f\u200b\ufeff]+");

    private final int[] places = new int[ColumnRole.values().length];
    private final EnumMap<ColumnRole, String> found = new EnumMap<>(ColumnRole.class);
    private final List<String> notes = new ArrayList<>();

    private ColumnBinding() {}

    /** Finds every asked-for column among the names of a header. */
    static ColumnBinding of(List<String> header, Columns columns) {
        return of(header, columns, true);
    }

    /** Finds every asked-for column by its number in a source without header. */
    static ColumnBinding ofNumbers(List<String> numbers, Columns columns) {
        return of(numbers, columns, false);
    }

    /** Names of columns without header: 1, 2, 3 and so on. */
    static List<String> numbered(int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(String::valueOf).toList();
    }

    private static ColumnBinding of(List<String> header, Columns columns, boolean headed) {
        List<String> names = header.stream().map(String::strip).toList();
        ColumnBinding binding = new ColumnBinding();
        List<String> wrong = new ArrayList<>();
        for (ColumnRole role : ColumnRole.values()) {
            String wanted = columns.name(role).orElse(null);
            binding.places[role.ordinal()] = wanted == null ? ABSENT : binding.place(role, wanted, names, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new InvalidDataException(
                    String.join("; ", wrong.stream().distinct().toList()) + "; found: "
                            + (headed
                                    ? shown(names)
                                    : "columns 1 to " + names.size() + ", since it was stated that there is no"
                                            + " header: name columns by number"));
        }
        return binding;
    }

    /** How many of the asked-for names a header has. */
    static long matches(List<String> header, Columns columns) {
        List<String> names = header.stream().map(String::strip).toList();
        return columns.names().values().stream()
                .distinct()
                .filter(wanted -> names.stream().anyMatch(name -> loose(wanted).equals(loose(name)))
                        || BY_PLACE.matcher(wanted).matches())
                .count();
    }

    private int place(ColumnRole role, String wanted, List<String> names, List<String> wrong) {
        List<Integer> places = placesOf(names, wanted);
        if (places.isEmpty()) {
            List<String> nearest = nearest(wanted, names);
            wrong.add("no column " + wanted + (nearest.isEmpty() ? "" : "; nearest: " + String.join(", ", nearest)));
            return ABSENT;
        }
        if (places.size() > 1) {
            wrong.add("column " + wanted + " stands " + places.size() + " times in the header (as columns "
                    + places.stream().map(p -> String.valueOf(p + 1)).collect(Collectors.joining(", "))
                    + "): name the one meant by its place, for example #" + (places.get(0) + 1));
            return ABSENT;
        }
        String name = names.get(places.get(0));
        if (!name.equals(wanted) && !BY_PLACE.matcher(wanted).matches()) {
            notes.add("column " + name + " was read as the " + role + " column, which was asked for as " + wanted);
        }
        found.put(role, name.isEmpty() ? wanted : name);
        return places.get(0);
    }

    /** Names that may be meant; what looks like an id stays hidden here too. */
    static List<String> nearest(String wanted, List<String> names) {
        if (likelyData(names)) {
            return List.of();
        }
        return EditDistance.nearest(
                wanted, names.stream().filter(ShownValues::isColumnName).toList());
    }

    /** Exact names, else names in another case or with other blanks, else {@code #3} for the third column. */
    static List<Integer> placesOf(List<String> names, String wanted) {
        List<Integer> exact = placesOf(names, wanted::equals);
        if (!exact.isEmpty()) {
            return exact;
        }
        List<Integer> nearly = placesOf(names, name -> loose(wanted).equals(loose(name)));
        if (nearly.isEmpty() && BY_PLACE.matcher(wanted).matches()) {
            int place = Integer.parseInt(wanted.substring(1)) - 1;
            return place < names.size() ? List.of(place) : List.of();
        }
        return nearly;
    }

    private static List<Integer> placesOf(List<String> names, Predicate<String> wanted) {
        return IntStream.range(0, names.size())
                .filter(i -> wanted.test(names.get(i)))
                .boxed()
                .toList();
    }

    /** In lower case, with any run of blanks, line ends and invisible signs as one blank. */
    private static String loose(String name) {
        return BLANKS.matcher(name).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    static String shown(List<String> names) {
        if (likelyData(names)) {
            return "a first line that looks like data, not like column names (if there is no header, state it with"
                    + " CsvOptions.withHeader(false) and name columns by number, such as 1 and 2)";
        }
        String list =
                names.stream().limit(MOST_SHOWN).map(ColumnBinding::shownName).collect(Collectors.joining(", "));
        String cut = names.size() > MOST_SHOWN ? ", and " + (names.size() - MOST_SHOWN) + " more" : "";
        String hint = names.stream().anyMatch(name -> name.indexOf('\ufffd') >= 0)
                ? " (the header does not fit its charset: state it, for example --charset GB18030 or windows-1252)"
                : "";
        return list + cut + hint;
    }

    private static String shownName(String name) {
        return name.isEmpty()
                ? "(no name)"
                : ShownValues.isColumnName(name) ? Problems.shortened(name) : "(looks like an id)";
    }

    /** True when the cells of a first line are numbers or dates: they may be of a customer and are not shown. */
    private static boolean likelyData(List<String> names) {
        long values = names.stream()
                .filter(name -> name.matches("[-+(]?[0-9][0-9 .,:/T-]{0,30}\\)?"))
                .count();
        return values * 3 >= names.size();
    }

    /** Place of a role's column, from 0, or {@link #ABSENT}. */
    int place(ColumnRole role) {
        return places[role.ordinal()];
    }

    /** True when amounts are quantity times unit price. */
    boolean amountIsProduct() {
        return place(ColumnRole.AMOUNT) == ABSENT
                && place(ColumnRole.QUANTITY) != ABSENT
                && place(ColumnRole.UNIT_PRICE) != ABSENT;
    }

    /** True when amounts are a column or a product. */
    boolean hasAmounts() {
        return place(ColumnRole.AMOUNT) != ABSENT || amountIsProduct();
    }

    /** An empty builder for rows with or without amounts. */
    TransactionLogBuilder builder() {
        return hasAmounts() ? TransactionLog.builder("") : TransactionLog.builderWithoutAmounts();
    }

    /** Names of the columns found, by role. */
    Map<ColumnRole, String> names() {
        return found;
    }

    String name(ColumnRole role) {
        String name = found.get(role);
        return name == null ? role.toString() : name;
    }

    List<String> notes() {
        return notes;
    }
}
