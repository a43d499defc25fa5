package org.ltv4j.core.table;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;

/** Reads the date column: the written form, the zone, the years that make sense. One per read; not thread-safe. */
final class DateReader {
    static final String EPOCH_SECONDS = "epoch-seconds";
    static final String EPOCH_MILLIS = "epoch-millis";

    private final DateParser parser;
    private final LocalClock clock;
    private boolean anyOffset;
    private boolean anyWithout;
    private @Nullable String problem;

    DateReader(DateParser parser, @Nullable ZoneId zone) {
        this.parser = parser;
        this.clock = new LocalClock(zone);
        if (parser instanceof EpochParser && !clock.hasZone()) {
            throw new InvalidDataException(
                    "dates written as " + parser.form()
                            + " are instants: state the zone whose calendar days count (--zone, for example Europe/Paris or UTC)");
        }
    }

    /** The parser of a stated form with English names of months and years of two digits from 1970 on. */
    static DateParser parserOf(String stated) {
        return parserOf(stated, ReadOptions.FIRST_YEAR, Locale.ENGLISH);
    }

    /**
     * The parser of a stated form: a pattern of java.time, {@code epoch-seconds}, {@code epoch-millis}, {@code excel-days} or
     * {@code excel-days-1904}.
     */
    static DateParser parserOf(String stated, int firstYear, Locale months) {
        return switch (stated) {
            case EPOCH_SECONDS, EPOCH_MILLIS -> epoch(stated);
            case ExcelDayParser.FORM, ExcelDayParser.FORM_1904 ->
                new ExcelDayParser(stated.equals(ExcelDayParser.FORM_1904));
            default -> {
                PatternParser simple = PatternParser.of(stated, firstYear);
                yield simple != null ? simple : new JavaTimeParser(stated, firstYear, months);
            }
        };
    }

    static DateParser epoch(String form) {
        return new EpochParser(form, form.equals(EPOCH_MILLIS) ? 1000 : 1);
    }

    /** True when a value that could not be read is a date with its parts in another order than the one detected. */
    boolean otherOrder(byte[] bytes, int from, int to) {
        return parser instanceof CalendarParser calendar && calendar.otherOrder(bytes, from, to);
    }

    /** Wall-clock second of the value, or {@link DateParser#FAILED}. */
    long read(byte[] bytes, int from, int to) {
        long written = parser.parse(bytes, from, to);
        if (written == DateParser.FAILED) {
            problem = parser.problem();
            return DateParser.FAILED;
        }
        int offset = parser.offset;
        if (!clock.hasZone() && !sameKind(offset != DateParser.NO_OFFSET)) {
            problem = "stands among dates of which some have an offset from UTC and some have none: state the zone of"
                    + " those without (--zone, for example Europe/Paris)";
            return DateParser.FAILED;
        }
        return checked(clock.local(written, offset));
    }

    private long checked(long second) {
        if (second < Civil.EARLIEST || second >= Civil.AFTER_LATEST) {
            problem = "is outside the years " + Civil.FIRST_YEAR + " to " + Civil.LAST_YEAR + ": is the date format "
                    + parser.form() + " right?";
            return DateParser.FAILED;
        }
        return second;
    }

    /** False once both kinds were met. */
    private boolean sameKind(boolean withOffset) {
        if (withOffset ? anyWithout : anyOffset) {
            return false;
        }
        anyOffset |= withOffset;
        anyWithout |= !withOffset;
        return true;
    }

    String problem() {
        return problem == null ? "is no date" : problem;
    }

    String form() {
        return parser.form();
    }
}
