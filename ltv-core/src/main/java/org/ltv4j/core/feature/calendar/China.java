package org.ltv4j.core.feature.calendar;

import static org.ltv4j.core.feature.calendar.HolidayRule.fixed;
import static org.ltv4j.core.feature.calendar.HolidayRule.lunar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Mainland China: the days of its law, and the days off that the State Council published. */
final class China {
    static final String NAME = "China";

    private static final String SPRING_FESTIVAL = "Spring Festival";
    private static final String LABOUR_DAY = "Labour Day";
    private static final String NATIONAL_DAY = "National Day";

    /**
     * Notices of the General Office of the State Council on the holidays of each year (国务院办公厅关于...年部分节假日安排的通知),
     * changes on short notice included (2015: 3 September; 2019: Labour Day; 2020: Spring Festival). A letter is a holiday,
     * w a weekend day on which people work.
     */
    private static final String PUBLISHED = """
            2008 N0101 S0206-0212 Q0404-0406 L0501-0503 D0607-0609 M0913-0915 G0929-1005 w0202 w0203 w0504 w0927 w0928
            2009 N0101-0103 S0125-0131 Q0404-0406 L0501-0503 D0528-0530 G1001-1002 M1003 G1004-1008 w0104 w0124 w0201 w0531 w0927 w1010
            2010 N0101-0103 S0213-0219 Q0403-0405 L0501-0503 D0614-0616 M0922-0924 G1001-1007 w0220 w0221 w0612 w0613 w0919 w0925 w0926 w1009
            2011 N0101-0103 S0202-0208 Q0403-0405 L0430-0502 D0604-0606 M0910-0912 G1001-1007 w0130 w0212 w0402 w1008 w1009 w1231
            2012 N0101-0103 S0122-0128 Q0402-0404 L0429-0501 D0622-0624 M0930 G1001-1007 w0121 w0129 w0331 w0401 w0428 w0929
            2013 N0101-0103 S0209-0215 Q0404-0406 L0429-0501 D0610-0612 M0919-0921 G1001-1007 w0105 w0106 w0216 w0217 w0407 w0427 w0428 w0608 w0609 w0922 w0929 w1012
            2014 N0101 S0131-0206 Q0405-0407 L0501-0503 D0602 M0908 G1001-1007 w0126 w0208 w0504 w0928 w1011
            2015 N0101-0103 S0218-0224 Q0405-0406 L0501 D0620-0622 V0903-0904 M0927 G1001-1007 w0104 w0215 w0228 w0906 w1010
            2016 N0101 S0207-0213 Q0404 L0501-0502 D0609-0611 M0915-0917 G1001-1007 w0206 w0214 w0612 w0918 w1008 w1009
            2017 N0101-0102 S0127-0202 Q0402-0404 L0501 D0528-0530 G1001-1003 M1004 G1005-1008 w0122 w0204 w0401 w0527 w0930
            2018 N0101 S0215-0221 Q0405-0407 L0429-0501 D0618 M0924 G1001-1007 N1230-1231 w0211 w0224 w0408 w0428 w0929 w0930 w1229
            2019 N0101 S0204-0210 Q0405-0407 L0501-0504 D0607-0609 M0913-0915 G1001-1007 w0202 w0203 w0428 w0505 w0929 w1012
            2020 N0101 S0124-0202 Q0404-0406 L0501-0505 D0625-0627 G1001-1008 w0119 w0426 w0509 w0628 w0927 w1010
            2021 N0101-0103 S0211-0217 Q0403-0405 L0501-0505 D0612-0614 M0919-0921 G1001-1007 w0207 w0220 w0425 w0508 w0918 w0926 w1009
            2022 N0101-0103 S0131-0206 Q0403-0405 L0430-0504 D0603-0605 M0910-0912 G1001-1007 N1231 w0129 w0130 w0402 w0424 w0507 w1008 w1009
            2023 N0101-0102 S0121-0127 Q0405 L0429-0503 D0622-0624 M0929 G0930-1006 w0128 w0129 w0423 w0506 w0625 w1007 w1008
            2024 N0101 S0210-0217 Q0404-0406 L0501-0505 D0610 M0915-0917 G1001-1007 w0204 w0218 w0407 w0428 w0511 w0914 w0929 w1012
            2025 N0101 S0128-0204 Q0404-0406 L0501-0505 D0531-0602 G1001-1005 M1006 G1007-1008 w0126 w0208 w0427 w0928 w1011
            2026 N0101-0103 S0215-0223 Q0404-0406 L0501-0505 D0619-0621 M0925-0927 G1001-1007 w0104 w0214 w0228 w0509 w0920 w1010
            """;

    private static final Map<Character, String> LETTERS = Map.of(
            'N', "New Year's Day",
            'S', SPRING_FESTIVAL,
            'Q', "Qingming Festival",
            'L', LABOUR_DAY,
            'D', "Dragon Boat Festival",
            'M', "Mid-Autumn Festival",
            'G', NATIONAL_DAY,
            'V', "Victory Day");
    private static final char WORK = 'w';

    private China() {}

    /** 全国年节及纪念日放假办法 in the versions of 1999, 2007 (from 2008), 2013 (from 2014) and 2024 (from 2025). */
    static HolidayTable statutory() {
        List<HolidayRule> rules = List.of(
                fixed("New Year's Day", 1, 1),
                newYearsEve().from(2008).until(2013),
                newYearsEve().from(2025),
                lunar(SPRING_FESTIVAL, 1, 1),
                lunar(SPRING_FESTIVAL, 1, 2),
                lunar(SPRING_FESTIVAL, 1, 3).until(2007),
                lunar(SPRING_FESTIVAL, 1, 3).from(2014),
                HolidayRule.of("Qingming Festival", LunarYears::qingming).from(2008),
                fixed(LABOUR_DAY, 5, 1),
                fixed(LABOUR_DAY, 5, 2).until(2007),
                fixed(LABOUR_DAY, 5, 3).until(2007),
                fixed(LABOUR_DAY, 5, 2).from(2025),
                lunar("Dragon Boat Festival", 5, 5).from(2008),
                fixed(NATIONAL_DAY, 10, 1),
                fixed(NATIONAL_DAY, 10, 2),
                fixed(NATIONAL_DAY, 10, 3),
                lunar("Mid-Autumn Festival", 8, 15).from(2008));
        return Western.table(NAME, 2000, LunarYears.LAST, rules, Map.of(), Substitutes.NONE);
    }

    private static HolidayRule newYearsEve() {
        return HolidayRule.of(
                SPRING_FESTIVAL, year -> LunarYears.day(year, 1, 1).minusDays(1));
    }

    static HolidayTable published() {
        List<Holiday> holidays = new ArrayList<>();
        List<LocalDate> working = new ArrayList<>();
        int firstYear = Integer.MAX_VALUE;
        int lastYear = 0;
        for (String line : PUBLISHED.lines().toList()) {
            String[] words = line.strip().split(" ");
            int year = Integer.parseInt(words[0]);
            firstYear = Math.min(firstYear, year);
            lastYear = Math.max(lastYear, year);
            for (int i = 1; i < words.length; i++) {
                read(year, words[i], holidays, working);
            }
        }
        return new HolidayTable(
                NAME + ", days off", LocalDate.of(firstYear, 1, 1), LocalDate.of(lastYear, 12, 31), holidays, working);
    }

    /** One word such as {@code S0215-0223}, {@code N0101} or {@code w0104}. */
    private static void read(int year, String word, List<Holiday> holidays, List<LocalDate> working) {
        LocalDate from = date(year, word, 1);
        LocalDate to = word.length() > 5 ? date(year, word, 6) : from;
        char letter = word.charAt(0);
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (letter == WORK) {
                working.add(day);
            } else {
                holidays.add(new Holiday(day, LETTERS.getOrDefault(letter, ""), false));
            }
        }
    }

    private static LocalDate date(int year, String word, int at) {
        return LocalDate.of(
                year, Integer.parseInt(word.substring(at, at + 2)), Integer.parseInt(word.substring(at + 2, at + 4)));
    }
}
