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

    int first;
    int second;
    int third;

    /** Where the text behind the date begins. */
    int rest;

    /** Digits of the first part. */
    int firstDigits;

    /** Digits of the second part; 0 for a name. */
    int secondDigits;

    private int digits;

    /** The form of the date at the start of the slice, or null; day before month where both orders are possible. */
    @Nullable
    DateForm read(byte[] b, int from, int to) {
        first = number(b, from, to);
        firstDigits = digits;
        if (firstDigits == 8 && !digitAt(b, from + 8, to)) {
            second = first / 100 % 100;
            third = first % 100;
            first = first / 10_000;
            rest = from + 8;
            secondDigits = 2;
            return new DateForm(DateForm.Order.YEAR_MONTH_DAY, (char) 0);
        }
        int at = from + firstDigits;
        if (firstDigits == 0 || at >= to) {
            return null;
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
        if (firstDigits == 4) {
            secondDigits = Math.min(secondDigits, digits); // month and day are shown alike behind a year
            return named || digits == 0 || digits > 2
                    ? null
                    : new DateForm(DateForm.Order.YEAR_MONTH_DAY, (char) separator);
        }
        if (firstDigits > 2 || digits != 4) {
            return null;
        }
        return new DateForm(named ? DateForm.Order.DAY_NAME_YEAR : DateForm.Order.DAY_MONTH_YEAR, (char) separator);
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

    private static boolean digitAt(byte[] b, int at, int to) {
        return at < to && b[at] >= '0' && b[at] <= '9';
    }

    private static boolean letter(byte c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }
}
