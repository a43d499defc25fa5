package org.ltv4j.core.table;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.ltv4j.core.data.InvalidDataException;

/** Reads dates by any pattern of {@code java.time}: month names in English, offsets, optional parts. Strict. */
final class JavaTimeParser extends DateParser {
    private final String pattern;
    private final DateTimeFormatter formatter;

    /**
     * A parser of the pattern.
     *
     * @throws InvalidDataException if the pattern is none or gives no full date
     */
    JavaTimeParser(String pattern) {
        this(pattern, ReadOptions.FIRST_YEAR, Locale.ENGLISH);
    }

    /**
     * A parser of the pattern, with the first of the hundred years that two digits stand for and the language of names.
     *
     * @throws InvalidDataException if the pattern is none or gives no full date
     */
    JavaTimeParser(String pattern, int firstYear, Locale names) {
        this.pattern = pattern;
        try {
            this.formatter = builder(years(pattern), firstYear)
                    .toFormatter(names)
                    .withChronology(IsoChronology.INSTANCE)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new InvalidDataException(
                    "the date format '" + pattern + "' is no pattern of java.time (" + e.getMessage()
                            + "): state one such as yyyy-MM-dd or dd/MM/yyyy HH:mm",
                    e);
        }
        checkFullDate();
    }

    /** Year of the era, {@code y}, needs an era when strict; people who write it mean the year, {@code u}. */
    private static String years(String pattern) {
        StringBuilder out = new StringBuilder();
        boolean quoted = false;
        for (char c : pattern.toCharArray()) {
            quoted ^= c == '\'';
            out.append(c == 'y' && !quoted && pattern.indexOf('G') < 0 ? 'u' : c);
        }
        return out.toString();
    }

    /** Years of two digits would be 2000 to 2099 in java.time: they are appended apart. */
    private static DateTimeFormatterBuilder builder(String pattern, int firstYear) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        int done = 0;
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            if (c != 'u' || quoted) {
                continue;
            }
            int end = i;
            while (end < pattern.length() && pattern.charAt(end) == 'u') {
                end++;
            }
            if (end - i == 2) {
                builder.appendPattern(pattern.substring(done, i)).appendValueReduced(ChronoField.YEAR, 2, 2, firstYear);
                done = end;
            }
            i = end - 1;
        }
        return builder.appendPattern(pattern.substring(done));
    }

    private void checkFullDate() {
        String sample = LocalDate.of(2001, 2, 3)
                .atTime(4, 5, 6)
                .atOffset(ZoneOffset.UTC)
                .format(formatter);
        try {
            TemporalAccessor parsed = formatter.parse(sample);
            if (parsed.query(TemporalQueries.localTime()) == null && parsed.isSupported(ChronoField.HOUR_OF_AMPM)) {
                throw new InvalidDataException("the date format '" + pattern
                        + "' has hours of half a day (h) without AM or PM (a): write H for hours from 0 to 23");
            }
            if (parsed.query(TemporalQueries.localDate()) != null) {
                return;
            }
        } catch (DateTimeParseException e) {
            throw new InvalidDataException(
                    "the date format '" + pattern + "' contradicts itself: " + e.getMessage(), e);
        }
        throw new InvalidDataException("the date format '" + pattern + "' must give year, month and day");
    }

    @Override
    String form() {
        return pattern;
    }

    @Override
    long parse(byte[] b, int from, int to) {
        TemporalAccessor parsed;
        try {
            parsed = formatter.parse(Utf8.lenient(b, from, to));
        } catch (DateTimeParseException e) {
            String why = String.valueOf(e.getMessage());
            int reason = why.indexOf("Invalid date");
            return reason < 0 ? fail() : fail("is no date of the calendar");
        }
        offset = parsed.isSupported(ChronoField.OFFSET_SECONDS) ? parsed.get(ChronoField.OFFSET_SECONDS) : NO_OFFSET;
        LocalDate date = parsed.query(TemporalQueries.localDate());
        LocalTime time = parsed.query(TemporalQueries.localTime());
        if (date == null) {
            return fail();
        }
        return date.toEpochDay() * Civil.SECONDS_A_DAY + (time == null ? 0 : time.toSecondOfDay());
    }
}
