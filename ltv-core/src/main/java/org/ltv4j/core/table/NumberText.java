package org.ltv4j.core.table;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a written number: sign (minus, trailing minus, parentheses), currency sign, body with its marks, and
 * exponent. Says what the marks can mean and gives the plain form once the decimal mark is known. Reused value by
 * value; not thread-safe.
 */
final class NumberText {
    private static final String GROUP_MARKS = " '\u00a0\u202f\u2009\u2019";
    private static final int GROUP = 3;

    /** Digits grouped as in India: the last three together, those before by two. */
    private static final Pattern INDIAN = Pattern.compile("[0-9]{1,2}(,[0-9]{2})+,[0-9]{3}");

    private boolean negative;
    private String body = "";
    private String exponent = "";
    private @Nullable String currency;

    /** Takes a written number apart; false when it cannot be one. */
    boolean read(String written) {
        int from = 0;
        int to = written.length();
        boolean signed = false;
        negative = false;
        currency = null;
        while (from < to) {
            char first = written.charAt(from);
            char last = written.charAt(to - 1);
            if (blank(first)) {
                from++;
            } else if (blank(last)) {
                to--;
            } else if (first == '(' && last == ')' && !signed) {
                signed = true;
                negative = true;
                from++;
                to--;
            } else if (sign(first) && !signed) {
                signed = true;
                negative = first != '+';
                from++;
            } else if ((last == '-' || last == '\u2212') && !signed) {
                signed = true;
                negative = true;
                to--;
            } else if (currency == null && !digit(first) && CurrencySign.before(written, from, to) != null) {
                currency = CurrencySign.before(written, from, to);
                from += length(currency);
            } else if (currency == null && !digit(last) && CurrencySign.behind(written, from, to) != null) {
                currency = CurrencySign.behind(written, from, to);
                to -= length(currency);
            } else {
                break;
            }
        }
        return split(written.substring(from, to));
    }

    /** The sign of a currency that stood at the number, or null. */
    @Nullable
    String currency() {
        return currency;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** True when the body has a point or a comma. */
    boolean hasMarks() {
        return body.indexOf('.') >= 0 || body.indexOf(',') >= 0;
    }

    /**
     * The decimal mark that this number must have been written with.
     *
     * @return {@code '.'} or {@code ','}; {@code '?'} when both readings make sense, 0 when it has no marks
     */
    char decimalMark() {
        int points = count('.');
        int commas = count(',');
        if (points == 0 && commas == 0) {
            return 0;
        }
        if (points > 0 && commas > 0) {
            return body.lastIndexOf('.') > body.lastIndexOf(',') ? '.' : ',';
        }
        char mark = points > 0 ? '.' : ',';
        char other = points > 0 ? ',' : '.';
        if (points + commas > 1) {
            return other;
        }
        int at = body.indexOf(mark);
        boolean mayGroup = body.length() - at - 1 == GROUP && at >= 1 && at <= GROUP && body.charAt(0) != '0';
        return mayGroup && exponent.isEmpty() ? '?' : mark;
    }

    /** The number as {@link Double#parseDouble(String)} takes it, or null when the marks do not fit the decimal mark. */
    @Nullable
    String plain(char decimal) {
        int at = body.indexOf(decimal);
        String whole = at < 0 ? body : body.substring(0, at);
        String fraction = at < 0 ? "" : body.substring(at + 1);
        String digits = ungrouped(whole, decimal == '.' ? ',' : '.');
        if (digits == null || !allDigits(fraction) || digits.length() + fraction.length() == 0) {
            return null;
        }
        if (!exponent.isEmpty() && digits.length() != whole.length()) {
            return null;
        }
        return (negative ? "-" : "") + digits + "." + fraction + exponent;
    }

    private boolean split(String number) {
        int e = Math.max(number.indexOf('e'), number.indexOf('E'));
        body = e < 0 ? number : number.substring(0, e);
        exponent = e < 0 ? "" : number.substring(e);
        if (e >= 0 && !exponent.matches("[eE][+-]?[0-9]{1,4}")) {
            return false;
        }
        boolean digit = false;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c >= '0' && c <= '9') {
                digit = true;
            } else if (c != '.' && c != ',' && GROUP_MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return digit;
    }

    /** The digits of a whole part in groups of three, or as in India, all by the same mark; null when the grouping is not right. */
    private static @Nullable String ungrouped(String whole, char otherMark) {
        if (allDigits(whole)) {
            return whole;
        }
        if (otherMark == ',' && INDIAN.matcher(whole).matches()) {
            return whole.replace(",", "");
        }
        int first = 0;
        while (Character.isDigit(whole.charAt(first))) {
            first++;
        }
        char mark = whole.charAt(first);
        boolean allowed = mark == otherMark || GROUP_MARKS.indexOf(mark) >= 0;
        if (!allowed || first < 1 || first > GROUP || (whole.length() - first) % (GROUP + 1) != 0) {
            return null;
        }
        StringBuilder digits = new StringBuilder(whole.substring(0, first));
        for (int i = first; i < whole.length(); i += GROUP + 1) {
            String group = whole.substring(i + 1, i + 1 + GROUP);
            if (whole.charAt(i) != mark || !allDigits(group)) {
                return null;
            }
            digits.append(group);
        }
        return digits.toString();
    }

    private static boolean allDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private int count(char mark) {
        int n = 0;
        for (int i = 0; i < body.length(); i++) {
            n += body.charAt(i) == mark ? 1 : 0;
        }
        return n;
    }

    private static boolean blank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u202f';
    }

    private static boolean sign(char c) {
        return c == '-' || c == '+' || c == '\u2212';
    }
}
