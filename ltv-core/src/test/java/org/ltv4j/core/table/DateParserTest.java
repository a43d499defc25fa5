package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.InvalidDataException;

class DateParserTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2011-12-09 | 2011-12-09T00:00",
                "2011-12-09T12:50 | 2011-12-09T12:50",
                "2011-12-09 12:50:31 | 2011-12-09T12:50:31",
                "2011-12-09T12:50:31.123456 | 2011-12-09T12:50:31",
                "2011-12-09T12:50:31Z | 2011-12-09T12:50:31",
                "2011-12-09T12:50:31+08:00 | 2011-12-09T12:50:31",
                "2011-12-09 12:50:31.5 +0530 | 2011-12-09T12:50:31",
                "2011-12-09 12:50 UTC | 2011-12-09T12:50",
                "20111209 | 2011-12-09T00:00",
                "2011/12/9 | 2011-12-09T00:00",
                "2011/12/09 8:05 | 2011-12-09T08:05",
                "31/12/2011 | 2011-12-31T00:00",
                "12/31/2011 8:05 | 2011-12-31T08:05",
                "12/31/2011 8:05:09 PM | 2011-12-31T20:05:09",
                "12/31/2011 12:05 AM | 2011-12-31T00:05",
                "12/31/2011 12:05pm | 2011-12-31T12:05",
                "31.12.2011 | 2011-12-31T00:00",
                "1.2.2011 | 2011-02-01T00:00",
                "31-12-2011 | 2011-12-31T00:00",
                "31-Dec-2011 | 2011-12-31T00:00",
                "5 september 2011 10:00 | 2011-09-05T10:00",
                "Dec 9, 2011 | 2011-12-09T00:00",
                "December 9 2011 8:05 PM | 2011-12-09T20:05",
                "Dec 9, 2011, 8:05:07 AM | 2011-12-09T08:05:07",
                "9-Dec-11 | 2011-12-09T00:00",
                "2011年12月9日 12:50 | 2011-12-09T12:50",
                "2011120912 | 2011-12-09T12:00",
                "201112091250 | 2011-12-09T12:50",
                "20111209125031 | 2011-12-09T12:50:31",
                "20111209T125031Z | 2011-12-09T12:50:31",
                "20111209 12:50 | 2011-12-09T12:50",
                "1969-12-31 23:59:59 | 1969-12-31T23:59:59",
                "1900-01-01 | 1900-01-01T00:00",
                "2200-12-31 | 2200-12-31T00:00",
                "2024-02-29 | 2024-02-29T00:00",
                "2000-02-29 | 2000-02-29T00:00",
            })
    void readsTheUsualForms(String written, LocalDateTime expected) {
        assertThat(read(detected(written), null, written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "2023-02-29T10:00:00",
                "2023-02-29T10:00",
                "1900-02-29",
                "2023-13-01",
                "2023-00-10",
                "2023-04-31",
                "2023-01-00",
                "2023-01-01T24:00:00",
                "2023-01-01T10:60",
                "2023-01-01T10:00:60",
                "2023-01-01T",
                "2023-01-01 noon",
                "2023-01-01x",
                "2023-1-1-1",
                "01-01-2023",
                "2023/01/01",
                "1899-12-31",
                "2201-01-01",
                "0023-01-01",
                "12023-01-01",
                "2023-01",
                "2023",
                "",
                " ",
                "20230101",
                "2023-01-01T10:00 XM",
                "2023-01-01T13:00 PM",
                "2023-01-01T10:00+19:00"
            })
    void refusesWhatIsNoIsoDate(String written) {
        DateParser iso = detected("2023-01-01");
        byte[] b = written.getBytes(StandardCharsets.UTF_8);
        assertThat(new DateReader(iso, null).read(b, 0, b.length)).isEqualTo(DateParser.FAILED);
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(problem(detected("2023-01-01"), "2023-02-29"))
                .isEqualTo("is no date of the calendar (year 2023, month 2, day 29)");
        assertThat(problem(detected("2023-01-01"), "01/02/2023")).isEqualTo("does not fit the date format yyyy-MM-dd");
        assertThat(problem(detected("31/12/2011"), "12/31/2011"))
                .isEqualTo("has no such month in the date format dd/MM/yyyy (month 31)");
        assertThat(problem(detected("2023-01-01"), "0023-01-01")).contains("outside the years 1900 to 2200");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2011-12-09 | yyyy-MM-dd",
                "2011-12-09T08:26:00 | yyyy-MM-dd'T'HH:mm:ss",
                "2011-12-09 08:26 | yyyy-MM-dd HH:mm",
                "12/31/2011 8:26 | MM/dd/yyyy H:mm",
                "31.12.2011 08:26:00.5 | dd.MM.yyyy HH:mm:ss.S",
                "12/31/2011 8:26 PM | MM/dd/yyyy h:mm a",
                "2011-12-09T08:26:00+08:00 | yyyy-MM-dd'T'HH:mm:ssXXX",
                "20111209 | yyyyMMdd",
                "1/31/2011 8:26 | M/dd/yyyy H:mm",
                "5-Sep-2011 | d-MMM-yyyy",
                "2011/1/5 | yyyy/M/d",
                "2011/12/5 | yyyy/M/d",
                "2011120912 | yyyyMMddHH",
                "201112091250 | yyyyMMddHHmm",
                "20111209125031 | yyyyMMddHHmmss",
                "20111209T125031 | yyyyMMdd'T'HHmmss",
                "Dec 9, 2011 | MMM d, yyyy",
                "December 9, 2011 | MMMM d, yyyy",
                "9-Dec-11 | d-MMM-yy",
                "2011年12月9日 12:50 | yyyy年M月d日 HH:mm",
            })
    void showsTheFormAsItMayBeStated(String written, String pattern) {
        assertThat(detected(written).form()).isEqualTo(pattern);
        byte[] b = written.getBytes(StandardCharsets.UTF_8);
        assertThat(DateReader.parserOf(pattern).parse(b, 0, b.length))
                .isEqualTo(detected(written).parse(b, 0, b.length));
    }

    @Test
    void theFormShownFitsAllValuesSeen() {
        DateDetector dates = new DateDetector();
        observe(dates, "13/04/2011 18:05", 2);
        observe(dates, "3/04/2011 8:05", 3);
        observe(dates, "13/4/2011", 4);
        String form = java.util.Objects.requireNonNull(dates.parser()).form();
        assertThat(form).isEqualTo("d/M/yyyy[ H:mm]");
        DateParser stated = DateReader.parserOf(form);
        assertThat(read(stated, null, "13/04/2011 18:05")).isEqualTo(LocalDateTime.of(2011, 4, 13, 18, 5));
        assertThat(read(stated, null, "3/4/2011 8:05")).isEqualTo(LocalDateTime.of(2011, 4, 3, 8, 5));
        assertThat(read(stated, null, "13/4/2011")).isEqualTo(LocalDateTime.of(2011, 4, 13, 0, 0));
    }

    @Test
    void dayAndMonthAreDecidedByTheWholeColumn() {
        DateDetector dates = new DateDetector();
        observe(dates, "03/04/2011", 2);
        assertThat(dates.open()).isTrue();
        assertThat(dates.parser()).isNull();
        observe(dates, "03/14/2011", 3);
        assertThat(dates.open()).isFalse();
        assertThat(read(java.util.Objects.requireNonNull(dates.parser()), null, "03/04/2011"))
                .isEqualTo(LocalDateTime.of(2011, 3, 4, 0, 0));
    }

    @Test
    void dayAndMonthThatNoRowDecidesAreAskedFor() {
        DateDetector dates = new DateDetector();
        observe(dates, "03/04/2011 8:05", 2);
        assertThat(dates.question("date"))
                .contains("dd/MM/yyyy", "MM/dd/yyyy", "03/04/2011")
                .contains("--date-format dd/MM/yyyy H:mm or --date-format MM/dd/yyyy H:mm");
    }

    @Test
    void aStatedPatternIsReadStrictly() {
        DateParser parser = DateReader.parserOf("dd/MM/yyyy HH:mm");
        assertThat(read(parser, null, "01/02/2023 09:30")).isEqualTo(LocalDateTime.of(2023, 2, 1, 9, 30));
        for (String bad : new String[] {
            "1/02/2023 09:30",
            "01/02/2023",
            "29/02/2023 10:00",
            "01/02/2023 24:00",
            "01/02/2023 09:30:00",
            "01/02/23 09:30"
        }) {
            byte[] b = bad.getBytes(StandardCharsets.UTF_8);
            assertThat(parser.parse(b, 0, b.length)).as(bad).isEqualTo(DateParser.FAILED);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd.MM.yy | 31.12.99 | 1999-12-31T00:00",
                "dd.MM.yy | 31.12.69 | 2069-12-31T00:00",
                "d MMM yy | 9 Dec 11 | 2011-12-09T00:00",
                "yyMMdd | 111209 | 2011-12-09T00:00",
                "ddMMyyyy | 09122011 | 2011-12-09T00:00",
                "yyyyMMddHH | 2011120912 | 2011-12-09T12:00",
                "excel-days | 40886.53474 | 2011-12-09T12:50:01",
                "excel-days-1904 | 39424 | 2011-12-09T00:00",
                "dd MMM yyyy | 05 Sep 2011 | 2011-09-05T00:00",
                "d-MMM-yyyy | 5-SEP-2011 | 2011-09-05T00:00",
                "yyyyMMddHHmmss | 20111209125031 | 2011-12-09T12:50:31",
                "yyyy-MM-dd[ HH:mm] | 2011-12-09 | 2011-12-09T00:00",
                "yyyy-MM-dd[ HH:mm] | 2011-12-09 10:30 | 2011-12-09T10:30",
                "M/d/yyyy h:mm a | 1/2/2011 8:05 pm | 2011-01-02T20:05",
                "uuuu-MM-dd'T'HH:mm:ssXXX | 2011-12-09T12:50:31+08:00 | 2011-12-09T12:50:31",
            })
    void readsAnyPatternThatIsStated(String pattern, String written, LocalDateTime expected) {
        assertThat(read(DateReader.parserOf(pattern), null, written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HH:mm", "yyyy-MM", "yyyy-MM-dd hh:mm", "bogus", "yyyy-MM-dd'"})
    void refusesPatternsThatGiveNoDate(String pattern) {
        assertThatThrownBy(() -> ReadOptions.defaults().withDateFormat(pattern))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("date format");
    }

    @Test
    void secondsSinceTheEpochAreReadWhenStatedWithAZone() {
        ZoneId paris = ZoneId.of("Europe/Paris");
        assertThat(read(DateReader.parserOf("epoch-seconds"), paris, "1672527600"))
                .isEqualTo(LocalDateTime.of(2023, 1, 1, 0, 0));
        assertThat(read(DateReader.parserOf("epoch-millis"), paris, "-1"))
                .isEqualTo(LocalDateTime.of(1970, 1, 1, 0, 59, 59));
        assertThatThrownBy(() -> new DateReader(DateReader.parserOf("epoch-seconds"), null))
                .hasMessageContaining("--zone");
    }

    @Test
    void offsetsBecomeTheCalendarOfAStatedZone() {
        ZoneId paris = ZoneId.of("Europe/Paris");
        assertThat(read(detected("2023-01-01T00:00Z"), paris, "2022-12-31T23:30:00Z"))
                .isEqualTo(LocalDateTime.of(2023, 1, 1, 0, 30));
        assertThat(read(detected("2023-01-01T00:00Z"), paris, "2023-07-01T01:00:00+08:00"))
                .isEqualTo(LocalDateTime.of(2023, 6, 30, 19, 0));
        assertThat(read(detected("2023-01-01T00:00Z"), paris, "2023-07-01T01:00:00"))
                .isEqualTo(LocalDateTime.of(2023, 7, 1, 1, 0));
    }

    @Test
    void summerTimeIsFollowedOnBothSidesOfItsEnd() {
        DateParser iso = detected("2023-01-01T00:00Z");
        DateReader reader = new DateReader(iso, ZoneId.of("Europe/Paris"));
        assertThat(at(reader, "2023-10-29T00:59:59Z")).isEqualTo(LocalDateTime.of(2023, 10, 29, 2, 59, 59));
        assertThat(at(reader, "2023-10-29T01:00:00Z")).isEqualTo(LocalDateTime.of(2023, 10, 29, 2, 0));
        assertThat(at(reader, "2023-03-26T00:59:59Z")).isEqualTo(LocalDateTime.of(2023, 3, 26, 1, 59, 59));
        assertThat(at(reader, "2023-03-26T01:00:00Z")).isEqualTo(LocalDateTime.of(2023, 3, 26, 3, 0));
    }

    @Test
    void datesWithAndWithoutOffsetNeedAZone() {
        DateReader reader = new DateReader(detected("2023-01-01T00:00Z"), null);
        byte[] with = "2023-01-01T00:00Z".getBytes(StandardCharsets.UTF_8);
        byte[] without = "2023-01-01T00:00".getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read(with, 0, with.length)).isNotEqualTo(DateParser.FAILED);
        assertThat(reader.read(without, 0, without.length)).isEqualTo(DateParser.FAILED);
        assertThat(reader.problem()).contains("--zone");
    }

    @Property(seed = "20261122")
    void instantsAreReadAsJavaTimeReadsThem(
            @ForAll @LongRange(min = -2_000_000_000L, max = 7_000_000_000L) long second) {
        for (String zone : new String[] {"Europe/Paris", "America/New_York", "Asia/Shanghai", "Asia/Kathmandu"}) {
            LocalClock clock = new LocalClock(ZoneId.of(zone));
            long expected = LocalDateTime.ofInstant(java.time.Instant.ofEpochSecond(second), ZoneId.of(zone))
                    .toEpochSecond(ZoneOffset.UTC);
            assertThat(clock.ofInstant(second)).isEqualTo(expected);
        }
    }

    /** The parser of simple patterns does what java.time does, only sooner. */
    @Property(seed = "20261122")
    void simplePatternsAreReadAsJavaTimeReadsThem(
            @ForAll @IntRange(min = 1900, max = 2200) int year,
            @ForAll @IntRange(max = 13) int month,
            @ForAll @IntRange(max = 32) int day,
            @ForAll @IntRange(max = 25) int hour,
            @ForAll @IntRange(max = 61) int minute) {
        String[] patterns = {"dd/MM/yyyy HH:mm", "yyyyMMddHHmm", "M-d-yyyy H:mm", "yyyy.MM.dd HH:mm", "d.M.yyyy H:m"};
        String[] formats = {
            "%3$02d/%2$02d/%1$04d %4$02d:%5$02d",
            "%1$04d%2$02d%3$02d%4$02d%5$02d",
            "%2$d-%3$d-%1$04d %4$d:%5$02d",
            "%1$04d.%2$02d.%3$02d %4$02d:%5$02d",
            "%3$d.%2$d.%1$04d %4$d:%5$d"
        };
        for (int i = 0; i < patterns.length; i++) {
            byte[] b = String.format(Locale.ROOT, formats[i], year, month, day, hour, minute)
                    .getBytes(StandardCharsets.UTF_8);
            PatternParser ours = PatternParser.of(patterns[i]);
            assertThat(ours).isNotNull();
            assertThat(ours.parse(b, 0, b.length)).isEqualTo(new JavaTimeParser(patterns[i]).parse(b, 0, b.length));
        }
    }

    @Property(seed = "20261122")
    void isoDatesAreReadAsJavaTimeWritesThem(
            @ForAll @LongRange(min = -2_208_988_800L, max = 7_289_654_399L) long second) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        String written = time.format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT));
        assertThat(read(detected(written), null, written)).isEqualTo(time);
        assertThat(read(detected(written), null, written.substring(0, 10)))
                .isEqualTo(time.toLocalDate().atStartOfDay());
    }

    private static DateParser detected(String sample) {
        DateDetector dates = new DateDetector();
        observe(dates, sample, 2);
        DateParser parser = dates.parser();
        return parser != null ? parser : java.util.Objects.requireNonNull(dayFirst(sample));
    }

    private static @Nullable DateParser dayFirst(String sample) {
        DateForm form = new DateText().read(sample.getBytes(StandardCharsets.UTF_8), 0, sample.length());
        return form == null ? null : new CalendarParser(form, form.pattern());
    }

    private static void observe(DateDetector dates, String value, long line) {
        byte[] b = value.getBytes(StandardCharsets.UTF_8);
        dates.observe(b, 0, b.length, line);
    }

    private static String problem(DateParser parser, String written) {
        DateReader reader = new DateReader(parser, null);
        byte[] b = written.getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read(b, 0, b.length)).isEqualTo(DateParser.FAILED);
        return reader.problem();
    }

    private static LocalDateTime read(DateParser parser, @Nullable ZoneId zone, String written) {
        return at(new DateReader(parser, zone), written);
    }

    private static LocalDateTime at(DateReader reader, String written) {
        byte[] b = ("x" + written + "y").getBytes(StandardCharsets.UTF_8);
        long second = reader.read(b, 1, b.length - 1);
        assertThat(second).as(written + " " + reader.problem()).isNotEqualTo(DateParser.FAILED);
        return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    }
}
