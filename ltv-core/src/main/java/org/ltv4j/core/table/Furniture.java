package org.ltv4j.core.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.Blanks;
import org.ltv4j.core.data.InvalidDataException;

/**
 * Knows rows that stand in a file and are no sales: empty ones, the header again where files were put together, totals. Only
 * what is certain is taken for such a row; it is asked about rows alone that cannot be read as a sale.
 */
final class Furniture {
    private static final Set<String> TOTALS = Set.of(
            "total",
            "totals",
            "grand total",
            "sub total",
            "subtotal",
            "sub-total",
            "sum",
            "summe",
            "gesamt",
            "gesamtsumme",
            "zwischensumme",
            "total g\u00e9n\u00e9ral",
            "sous-total",
            "totale",
            "totaal",
            "suma",
            "suma total",
            "razem",
            "toplam",
            "\u0438\u0442\u043e\u0433\u043e",
            "\u0432\u0441\u0435\u0433\u043e",
            "\u5408\u8ba1",
            "\u603b\u8ba1",
            "\u5c0f\u8ba1",
            "\u603b\u548c",
            "\u5408\u8a08",
            "\u7e3d\u8a08",
            "\u5c0f\u8a08");
    private static final double HALF_A_CENT = 0.005;
    private static final double ROUNDING = 1e-9;

    private final List<String> header;
    private final ColumnBinding binding;
    private double sum;
    private int amounts;

    /**
     * For rows of the cells that stand under a header.
     *
     * @param header names as they are compared, empty for a source without any
     * @param binding which places hold customer and date
     */
    Furniture(List<String> header, ColumnBinding binding) {
        this.header = header;
        this.binding = binding;
    }

    /** Counts the amount of a sale, so that a row with their sum is known. */
    void sold(double amount) {
        sum += amount;
        amounts++;
    }

    /** As {@link #sold(double)} for all sales so far together. */
    void sold(double total, int sales) {
        sum = total;
        amounts = sales;
    }

    /** Of the columns that are used alone, each under its name at its place. */
    static Furniture ofUsed(ColumnBinding binding) {
        List<String> header = new ArrayList<>();
        binding.names().forEach((role, name) -> {
            int place = binding.place(role);
            while (header.size() <= place) {
                header.add("");
            }
            header.set(place, name);
        });
        return new Furniture(header, binding);
    }

    int cells() {
        return header.size();
    }

    /**
     * What a row is that cannot be read as a sale.
     *
     * @param cells how many cells it has
     * @param cell text of a cell by its place
     * @param amount what stands in the amount column; NaN for none
     * @return the reason to leave it out, or null if it may be a sale
     * @throws InvalidDataException if it is the header of other columns than those read
     */
    @Nullable
    Reason reason(int cells, IntFunction<String> cell, double amount) {
        if (blank(cells, cell)) {
            return Reason.BLANK_ROW;
        }
        boolean total = false;
        int names = 0;
        for (int i = 0; i < cells; i++) {
            String text = clean(cell.apply(i));
            total |= isTotal(text);
            names += i < header.size() && !text.isEmpty() && text.equals(header.get(i)) ? 1 : 0;
        }
        if (names > 0
                && names == header.stream().filter(name -> !name.isEmpty()).count()) {
            return Reason.REPEATED_HEADER;
        }
        if (!noSale(ColumnRole.CUSTOMER, cell) || !noSale(ColumnRole.DATE, cell)) {
            return null;
        }
        boolean sumOfAll = amounts > 1 && isSum(amount, sum);
        return total || sumOfAll ? Reason.TOTALS_ROW : null;
    }

    /** True when nothing stands in any cell. */
    static boolean blank(int cells, IntFunction<String> cell) {
        for (int i = 0; i < cells; i++) {
            if (!Blanks.isBlank(cell.apply(i))) {
                return false;
            }
        }
        return true;
    }

    /** True when all names of the columns used stand in a row, but not where the header has them. */
    boolean otherHeader(int cells, IntFunction<String> cell) {
        Set<String> used = Set.copyOf(binding.names().values());
        long found = java.util.stream.IntStream.range(0, cells)
                .mapToObj(i -> clean(cell.apply(i)))
                .filter(used::contains)
                .distinct()
                .count();
        return !header.isEmpty() && found == used.size();
    }

    private boolean noSale(ColumnRole role, IntFunction<String> cell) {
        int place = binding.place(role);
        String text = place == ColumnBinding.ABSENT ? "" : clean(cell.apply(place));
        return text.isEmpty() || isTotal(text);
    }

    /** A cell without blanks around and without the byte order mark that stands inside files put together. */
    static String clean(String text) {
        return (text.startsWith("\ufeff") ? text.substring(1) : text).strip();
    }

    /** The same to the cent. */
    static boolean isSum(double amount, double sum) {
        return Math.abs(amount - sum) <= HALF_A_CENT + ROUNDING * Math.abs(sum);
    }

    /** A word for a total, with or without a colon. */
    static boolean isTotal(String text) {
        String word = text.endsWith(":") ? text.substring(0, text.length() - 1).strip() : text;
        return TOTALS.contains(word.toLowerCase(Locale.ROOT));
    }
}
