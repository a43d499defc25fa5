package org.ltv4j.core.table;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the values of one {@link DateForm} tell: how many there are, which part comes first, how they look. */
final class DateVotes {
    private final DateForm form;
    private final OrderVotes order;
    private int values;
    private int timed;
    private boolean oneDigitFirst;
    private boolean oneDigitSecond;
    private boolean oneDigitHour;
    private boolean wholeName;
    private @Nullable String example;
    private @Nullable String time;

    DateVotes(DateForm form) {
        this.form = form;
        this.order = new OrderVotes(form);
    }

    /** Counts a value that was taken apart; {@code written} starts at {@code from}. */
    void count(DateText text, byte[] written, int from, int to, long line) {
        values++;
        oneDigitFirst |= text.firstDigits == 1;
        oneDigitSecond |= text.secondDigits == 1;
        wholeName |= text.wholeName;
        order.count(text, written, from, to, line);
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

    /** True when parts could be exchanged and no value tells. */
    boolean open() {
        return order.open();
    }

    /** True when the order of the parts is known. */
    boolean decided() {
        return order.left().size() == 1;
    }

    /** The form with its parts in the order that the values have; only when decided. */
    DateForm settled() {
        return form.with(order.left().get(0));
    }

    /** The question that remains where nothing is decided. */
    String question() {
        boolean open = open();
        List<DateForm> forms = (open ? order.left() : List.of(form.conceivable()))
                .stream().map(form::with).toList();
        String patterns = forms.stream().map(this::datePattern).collect(Collectors.joining(" or as "));
        String stated = forms.stream().map(f -> "--date-format " + pattern(f)).collect(Collectors.joining(" or "));
        String what = open
                ? example + " may be read as " + patterns + ", and no row "
                        + (form.shortYear() ? "tells" : "has a day above 12 that tells")
                : order.contradiction();
        return what + ": state the date format (" + stated + ")"
                + (open ? "" : "; rows that do not fit it are then reported");
    }

    /** What to say aloud about the order, empty where there is no other. */
    String note(int firstYear) {
        String years = form.shortYear() ? "years of two digits are " + firstYear + " to " + (firstYear + 99) : "";
        if (!form.exchangeable()) {
            return years.isEmpty() ? "" : example + " is read as " + datePattern(form) + ": " + years;
        }
        String said = example + " is read as " + datePattern(settled()) + ", " + order.evidence();
        return years.isEmpty() ? said : said + "; " + years;
    }

    /** A pattern that all values counted have, as it may be stated, with the parts as in the given form. */
    String pattern(DateForm as) {
        String shown = time;
        if (shown == null) {
            return datePattern(as);
        }
        String pattern = timePattern(shown);
        return datePattern(as) + (timed < values ? "[" + pattern + "]" : pattern);
    }

    private String datePattern(DateForm as) {
        String pattern = wholeName ? as.pattern().replace("MMM", "MMMM") : as.pattern();
        return switch (as.order()) {
            case YEAR_MONTH_DAY ->
                oneDigitSecond || (as.shortYear() && oneDigitFirst)
                        ? pattern.replace("MM", "M").replace("dd", "d")
                        : pattern;
            case DAY_MONTH_YEAR -> shortened(pattern, "dd", "MM");
            case MONTH_DAY_YEAR -> shortened(pattern, "MM", "dd");
            case DAY_NAME_YEAR, NAME_DAY_YEAR -> oneDigitFirst ? pattern.replace("dd", "d") : pattern;
        };
    }

    private String shortened(String pattern, String first, String second) {
        String out = oneDigitFirst ? pattern.replace(first, first.substring(1)) : pattern;
        return oneDigitSecond ? out.replace(second, second.substring(1)) : out;
    }

    /** A time of day as the pattern it has: digits to letters, AM or PM to {@code a}, an offset to {@code XXX}. */
    private String timePattern(String shown) {
        int compact = TimeText.compactDigits(shown);
        if (compact > 0) {
            String mark = shown.charAt(0) == 'T' ? "'T'" : "";
            String behind = shown.substring((mark.isEmpty() ? 0 : 1) + compact);
            return mark + "HHmmss".substring(0, compact) + (behind.isEmpty() ? "" : timePattern(behind));
        }
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
