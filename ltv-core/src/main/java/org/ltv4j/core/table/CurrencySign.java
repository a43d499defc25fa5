package org.ltv4j.core.table;

import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.CurrencyCode;

/** Finds the sign, code or word of a currency before or behind a number: {@code $}, {@code US$}, {@code EUR}, {@code kr}. */
final class CurrencySign {
    private static final int CODE = 3;
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    /** Ways of writing one currency; {@code $} and the yen sign alone mean several, and stay as they are. */
    private static final Map<String, String> SAME = Map.of(
            "EUR", "\u20ac", "GBP", "\u00a3", "USD", "$", "US$", "$", "\uffe5", "\u00a5", "CNY", "\u00a5", "RMB",
            "\u00a5", "\u5143", "\u00a5", "JPY", "\u5186");

    private CurrencySign() {}

    /** The sign with which a text begins, or null. */
    static @Nullable String before(String text, int from, int to) {
        int letters = from;
        while (letters < to && letters - from < CODE && upper(text.charAt(letters))) {
            letters++;
        }
        if (letters < to && symbol(text.charAt(letters))) {
            return text.substring(from, letters + 1);
        }
        boolean code = letters - from == CODE && letters < to && !Character.isLetter(text.charAt(letters));
        if (code && CODES.contains(text.substring(from, letters))) {
            return text.substring(from, letters);
        }
        return CurrencyCode.words().stream()
                .filter(word -> text.startsWith(word, from) && from + word.length() < to)
                .findFirst()
                .orElse(null);
    }

    /** The sign with which a text ends, or null. */
    static @Nullable String behind(String text, int from, int to) {
        if (symbol(text.charAt(to - 1))) {
            return text.substring(to - 1, to);
        }
        int code = to - CODE;
        if (code > from && !Character.isLetter(text.charAt(code - 1)) && CODES.contains(text.substring(code, to))) {
            return text.substring(code, to);
        }
        return CurrencyCode.words().stream()
                .filter(word -> to - word.length() > from && text.startsWith(word, to - word.length()))
                .findFirst()
                .orElse(null);
    }

    /** One name for all ways of writing a currency. */
    static String currency(String sign) {
        return SAME.getOrDefault(sign, sign);
    }

    private static boolean upper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean symbol(char c) {
        return Character.getType(c) == Character.CURRENCY_SYMBOL;
    }
}
