package org.ltv4j.core.table;

import java.nio.charset.StandardCharsets;

/** Reads {@link DayNumbers} of Excel, such as {@code 40513} or {@code 40513.35}; a comma may stand for the point. */
final class ExcelDayParser extends DateParser {
    /** Stated form of the 1900 system. */
    static final String FORM = "excel-days";

    /** Stated form of the 1904 system. */
    static final String FORM_1904 = "excel-days-1904";

    private static final int LONGEST = 32;

    private final boolean from1904;

    ExcelDayParser(boolean from1904) {
        this.from1904 = from1904;
    }

    @Override
    String form() {
        return from1904 ? FORM_1904 : FORM;
    }

    @Override
    long parse(byte[] b, int from, int to) {
        offset = NO_OFFSET;
        int marks = 0;
        for (int i = from; i < to; i++) {
            marks += b[i] == '.' || b[i] == ',' ? 1 : 0;
            boolean digit = b[i] >= '0' && b[i] <= '9';
            if (marks > 1 || (!digit && b[i] != '.' && b[i] != ',')) {
                return fail();
            }
        }
        if (to == from || to - from > LONGEST || to - from == marks) {
            return fail();
        }
        String number = new String(b, from, to - from, StandardCharsets.US_ASCII).replace(',', '.');
        long second = DayNumbers.second(Double.parseDouble(number), from1904);
        return second == FAILED ? fail("is no day of the calendar in the date format " + form()) : second;
    }
}
