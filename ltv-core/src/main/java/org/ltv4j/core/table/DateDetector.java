package org.ltv4j.core.table;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settles the form of the date column from its values. Where day and month could be exchanged, a day above 12 anywhere
 * in the column decides; if no row decides, the user is asked and nothing is guessed.
 */
final class DateDetector {
    private static final int LARGEST_MONTH = 12;

    private final DateText text = new DateText();
    private final TimeText time = new TimeText();
    private final Map<DateForm, Integer> votes = new LinkedHashMap<>();
    private final Map<DateForm, String> times = new LinkedHashMap<>();
    private long dayFirst;
    private long monthFirst;
    private long values;
    private long unknown;
    private @Nullable String firstValue;
    private @Nullable String firstUnknown;
    private long firstUnknownLine;

    void observe(byte[] b, int from, int to, long line) {
        values++;
        DateForm form = text.read(b, from, to);
        boolean timed = form != null && text.rest < to;
        if (form == null || (timed && time.read(b, text.rest, to) < 0)) {
            unknown++;
            if (firstUnknown == null) {
                firstUnknown = Problems.shortened(Utf8.lenient(b, from, to));
                firstUnknownLine = line;
            }
            return;
        }
        votes.merge(form, 1, Integer::sum);
        if (timed) {
            times.putIfAbsent(form, Utf8.lenient(b, text.rest, to));
        }
        if (form.exchangeable()) {
            if (firstValue == null) {
                firstValue = Utf8.lenient(b, from, to);
            }
            dayFirst += text.first > LARGEST_MONTH && text.second <= LARGEST_MONTH ? 1 : 0;
            monthFirst += text.second > LARGEST_MONTH && text.first <= LARGEST_MONTH ? 1 : 0;
        }
    }

    /** True when more rows could still settle what those seen so far leave open. */
    boolean open() {
        DateForm form = favourite();
        return form != null && form.exchangeable() && dayFirst == 0 && monthFirst == 0;
    }

    /** Values seen so far. */
    long values() {
        return values;
    }

    /** The parser of the form that most values have; null when there is none, or a question remains. */
    @Nullable
    DateParser parser() {
        DateForm form = favourite();
        if (form == null || open()) {
            return null;
        }
        DateForm settled =
                form.exchangeable() && monthFirst > dayFirst ? form.with(DateForm.Order.MONTH_DAY_YEAR) : form;
        return new CalendarParser(settled, settled.pattern() + timePattern(times.get(form)));
    }

    /** What to ask the user when {@link #parser()} gives none. */
    String question(String column) {
        DateForm form = favourite();
        if (form == null) {
            return "column " + column + ": '" + firstUnknown + "' (line " + firstUnknownLine
                    + ") is no date of a form that is recognised: state the date format (--date-format, for example"
                    + " yyyy-MM-dd, dd.MM.yy, epoch-seconds), or is this another column?";
        }
        return "column " + column + ": " + firstValue + " may be read as " + form.pattern() + " or as "
                + form.with(DateForm.Order.MONTH_DAY_YEAR).pattern()
                + ", and no row has a day above 12 that tells: state the date format (--date-format "
                + form.pattern() + timePattern(times.get(form)) + " or --date-format "
                + form.with(DateForm.Order.MONTH_DAY_YEAR).pattern() + timePattern(times.get(form)) + ")";
    }

    private @Nullable DateForm favourite() {
        DateForm best = null;
        int most = 0;
        for (Map.Entry<DateForm, Integer> entry : votes.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        return best == null || most < unknown ? null : best;
    }

    /** A time of day as the pattern it has: digits to letters, AM or PM to {@code a}, an offset to {@code XXX}. */
    private static String timePattern(@Nullable String time) {
        if (time == null) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        boolean half = time.toLowerCase(java.util.Locale.ROOT).matches(".*[ap]m.*");
        String letters = half ? "hms" : "Hms";
        int part = -1;
        boolean inNumber = false;
        boolean fraction = false;
        for (int i = 0; i < time.length(); i++) {
            char c = time.charAt(i);
            if (Character.isDigit(c)) {
                part += inNumber || fraction ? 0 : 1;
                inNumber = true;
                out.append(fraction ? 'S' : letters.charAt(Math.min(part, 2)));
            } else if (c == 'T') {
                out.append("'T'");
            } else if (c == ' ' || c == ':' || c == ',' && part < 0) {
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
