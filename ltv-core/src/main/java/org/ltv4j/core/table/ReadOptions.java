package org.ltv4j.core.table;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

/**
 * How values are read, whatever the source: date format, decimal mark, zone, and what to do with bad rows. All are
 * optional; what is not stated is detected once from the values. Immutable.
 */
public final class ReadOptions {
    /** What two digits of a year begin with where nothing else is stated: 1970 to 2069. */
    static final int FIRST_YEAR = 1970;

    private static final int NOT_STATED = 0;

    /** Sales of one source do not go on for longer; if they seem to, years of two digits fell on both sides of the border. */
    private static final int LONGEST_YEARS = 60;

    private static final Pattern SHORT_YEARS = Pattern.compile("(?<![uy])(yy|uu)(?![uy])");

    private static final ReadOptions DEFAULTS =
            new ReadOptions(null, null, null, RowPolicies.all(RowPolicy.FAIL), NOT_STATED, Locale.ENGLISH);

    private final @Nullable String dateFormat;
    private final @Nullable Character decimal;
    private final @Nullable ZoneId zone;
    private final RowPolicies rowPolicies;
    private final int firstYear;
    private final Locale monthNames;

    private ReadOptions(
            @Nullable String dateFormat,
            @Nullable Character decimal,
            @Nullable ZoneId zone,
            RowPolicies rowPolicies,
            int firstYear,
            Locale monthNames) {
        this.dateFormat = dateFormat;
        this.decimal = decimal;
        this.zone = zone;
        this.rowPolicies = rowPolicies;
        this.firstYear = firstYear;
        this.monthNames = monthNames;
    }

    /**
     * Everything detected, strict.
     *
     * @return options with nothing stated and {@link RowPolicy#FAIL} for every reason
     */
    public static ReadOptions defaults() {
        return DEFAULTS;
    }

    /**
     * States the date format, which is then read strictly: a pattern of {@code java.time} ({@code yyyy} may stand for {@code
     * uuuu}; see {@link #withTwoDigitYearsFrom} and {@link #withMonthNames}), {@code epoch-seconds} or {@code epoch-millis}
     * since 1970 in UTC, {@code excel-days} or {@code excel-days-1904}: day numbers of Excel, whose fraction is the time of day.
     *
     * @param format for example {@code dd/MM/yyyy HH:mm}
     * @return the options
     * @throws InvalidDataException if it is no such pattern or gives no full date
     */
    public ReadOptions withDateFormat(String format) {
        DateReader.parserOf(format, twoDigitYearsFrom(), monthNames);
        return new ReadOptions(format, decimal, zone, rowPolicies, firstYear, monthNames);
    }

    /**
     * States which hundred years are meant by years of two digits. Else they are 1970 to 2069, and sales that would then span
     * more than 60 years are an error.
     *
     * @param year the first of the hundred years, from 1900 to 2100
     * @return the options
     * @throws InvalidDataException if the year is out of its range
     */
    public ReadOptions withTwoDigitYearsFrom(int year) {
        if (year < Civil.FIRST_YEAR || year > Civil.LAST_YEAR - 100) {
            throw new InvalidDataException("years of two digits must begin between " + Civil.FIRST_YEAR + " and "
                    + (Civil.LAST_YEAR - 100) + ", got " + year);
        }
        return new ReadOptions(dateFormat, decimal, zone, rowPolicies, year, monthNames);
    }

    /**
     * States the language of month names in a stated date format, as this JDK writes them. Else they are English.
     *
     * @param language for example {@code Locale.FRENCH}
     * @return the options
     */
    public ReadOptions withMonthNames(Locale language) {
        return new ReadOptions(dateFormat, decimal, zone, rowPolicies, firstYear, language);
    }

    /**
     * States the decimal mark; the other of point and comma may then stand between groups of three digits.
     *
     * @param mark {@code '.'} or {@code ','}
     * @return the options
     * @throws InvalidDataException if it is another character
     */
    public ReadOptions withDecimal(char mark) {
        if (mark != '.' && mark != ',') {
            throw new InvalidDataException("the decimal mark must be '.' or ',', got '" + mark + "'");
        }
        return new ReadOptions(dateFormat, mark, zone, rowPolicies, firstYear, monthNames);
    }

    /**
     * States the zone whose calendar days count. Times with an offset are turned into its wall clock; times without
     * one already are. Without a zone the written calendar day counts.
     *
     * @param zoneId for example {@code Europe/Paris}
     * @return the options
     */
    public ReadOptions withZone(ZoneId zoneId) {
        return new ReadOptions(dateFormat, decimal, zoneId, rowPolicies, firstYear, monthNames);
    }

    /**
     * States what to do with every row that cannot be used.
     *
     * @param policy fail or skip
     * @return the options
     */
    public ReadOptions withRowPolicy(RowPolicy policy) {
        return withRowPolicies(RowPolicies.all(policy));
    }

    /**
     * States what to do with rows that cannot be used for one reason.
     *
     * @param reason why a row cannot be used
     * @param policy fail or skip
     * @return the options
     */
    public ReadOptions withRowPolicy(Reason reason, RowPolicy policy) {
        return withRowPolicies(rowPolicies.with(reason, policy));
    }

    /**
     * States what to do with rows that cannot be used, reason by reason.
     *
     * @param policies a policy for each reason
     * @return the options
     */
    public ReadOptions withRowPolicies(RowPolicies policies) {
        return new ReadOptions(dateFormat, decimal, zone, policies, firstYear, monthNames);
    }

    /**
     * The stated date format.
     *
     * @return a pattern, or empty to detect it
     */
    public Optional<String> dateFormat() {
        return Optional.ofNullable(dateFormat);
    }

    /**
     * The hundred years that years of two digits stand for.
     *
     * @return the first of them
     */
    public int twoDigitYearsFrom() {
        return firstYear == NOT_STATED ? FIRST_YEAR : firstYear;
    }

    /**
     * The language of month names in a stated date format.
     *
     * @return a language
     */
    public Locale monthNames() {
        return monthNames;
    }

    /** What to say aloud about the stated date format. */
    List<String> dateNotes(String column) {
        boolean shortYears =
                dateFormat != null && SHORT_YEARS.matcher(dateFormat).find();
        return shortYears ? List.of("column " + column + ": years of two digits are " + hundredYears()) : List.of();
    }

    private String hundredYears() {
        return twoDigitYearsFrom() + " to " + (twoDigitYearsFrom() + 99);
    }

    /**
     * Refuses days that years of two digits have put too far from each other, unless it was stated which hundred years are meant.
     *
     * @throws InvalidDataException if they span more than 60 years
     */
    void requireOneCentury(TransactionLog log, String form, String column) {
        if (firstYear != NOT_STATED
                || log.size() == 0
                || !SHORT_YEARS.matcher(form).find()) {
            return;
        }
        LocalDate first = log.firstDay();
        LocalDate last = log.lastDay();
        if (first.plusYears(LONGEST_YEARS).isBefore(last)) {
            throw new InvalidDataException(
                    "column " + column + ": its years of two digits, read as " + hundredYears()
                            + ", give sales from " + first.getYear() + " to " + last.getYear()
                            + ": state which hundred years are meant (withTwoDigitYearsFrom, for example 1930 for 1930 to 2029), or write them with four digits");
        }
    }

    /** The parser of the stated date format, or null to detect it. */
    @Nullable
    DateParser statedDates() {
        return dateFormat == null ? null : DateReader.parserOf(dateFormat, twoDigitYearsFrom(), monthNames);
    }

    /**
     * The stated decimal mark.
     *
     * @return point or comma, or empty to detect it
     */
    public Optional<Character> decimal() {
        return Optional.ofNullable(decimal);
    }

    /**
     * The stated zone.
     *
     * @return the zone, or empty where the written calendar day counts
     */
    public Optional<ZoneId> zone() {
        return Optional.ofNullable(zone);
    }

    /**
     * What to do with rows that cannot be used.
     *
     * @return a policy for each reason
     */
    public RowPolicies rowPolicies() {
        return rowPolicies;
    }
}
