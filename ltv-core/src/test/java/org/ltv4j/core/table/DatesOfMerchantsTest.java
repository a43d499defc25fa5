package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.InvalidDataException;

/** Dates as merchants' files have them: decided from the whole column and said aloud, or asked for. */
class DatesOfMerchantsTest {
    private static final CsvOptions PARIS = Sales.DEFAULTS.withZone(ZoneId.of("Europe/Paris"));

    @Test
    void theOrderOfDayAndMonthIsSaidWithTheRowThatTells() {
        Ingest read = dates(Sales.DEFAULTS, "03/04/2011", "13/04/2011");
        assertThat(read.format().dateFormat()).isEqualTo("dd/MM/yyyy");
        assertThat(read.format().notes())
                .containsExactly("column date: 03/04/2011 is read as dd/MM/yyyy, as 13/04/2011 (line 3) cannot have the"
                        + " month first");
    }

    @Test
    void plainDatesNeedNoNote() {
        assertThat(dates(Sales.DEFAULTS, "2011-04-03", "2011-04-13").format().notes())
                .isEmpty();
    }

    // ---- years of two digits

    @Test
    void yearsOfTwoDigitsAreReadWhereTheOrderIsPlainAndTheirCenturyIsSaid() {
        Ingest read = dates(Sales.DEFAULTS, allDays("dd/MM/yy", 2010, 2011));
        assertThat(read.format().dateFormat()).isEqualTo("dd/MM/yy");
        assertThat(read.log().firstDay()).isEqualTo("2010-01-01");
        assertThat(read.log().lastDay()).isEqualTo("2011-12-31");
        assertThat(read.format().notes().get(0))
                .contains("01/01/10 is read as dd/MM/yy")
                .contains("cannot have the month first")
                .contains("the first numbers take 31 different values and the last ones 2, so that the years come last")
                .contains("years of two digits are 1970 to 2069");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"MM/dd/yy", "yy/MM/dd", "dd.MM.yy", "yy.MM.dd", "dd-MM-yy", "yy-MM-dd", "M/d/yy", "d-MMM-yy"})
    void eachOrderIsToldFromTheWholeColumn(String pattern) {
        Ingest read = dates(Sales.DEFAULTS, allDays(pattern, 2010, 2012));
        assertThat(read.log().firstDay()).isEqualTo("2010-01-01");
        assertThat(read.log().lastDay()).isEqualTo("2012-12-31");
        assertThat(read.format().dateFormat()).isEqualTo(pattern);
    }

    @Test
    void yearsOfTwoDigitsThatCouldBeDaysAreAskedFor() {
        assertThatThrownBy(() -> dates(Sales.DEFAULTS, "10.11.12", "11.11.12"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(
                        "the input: column date: 10.11.12 may be read as dd.MM.yy or as yy.MM.dd, and no row tells: state"
                                + " the date format (--date-format dd.MM.yy or --date-format yy.MM.dd)");
    }

    @Test
    void theCenturyMayBeStated() {
        ReadOptions values = ReadOptions.defaults().withTwoDigitYearsFrom(1930).withDateFormat("dd.MM.yy");
        Ingest read = dates(Sales.DEFAULTS.withValues(values), "31.12.30", "01.01.29");
        assertThat(read.log().firstDay()).isEqualTo("1930-12-31");
        assertThat(read.log().lastDay()).isEqualTo("2029-01-01");
        assertThat(read.format().notes()).containsExactly("column date: years of two digits are 1930 to 2029");
        ReadOptions detected = ReadOptions.defaults().withTwoDigitYearsFrom(1900);
        assertThat(dates(Sales.DEFAULTS.withValues(detected), allDays("MM/dd/yy", 1910, 1911))
                        .log()
                        .firstDay())
                .isEqualTo("1910-01-01");
        assertThatThrownBy(() -> ReadOptions.defaults().withTwoDigitYearsFrom(70))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("between 1900 and 2100, got 70");
    }

    @Test
    void yearsOfTwoDigitsOnBothSidesOfTheBorderAreAskedFor() {
        String[] days = {"13.01.40", "14.02.41", "15.03.72", "31.12.99"};
        String message =
                "the input: column date: its years of two digits, read as 1970 to 2069, give sales from 1972 to 2041: state"
                        + " which hundred years are meant (withTwoDigitYearsFrom, for example 1930 for 1930 to 2029), or write them with"
                        + " four digits";
        assertThatThrownBy(() -> dates(Sales.DEFAULTS, days))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> dates(Sales.DEFAULTS.withDateFormat("dd.MM.yy"), days))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(message);
        tech.tablesaw.api.Table table = tech.tablesaw.api.Table.create(
                tech.tablesaw.api.StringColumn.create("customer", "ann", "bob", "bob", "cid"),
                tech.tablesaw.api.StringColumn.create("date", days),
                tech.tablesaw.api.DoubleColumn.create("amount", 1, 2, 3, 4));
        assertThatThrownBy(() -> Tables.read(table, Sales.COLUMNS, ReadOptions.defaults()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageEndingWith(message.substring("the input: ".length()));
        for (int from : new int[] {1930, 1970}) { // once it is stated, any years may be
            ReadOptions stated = ReadOptions.defaults().withTwoDigitYearsFrom(from);
            Ingest read = dates(Sales.DEFAULTS.withValues(stated), days);
            assertThat(read.log().lastDay()).isEqualTo(from == 1930 ? "1999-12-31" : "2041-02-14");
        }
    }

    @Test
    void yearsOfTwoDigitsMaySpanSixtyYears() {
        assertThat(dates(Sales.DEFAULTS, "13.01.75", "14.02.99", "12.01.35")
                        .log()
                        .lastDay())
                .isEqualTo("2035-01-12");
        assertThat(dates(Sales.DEFAULTS, "1930-01-01", "2040-01-01").log().firstDay())
                .isEqualTo("1930-01-01"); // four digits are what they are
    }

    @Property(tries = 200, seed = "20261122")
    void statedYearsOfTwoDigitsAgreeWithJavaTime(
            @ForAll @IntRange(max = 99) int year, @ForAll @IntRange(min = 1900, max = 2100) int from) {
        byte[] written =
                String.format(Locale.ROOT, "09.12.%02d", year).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        long ours = DateReader.parserOf("dd.MM.yy", from, Locale.ENGLISH).parse(written, 0, written.length);
        assertThat(ours)
                .isEqualTo(new JavaTimeParser("dd.MM.yy", from, Locale.ENGLISH).parse(written, 0, written.length));
        int read = LocalDate.ofEpochDay(Math.floorDiv(ours, 86_400)).getYear();
        assertThat(read).isBetween(from, from + 99);
        assertThat(read % 100).isEqualTo(year);
    }

    // ---- month names

    @Test
    void monthNamesOfOtherLanguagesAreReadWhenStated() {
        ReadOptions values =
                ReadOptions.defaults().withMonthNames(Locale.FRENCH).withDateFormat("d MMMM yyyy");
        assertThat(dates(Sales.DEFAULTS.withValues(values), "9 d\u00e9cembre 2011")
                        .log()
                        .firstDay())
                .isEqualTo("2011-12-09");
    }

    // ---- day numbers of Excel

    /** 40513.35 of the brief of a merchant's export: 2010-12-01 08:24. Serial 61 is 1900-03-01, as Excel shows it. */
    @ParameterizedTest
    @CsvSource({
        "1, 1900-01-01T00:00",
        "59, 1900-02-28T00:00",
        "61, 1900-03-01T00:00",
        "40513.35, 2010-12-01T08:24",
        "'40513,35', 2010-12-01T08:24",
        "40513.999999999, 2010-12-02T00:00",
    })
    void dayNumbersAreReadWhenStated(String written, LocalDateTime expected) {
        Ingest read = dates(Sales.DEFAULTS.withDateFormat("excel-days").withDelimiter(';'), ";", written);
        assertThat(read.log().time(0)).isEqualTo(expected);
    }

    @Test
    void theDayThatExcelInventedIsNone() {
        assertThatThrownBy(() -> dates(Sales.DEFAULTS.withDateFormat("excel-days"), "60"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("'60' is no day of the calendar");
        assertThatThrownBy(() -> dates(Sales.DEFAULTS.withDateFormat("excel-days"), "0.5"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("'0.5' is outside the years 1900 to 2200");
        assertThat(dates(Sales.DEFAULTS.withDateFormat("excel-days-1904"), "60")
                        .log()
                        .firstDay())
                .isEqualTo("1904-03-01");
    }

    @Test
    void dayNumbersWithATimeAreTold() {
        Ingest read = dates(Sales.DEFAULTS, "40513.35", "40513.36");
        assertThat(read.log().firstDay()).isEqualTo("2010-12-01");
        assertThat(read.format().dateFormat()).isEqualTo("excel-days");
        assertThat(read.format().notes().get(0))
                .contains("40513.35 is read as a day number of Excel", "excel-days-1904");
    }

    @Test
    void wholeDayNumbersAreToldByOneThatIsNoYearMonthAndDay() {
        assertThat(dates(Sales.DEFAULTS, "40513", "40532").log().firstDay()).isEqualTo("2010-12-01");
        assertThatThrownBy(() -> dates(Sales.DEFAULTS, "40513", "40514")) // 13 and 14 May 2004?
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("column date: 40513 (line 2) is a number that could be many things")
                .hasMessageContaining("excel-days")
                .hasMessageContaining("yyMMdd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "17850", "2011", "111209", "536365", "1122011", "31122011"})
    void numbersThatCouldBeAnythingAreAskedForAndNeverGuessed(String number) {
        assertThatThrownBy(() -> dates(PARIS, number))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("column date: " + number + " (line 2) is a number that could be many things");
    }

    /** 11 digits are a phone in China, 10 one in the USA, 8 one in Singapore, 16 a card. */
    @ParameterizedTest
    @ValueSource(strings = {"13800138001", "4155550100", "81234567", "5550123", "4111111111111111", "123456789.5"})
    void numbersThatMayBeAPhoneOrACardAreToldByTheirDigitsAlone(String number) {
        assertThatThrownBy(() -> dates(PARIS, number))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("column date: a value of "
                        + number.replace(".", "").length() + " digits (line 2) is a number that could be many things")
                .hasMessageNotContaining(number.substring(0, 6));
    }

    @Test
    void dayNumbersAmongOtherNumbersAreAskedFor() {
        assertThatThrownBy(() -> dates(Sales.DEFAULTS, "40513.35", "7"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("could be many things");
    }

    // ---- seconds and milliseconds

    @Test
    void secondsAndMillisecondsAreToldAndNeedAZone() {
        assertThatThrownBy(() -> dates(Sales.DEFAULTS, "1323433800"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("epoch-seconds are instants: state the zone");
        Ingest seconds = dates(PARIS, "1323433800", "1323433801.75");
        assertThat(seconds.log().time(0)).isEqualTo(LocalDateTime.of(2011, 12, 9, 13, 30));
        assertThat(seconds.format().dateFormat()).isEqualTo("epoch-seconds");
        assertThat(seconds.format().notes()).containsExactly("column date: 1323433800 is read as seconds since 1970");
        Ingest millis = dates(PARIS, "1323433800999");
        assertThat(millis.log().time(0)).isEqualTo(LocalDateTime.of(2011, 12, 9, 13, 30));
        assertThat(millis.format().dateFormat()).isEqualTo("epoch-millis");
    }

    @Test
    void tenDigitsThatBeginWithAYearAreAnHour() {
        Ingest read = dates(PARIS, "2011120913", "2011120914");
        assertThat(read.log().time(0)).isEqualTo(LocalDateTime.of(2011, 12, 9, 13, 0));
        assertThat(read.format().dateFormat()).isEqualTo("yyyyMMddHH");
    }

    @Test
    void aColumnOfDaysBeforeMonthsWithoutMarksIsAskedFor() {
        assertThatThrownBy(() -> dates(Sales.DEFAULTS, "01122011", "02122011", "20122011"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("ddMMyyyy");
    }

    @Test
    void typedTablesAreReadByTheSameRules() {
        tech.tablesaw.api.Table table = tech.tablesaw.api.Table.create(
                tech.tablesaw.api.StringColumn.create("customer", "ann", "bob"),
                tech.tablesaw.api.StringColumn.create("date", "12/13/11", "12/09/11"),
                tech.tablesaw.api.DoubleColumn.create("amount", 1, 2));
        ReadOptions options = ReadOptions.defaults().withTwoDigitYearsFrom(1900);
        Ingest read = Tables.read(table, Sales.COLUMNS, options);
        assertThat(read.log().firstDay()).isEqualTo("1911-12-09");
        assertThat(read.format().notes().get(0)).contains("MM/dd/yy", "1900 to 1999");
    }

    /**
     * Whatever days were written in whatever form: they are read as those days, or asked for, and never as others. Seconds are
     * those before 2030-03-17, when they begin to look like 1900010100, an hour.
     */
    @Property(tries = 300, seed = "20261122")
    void datesAreReadRightOrAskedFor(
            @ForAll @IntRange(min = 9_000, max = 25_000) int first,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 40) Integer> steps,
            @ForAll @IntRange(max = 19) int form) {
        String[] patterns = {
            "dd/MM/yyyy", "MM/dd/yyyy", "d-M-yyyy", "M-d-yyyy", "dd/MM/yy", "MM/dd/yy", "yy/MM/dd", "dd.MM.yy",
                    "yy.MM.dd",
            "yy-MM-dd", "d.M.yy", "d-MMM-yy", "MMM d, yyyy", "yyyyMMdd", "yyyyMMddHH", "ddMMyyyy", "yyMMdd", "MMddyyyy"
        };
        List<LocalDate> days = new ArrayList<>();
        LocalDate day = LocalDate.ofEpochDay(first);
        for (int step : steps) {
            day = day.plusDays(step);
            days.add(day);
        }
        Assume.that(form <= patterns.length || day.isBefore(LocalDate.of(2030, 3, 17)));
        String[] written = days.stream().map(d -> written(d, form, patterns)).toArray(String[]::new);
        Ingest read;
        try {
            read = dates(Sales.DEFAULTS.withZone(ZoneId.of("UTC")), written);
        } catch (InvalidDataException asked) {
            assertThat(asked).hasMessageContaining("date format");
            return;
        }
        for (int row = 0; row < read.log().size(); row++) {
            assertThat(read.log().time(row).toLocalDate())
                    .isEqualTo(days.get(read.log().sourceRow(row) - 2));
        }
    }

    private static String written(LocalDate day, int form, String[] patterns) {
        if (form == patterns.length) {
            return String.valueOf(day.toEpochDay() + 25_569); // the day number of 1970-01-01
        }
        if (form > patterns.length) {
            return String.valueOf(day.toEpochDay() * 86_400);
        }
        return day.atStartOfDay().format(java.time.format.DateTimeFormatter.ofPattern(patterns[form], Locale.ENGLISH));
    }

    private static Ingest dates(CsvOptions options, String... dates) {
        boolean semicolon = dates[0].equals(";");
        String mark = semicolon ? ";" : ",";
        StringBuilder csv = new StringBuilder("customer,date,amount\n".replace(",", mark));
        for (int i = semicolon ? 1 : 0; i < dates.length; i++) {
            boolean quoted = dates[i].contains(mark);
            csv.append("c").append(i % 7).append(mark);
            csv.append(quoted ? "\"" + dates[i] + "\"" : dates[i]).append(mark).append("1\n");
        }
        return Sales.read(csv.toString(), options);
    }

    private static String[] allDays(String pattern, int firstYear, int lastYear) {
        List<String> days = new ArrayList<>();
        LocalDate first = LocalDate.of(firstYear, 1, 1);
        java.time.format.DateTimeFormatter format =
                java.time.format.DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        for (int i = 0; i <= ChronoUnit.DAYS.between(first, LocalDate.of(lastYear, 12, 31)); i++) {
            days.add(first.plusDays(i).format(format));
        }
        return days.toArray(new String[0]);
    }
}
