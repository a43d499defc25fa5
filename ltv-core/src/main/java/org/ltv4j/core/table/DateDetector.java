package org.ltv4j.core.table;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settles the form of the date column from its values. Where day and month could be exchanged, a day above 12 anywhere
 * in the column decides; if no row decides, the user is asked and nothing is guessed.
 */
final class DateDetector {
    private final DateText text = new DateText();
    private final TimeText time = new TimeText();
    private final Map<DateForm, DateVotes> votes = new LinkedHashMap<>();
    private long values;
    private long unknown;
    private @Nullable String firstUnknown;
    private long firstUnknownLine;

    void observe(byte[] b, int from, int to, long line) {
        values++;
        DateForm form = text.read(b, from, to);
        if (form == null || (text.rest < to && time.read(b, text.rest, to) < 0)) {
            unknown++;
            if (firstUnknown == null) {
                firstUnknown = Problems.shortened(Utf8.lenient(b, from, to));
                firstUnknownLine = line;
            }
            return;
        }
        votes.computeIfAbsent(form, DateVotes::new).count(text, b, from, to);
    }

    /** True when more rows could still settle what those seen so far leave open. */
    boolean open() {
        DateVotes favourite = favourite();
        return favourite != null && favourite.open();
    }

    /** Values seen so far. */
    long values() {
        return values;
    }

    /** The parser of the form that most values have; null when there is none, or a question remains. */
    @Nullable
    DateParser parser() {
        DateVotes favourite = favourite();
        if (favourite == null || favourite.open()) {
            return null;
        }
        DateForm settled = favourite.settled();
        return new CalendarParser(settled, favourite.pattern(settled));
    }

    /** What to ask the user when {@link #parser()} gives none. */
    String question(String column) {
        DateVotes favourite = favourite();
        if (favourite != null) {
            return "column " + column + ": " + favourite.question();
        }
        return "column " + column + ": '" + firstUnknown + "' (line " + firstUnknownLine
                + ") is no date of a form that is recognised: state the date format (--date-format, for example"
                + " yyyy-MM-dd, dd.MM.yy, epoch-seconds), or is this another column?";
    }

    /** The form that most values have, unless more have none that is known. */
    private @Nullable DateVotes favourite() {
        DateVotes best = null;
        for (DateVotes candidate : votes.values()) {
            if (best == null || candidate.values() > best.values()) {
                best = candidate;
            }
        }
        return best == null || best.values() < unknown ? null : best;
    }
}
