package org.ltv4j.core.table;

import org.jspecify.annotations.Nullable;

/** Takes a written date apart into three parts and the rest, and says which {@link DateForm} it has. Reused. */
final class DateText {
    private static final String[] MONTHS = {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december"
    };
    private static final int SIGN_BYTES = 3;
    private static final int[] YEAR_SIGN = {0xe5, 0xb9, 0xb4};
    private static final int[] MONTH_SIGN = {0xe6, 0x9c, 0x88};
    private static final int[] DAY_SIGN = {0xe6, 0x97, 0xa5};

    int first;
    int second;
    int third;

    /** Where the text behind the date begins. */
    int rest;

    /** Digits of the first part. */
    int firstDigits;

    /** Digits of the second part; 0 for a name. */
    int secondDigits;

    /** True when a month is written as a whole word, not shortened. */
    boolean wholeName;

    private int digits;

    /** The form of the date at the start of the slice, or null; day before month where both orders are possible. */
    @Nullable
    DateForm read(byte[] b, int from, int to) {
        wholeName = false;
        if (from < to && letter(b[from])) {
            return nameFirst(b, from, to);
        }
        first = number(b, from, to);
        firstDigits = digits;
        if (firstDigits >= 8) {
            return compact(b, from, to);
        }
        int at = from + firstDigits;
        if (firstDigits == 0 || at >= to) {
            return null;
        }
        if (firstDigits == 4 && sign(b, at, to, YEAR_SIGN)) {
            return chinese(b, at + SIGN_BYTES, to);
        }
        byte separator = b[at];
        if (separator != '-' && separator != '/' && separator != '.' && separator != ' ') {
            return null;
        }
        boolean named = at + 1 < to && letter(b[at + 1]);
        at = named ? month(b, at + 1, to) : afterNumber(b, at + 1, to);
        secondDigits = digits;
        if (at < 0 || at >= to || b[at] != separator || secondDigits > 2 || (separator == ' ' && !named)) {
            return null;
        }
        third = number(b, at + 1, to);
        rest = at + 1 + digits;
        return form(named, (char) separator);
    }

    /** The form of three parts that were read. */
    private @Nullable DateForm form(boolean named, char separator) {
        if (firstDigits == 4) {
            secondDigits = Math.min(secondDigits, digits); // month and day are shown alike behind a year
            return named || digits == 0 || digits > 2 ? null : new DateForm(DateForm.Order.YEAR_MONTH_DAY, separator);
        }
        if (firstDigits > 2 || (digits != 4 && digits != 2)) {
            return null;
        }
        return new DateForm(
                named ? DateForm.Order.DAY_NAME_YEAR : DateForm.Order.DAY_MONTH_YEAR, separator, digits == 2);
    }

    /** {@code yyyyMMdd}, with the digits of a time of day behind it or not. Of 1900 to 2200: other digits are no date. */
    private @Nullable DateForm compact(byte[] b, int from, int to) {
        int run = 0;
        while (digitAt(b, from + run, to)) {
            run++;
        }
        int day = 0;
        for (int i = from; i < from + 8; i++) {
            day = day * 10 + b[i] - '0';
        }
        first = day / 10_000;
        second = day / 100 % 100;
        third = day % 100;
        firstDigits = 4;
        secondDigits = 2;
        rest = from + 8;
        boolean length = run == 8 || run == 10 || run == 12 || run == 14;
        boolean year = first >= Civil.FIRST_YEAR && first <= Civil.LAST_YEAR;
        return length && year ? new DateForm(DateForm.Order.YEAR_MONTH_DAY, (char) 0) : null;
    }

    /** The rest of a date with Chinese signs behind its parts; the last one may be missing. */
    private @Nullable DateForm chinese(byte[] b, int from, int to) {
        int at = afterNumber(b, from, to);
        secondDigits = digits;
        if (at < 0 || digits > 2 || !sign(b, at, to, MONTH_SIGN)) {
            return null;
        }
        third = number(b, at + SIGN_BYTES, to);
        rest = at + SIGN_BYTES + digits;
        if (digits == 0 || digits > 2 || !sign(b, rest, to, DAY_SIGN)) {
            return null;
        }
        rest += SIGN_BYTES;
        secondDigits = Math.min(secondDigits, digits);
        return new DateForm(DateForm.Order.YEAR_MONTH_DAY, DateForm.YEAR_SIGN);
    }

    /** A date such as {@code Dec 9, 2011}; the first part is the month. */
    private @Nullable DateForm nameFirst(byte[] b, int from, int to) {
        int at = month(b, from, to);
        if (at < 0 || at >= to || b[at] != ' ') {
            return null;
        }
        first = second;
        at = afterNumber(b, at + 1, to);
        firstDigits = digits; // of the day, as it is shown
        secondDigits = 0;
        boolean comma = at > 0 && at < to && b[at] == ',';
        if (at < 0 || digits > 2 || at + (comma ? 1 : 0) >= to || b[at + (comma ? 1 : 0)] != ' ') {
            return null;
        }
        at += comma ? 2 : 1;
        third = number(b, at, to);
        rest = at + digits;
        return digits == 4 ? new DateForm(DateForm.Order.NAME_DAY_YEAR, comma ? ',' : 0) : null;
    }

    private int afterNumber(byte[] b, int from, int to) {
        second = number(b, from, to);
        return digits == 0 ? -1 : from + digits;
    }

    /** Index behind the month's name, or -1. */
    private int month(byte[] b, int from, int to) {
        int at = from;
        while (at < to && letter(b[at])) {
            at++;
        }
        second = monthOf(b, from, at);
        wholeName = at - from > 4;
        digits = 0;
        return second == 0 ? -1 : at;
    }

    /** Number of the month with this English name, whole or shortened to three letters (or "sept"); 0 if none. */
    static int monthOf(byte[] b, int from, int to) {
        int length = to - from;
        for (int m = 0; m < MONTHS.length; m++) {
            String name = MONTHS[m];
            boolean mayBe = length == 3 || length == name.length() || (length == 4 && m == 8);
            if (mayBe && length <= name.length() && startsWith(name, b, from, length)) {
                return m + 1;
            }
        }
        return 0;
    }

    private static boolean startsWith(String name, byte[] b, int from, int length) {
        for (int i = 0; i < length; i++) {
            if ((b[from + i] | 0x20) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int number(byte[] b, int from, int to) {
        int value = 0;
        int at = from;
        while (at < to && at - from < 9 && b[at] >= '0' && b[at] <= '9') {
            value = value * 10 + b[at++] - '0';
        }
        digits = at - from;
        return value;
    }

    private static boolean sign(byte[] b, int at, int to, int[] sign) {
        for (int i = 0; i < SIGN_BYTES; i++) {
            if (at + i >= to || (b[at + i] & 0xff) != sign[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean digitAt(byte[] b, int at, int to) {
        return at < to && b[at] >= '0' && b[at] <= '9';
    }

    private static boolean letter(byte c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }
}
