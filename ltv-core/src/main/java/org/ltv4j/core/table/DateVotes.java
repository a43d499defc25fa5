package org.ltv4j.core.table;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the values of one {@link DateForm} tell: how many there are, which of day and month comes first, how they look. */
final class DateVotes {
    private static final int LARGEST_MONTH = 12;

    private final DateForm form;
    private int values;
    private int timed;
    private long dayFirst;
    private long monthFirst;
    private boolean oneDigitFirst;
    private boolean oneDigitSecond;
    private boolean oneDigitHour;
    private @Nullable String example;
    private @Nullable String time;

    DateVotes(DateForm form) {
        this.form = form;
    }

    /** Counts a value that was taken apart; {@code written} starts at {@code from}. */
    void count(DateText text, byte[] written, int from, int to) {
        values++;
        oneDigitFirst |= text.firstDigits == 1;
        oneDigitSecond |= text.secondDigits == 1;
        dayFirst += text.first > LARGEST_MONTH && text.second <= LARGEST_MONTH ? 1 : 0;
        monthFirst += text.second > LARGEST_MONTH && text.first <= LARGEST_MONTH ? 1 : 0;
        if (example == null) {
            example = Utf8.lenient(written, from, to);
        }
        if (text.rest < to) {
            timed++;
            oneDigitHour |= oneDigitHour(written, text.rest, to);
            time = time == null ? Utf8.lenient(written, text.rest, to) : time;
        }
    }

    private static boolean oneDigitHour(byte[] b, int from, int to) {
        int at = from;
        while (at < to && !digit(b[at])) {
            at++;
        }
        return at + 1 < to && !digit(b[at + 1]);
    }

    private static boolean digit(byte c) {
        return c >= '0' && c <= '9';
    }

    int values() {
        return values;
    }

    /** True when day and month could be exchanged and no value tells. */
    boolean open() {
        return form.exchangeable() && dayFirst == 0 && monthFirst == 0;
    }

    /** The form with the order of day and month that most telling values have. */
    DateForm settled() {
        return form.exchangeable() && monthFirst > dayFirst ? form.with(DateForm.Order.MONTH_DAY_YEAR) : form;
    }

    /** The question that {@link #open()} leaves. */
    String question() {
        DateForm other = form.with(DateForm.Order.MONTH_DAY_YEAR);
        return example + " may be read as " + datePattern(form) + " or as " + datePattern(other)
                + ", and no row has a day above 12 that tells: state the date format (--date-format " + pattern(form)
                + " or --date-format " + pattern(other) + ")";
    }

    /** A pattern that all values counted have, as it may be stated, with day and month as in the given form. */
    String pattern(DateForm as) {
        String shown = time;
        if (shown == null) {
            return datePattern(as);
        }
        String pattern = timePattern(shown);
        return datePattern(as) + (timed < values ? "[" + pattern + "]" : pattern);
    }

    private String datePattern(DateForm as) {
        return switch (as.order()) {
            case YEAR_MONTH_DAY ->
                oneDigitSecond ? as.pattern().replace("MM", "M").replace("dd", "d") : as.pattern();
            case DAY_MONTH_YEAR -> shortened(as.pattern(), "dd", "MM");
            case MONTH_DAY_YEAR -> shortened(as.pattern(), "MM", "dd");
            case DAY_NAME_YEAR -> oneDigitFirst ? as.pattern().replace("dd", "d") : as.pattern();
        };
    }

    private String shortened(String pattern, String first, String second) {
        String out = oneDigitFirst ? pattern.replace(first, first.substring(1)) : pattern;
        return oneDigitSecond ? out.replace(second, second.substring(1)) : out;
    }

    /** A time of day as the pattern it has: digits to letters, AM or PM to {@code a}, an offset to {@code XXX}. */
    private String timePattern(String shown) {
        StringBuilder out = new StringBuilder();
        String letters = shown.toLowerCase(Locale.ROOT).matches(".*[ap]m.*") ? "hms" : "Hms";
        int part = -1;
        boolean inNumber = false;
        boolean fraction = false;
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (Character.isDigit(c)) {
                part += inNumber || fraction ? 0 : 1;
                boolean shortHour = part == 0 && inNumber && oneDigitHour;
                inNumber = true;
                if (!shortHour) {
                    out.append(fraction ? 'S' : letters.charAt(Math.min(part, 2)));
                }
            } else if (c == 'T') {
                out.append("'T'");
            } else if (c == ' ' || c == ':' || (c == ',' && part < 0)) {
                out.append(c);
                inNumber = false;
            } else if (c == '.' || c == ',') {
                out.append(c);
                fraction = true;
            } else if ((c | 0x20) == 'a' || (c | 0x20) == 'p') {
                out.append('a');
                i++;
                inNumber = false;
            } else {
                return out.append(c == 'Z' || c == '+' || c == '-' ? "XXX" : "z")
                        .toString();
            }
        }
        return out.toString();
    }
}
