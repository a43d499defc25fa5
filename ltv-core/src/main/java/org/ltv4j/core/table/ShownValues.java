package org.ltv4j.core.table;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which cells may stand in a message: those that look like a date or a number. Where a column slipped, the cell of a date
 * holds a name, a phone or a card number, and these are not shown.
 */
final class ShownValues {
    private static final int MOST_DIGITS_TOGETHER = 8;
    private static final int DIGITS_OF_A_PHONE = 9;
    private static final int DIGITS_OF_AN_ID = 5;

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\p{Nd}{" + (MOST_DIGITS_TOGETHER + 1) + ",}");

    /** A card or phone number in groups, unless it starts with a day. */
    private static final Pattern GROUPS =
            Pattern.compile("(?!\\p{Nd}{4}-\\p{Nd}{1,2}-\\p{Nd}{1,2})(\\p{Nd}[ -]{0,2}){12,}");

    /** A day, a word that may be the month of some language, a year, and maybe a time. */
    private static final Pattern MONTH_BY_NAME =
            Pattern.compile("\\p{Nd}{1,2}[.]?[ ./-]{0,2}\\p{L}{1,12}[.]?[ ./-]{0,2}\\p{Nd}{2,4}([ T][0-9:. ]{0,15})?");

    private static final Set<String> WORDS = Set.of(
            ("jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october"
                            + " november december mon tue wed thu fri sat sun st nd rd th am pm t z utc gmt w q e inf infinity nan na n a"
                            + " nil null none total true false yes no div ref value name num tbd euro dollar rmb pcs kg \u5e74 \u6708 \u65e5 \u53f7 \u65f6 \u5206"
                            + " \u79d2 \u4e0a\u5348 \u4e0b\u5348 \u5143")
                    .split(" "));

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(currency -> currency.getCurrencyCode().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private ShownValues() {}

    /** Whether a cell of a date or a number looks like one, or like a usual sign that there is none. */
    static boolean isDateOrNumber(String value) {
        String text = value.strip();
        boolean phone = text.startsWith("+") && digits(text) >= DIGITS_OF_A_PHONE;
        if (phone
                || text.indexOf('@') >= 0
                || LONG_NUMBER.matcher(text).find()
                || GROUPS.matcher(text).matches()) {
            return false;
        }
        return MONTH_BY_NAME.matcher(text).matches() || onlyKnownWords(text);
    }

    /** Whether a name in a header does not look like an id: no address, no long number. */
    static boolean isColumnName(String name) {
        return name.indexOf('@') < 0 && digits(name) < DIGITS_OF_AN_ID;
    }

    private static boolean onlyKnownWords(String text) {
        boolean idLike = digits(text) >= DIGITS_OF_AN_ID;
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group().toLowerCase(Locale.ROOT);
            boolean letter = word.codePointCount(0, word.length()) == 1 && !idLike;
            if (!letter && !WORDS.contains(word) && !CURRENCIES.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static long digits(String text) {
        return text.codePoints().filter(Character::isDigit).count();
    }
}
