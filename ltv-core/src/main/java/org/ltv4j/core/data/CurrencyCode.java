package org.ltv4j.core.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may stand as the currency of a row: three letters A to Z, as the codes of ISO 4217 and its withdrawn ones are ({@code EUR},
 * {@code DEM}), a sign with at most three letters at it ({@code $}, {@code US$}), or one of a few words ({@code kr}). Which codes
 * exist is not asked, since shops pay in points and tokens too. Anything else may be an id or a name that slipped into the column, and a
 * currency is printed in reports and saved with models: so it is refused, and not repeated by the error.
 */
public final class CurrencyCode {
    private static final int LETTERS = 3;

    /** Words of currencies that have no sign of their own in Unicode, longest first. */
    private static final List<String> WORDS = List.of(
            "\u0440\u0443\u0431.",
            "\u0440\u0443\u0431",
            "RMB",
            "SFr.",
            "kr.",
            "Fr.",
            "kr",
            "z\u0142",
            "K\u010d",
            "Ft",
            "\u043b\u0432",
            "Rs.",
            "Rp",
            "RM",
            "\u5143",
            "\u5186",
            "\u5713",
            "\uc6d0");

    private static final Set<String> UPPER_WORDS =
            WORDS.stream().map(word -> word.toUpperCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());

    private CurrencyCode() {}

    /**
     * A written currency as a log names it: in upper case, without blanks around.
     *
     * @param written what stands in a cell; blank where the currency is not known
     * @return the code, the empty text for a blank, or nothing if this is no currency
     */
    public static Optional<String> read(String written) {
        String code = Blanks.isBlank(written) ? "" : written.strip().toUpperCase(Locale.ROOT);
        boolean fits = code.isEmpty() || letters(code) == LETTERS && code.length() == LETTERS || signed(code);
        return fits || UPPER_WORDS.contains(code) ? Optional.of(code) : Optional.empty();
    }

    /**
     * As {@link #read}, for a caller who states a currency.
     *
     * @param written a code, sign or word, or a blank where the currency is not known
     * @return the code, the empty text for a blank
     * @throws InvalidDataException if this is no currency; the message does not repeat it
     */
    public static String of(String written) {
        return read(written)
                .orElseThrow(
                        () -> new InvalidDataException("need a currency as three letters such as EUR, a sign such as"
                                + " \u20ac, or the empty text where it is not known; got " + written.length()
                                + " characters that are none"));
    }

    /**
     * Words that stand for a currency at amounts, longest first.
     *
     * @return words such as {@code kr} and {@code Rs.}
     */
    public static List<String> words() {
        return WORDS;
    }

    /** One sign of Unicode, before or behind up to three letters. */
    private static boolean signed(String code) {
        int last = code.length() - 1;
        boolean behind = symbol(code.charAt(last)) && letters(code) == last;
        boolean before = symbol(code.charAt(0)) && letters(code.substring(1)) == last;
        return last <= LETTERS && (behind || before);
    }

    private static boolean symbol(char c) {
        return Character.getType(c) == Character.CURRENCY_SYMBOL;
    }

    /** How many letters A to Z a text begins with. */
    private static int letters(String text) {
        int n = 0;
        while (n < text.length() && text.charAt(n) >= 'A' && text.charAt(n) <= 'Z') {
            n++;
        }
        return n;
    }
}
