package org.ltv4j.core.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settles the form of the date column from its values. Where parts could be exchanged, any value in the column decides that
 * allows for one order only; if no row decides, or rows contradict each other, the user is asked and nothing is guessed.
 */
final class DateDetector {
    private final int firstYear;
    private final DateText text = new DateText();
    private final TimeText time = new TimeText();
    private final Map<DateForm, DateVotes> votes = new LinkedHashMap<>();
    private final NumberDates numbers = new NumberDates();
    private long values;
    private long unknown;
    private @Nullable String firstUnknown;
    private long firstUnknownLine;

    DateDetector() {
        this(ReadOptions.FIRST_YEAR);
    }

    /** With the first of the hundred years that two digits stand for. */
    DateDetector(int firstYear) {
        this.firstYear = firstYear;
    }

    void observe(byte[] b, int from, int to, long line) {
        values++;
        DateForm form = text.read(b, from, to);
        boolean date = form != null && (text.rest == to || time.read(b, text.rest, to) >= 0);
        boolean noDay = form != null && form.separator() == 0 && !Civil.exists(text.first, text.second, text.third);
        if (form != null && date && !(noDay && form.order() == DateForm.Order.YEAR_MONTH_DAY)) {
            votes.computeIfAbsent(form, DateVotes::new).count(text, b, from, to, line);
        } else if (!numbers.count(b, from, to, line)) {
            unknown++;
            if (firstUnknown == null) {
                firstUnknown = Problems.shown(Utf8.lenient(b, from, to));
                firstUnknownLine = line;
            }
        }
    }

    /** True when more rows could still settle what those seen so far leave open. */
    boolean open() {
        DateVotes favourite = favourite();
        return favourite != null ? favourite.open() : numbersWin() && numbers.open();
    }

    /** True when the values have no form at all that is known, so that nothing could be asked about it. */
    boolean knowsNoForm() {
        return favourite() == null && !numbersWin();
    }

    /** Values seen so far. */
    long values() {
        return values;
    }

    /** The parser of the form that most values have; null when there is none, or a question remains. */
    @Nullable
    DateParser parser() {
        DateVotes favourite = favourite();
        if (favourite == null) {
            return numbersWin() ? numbers.parser() : null;
        }
        if (!favourite.decided()) {
            return null;
        }
        DateForm settled = favourite.settled();
        return new CalendarParser(settled, favourite.pattern(settled), firstYear);
    }

    /** What a reader should be told about how dates are read, where it is not plain. */
    List<String> notes(String column) {
        DateParser parser = parser();
        DateVotes favourite = favourite();
        String note = parser == null ? "" : favourite != null ? favourite.note(firstYear) : numbers.note(parser);
        return note.isEmpty() ? List.of() : List.of("column " + column + ": " + note);
    }

    /** What to ask the user when {@link #parser()} gives none. */
    String question(String column) {
        DateVotes favourite = favourite();
        if (favourite != null) {
            return "column " + column + ": " + favourite.question();
        }
        if (numbersWin()) {
            return "column " + column + ": " + numbers.question();
        }
        boolean shown = firstUnknown != null && !firstUnknown.isEmpty();
        return "column " + column + ": "
                + (shown ? "'" + firstUnknown + "' (line " + firstUnknownLine + ")" : "line " + firstUnknownLine)
                + " is no date of a form that is recognised: state the date format (--date-format, for example"
                + " yyyy-MM-dd, dd.MM.yy, epoch-seconds), or is this another column?";
    }

    private boolean numbersWin() {
        return numbers.values() > 0 && numbers.values() >= unknown;
    }

    /** The form that most values have, unless more have none that is known. */
    private @Nullable DateVotes favourite() {
        DateVotes best = null;
        for (DateVotes candidate : votes.values()) {
            if (best == null || candidate.values() > best.values()) {
                best = candidate;
            }
        }
        return best == null || best.values() < unknown + numbers.values() ? null : best;
    }
}
