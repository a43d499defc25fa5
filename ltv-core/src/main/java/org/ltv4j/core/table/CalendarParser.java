package org.ltv4j.core.table;

/** Reads dates of a recognised form, with or without a time of day. ISO dates take a short path. */
final class CalendarParser extends DateParser {
    private static final int ISO_DATE = 10;
    private static final int ISO_SECONDS = 19;

    private final DateForm form;
    private final boolean iso;
    private final String shown;
    private final int firstYear;
    private final DateText date = new DateText();
    private final TimeText time = new TimeText();

    /**
     * A parser of one form.
     *
     * @param form what was recognised
     * @param shown the form with its time of day, as reports show it
     */
    CalendarParser(DateForm form, String shown) {
        this(form, shown, ReadOptions.FIRST_YEAR);
    }

    /** A parser of one form, with the first of the hundred years that two digits stand for. */
    CalendarParser(DateForm form, String shown, int firstYear) {
        this.firstYear = firstYear;
        this.form = form;
        this.shown = shown;
        this.iso = form.equals(DateForm.ISO);
    }

    @Override
    String form() {
        return shown;
    }

    @Override
    long parse(byte[] b, int from, int to) {
        int length = to - from;
        if (iso && (length == ISO_DATE || length == ISO_SECONDS)) {
            int day = isoDay(b, from);
            if (day != Integer.MIN_VALUE) {
                int second = length == ISO_DATE ? 0 : isoTime(b, from + ISO_DATE);
                if (second >= 0) {
                    offset = NO_OFFSET;
                    return day * (long) Civil.SECONDS_A_DAY + second;
                }
            }
        }
        return parseAny(b, from, to);
    }

    private long parseAny(byte[] b, int from, int to) {
        offset = NO_OFFSET;
        DateForm found = date.read(b, from, to);
        if (found == null || !sameShape(found)) {
            return fail();
        }
        int second = date.rest == to ? 0 : time.read(b, date.rest, to);
        if (second < 0) {
            return fail();
        }
        offset = date.rest == to ? NO_OFFSET : time.offset();
        return second(form.order(), second);
    }

    private boolean sameShape(DateForm found) {
        boolean order = found.order() == form.order() || (found.exchangeable() && form.exchangeable());
        return order && found.separator() == form.separator() && found.shortYear() == form.shortYear();
    }

    /** The second of the parts last read, in an order. */
    private long second(DateForm.Order order, int secondOfDay) {
        return switch (order) {
            case YEAR_MONTH_DAY -> secondOf(year(date.first), date.second, date.third, secondOfDay);
            case MONTH_DAY_YEAR, NAME_DAY_YEAR -> secondOf(year(date.third), date.first, date.second, secondOfDay);
            default -> secondOf(year(date.third), date.second, date.first, secondOfDay);
        };
    }

    private int year(int written) {
        return form.shortYear() ? fullYear(written, firstYear) : written;
    }

    /** True when a value that could not be read is a date with its parts in another order: the column contradicts itself. */
    boolean otherOrder(byte[] b, int from, int to) {
        DateForm.Order[] orders = form.conceivable();
        DateForm found = orders.length > 1 ? date.read(b, from, to) : null;
        if (found == null || !sameShape(found)) {
            return false;
        }
        for (DateForm.Order order : orders) {
            if (order != form.order() && second(order, 0) != FAILED) {
                return true;
            }
        }
        return false;
    }

    /** Epoch day of {@code yyyy-MM-dd}; the smallest int if it is not one, which the long path then explains. */
    private static int isoDay(byte[] b, int at) {
        int year = two(b, at) * 100 + two(b, at + 2);
        int month = two(b, at + 5);
        int day = two(b, at + 8);
        boolean numbers = (year | month | day) >= 0 && two(b, at) >= 0 && two(b, at + 2) >= 0;
        if (!numbers || b[at + 4] != '-' || b[at + 7] != '-' || !Civil.exists(year, month, day)) {
            return Integer.MIN_VALUE;
        }
        return (int) Civil.epochDay(year, month, day);
    }

    /** Second of the day of {@code THH:mm:ss}; negative if it is not one. */
    private static int isoTime(byte[] b, int at) {
        int hour = two(b, at + 1);
        int minute = two(b, at + 4);
        int second = two(b, at + 7);
        boolean marks = (b[at] == 'T' || b[at] == ' ') && b[at + 3] == ':' && b[at + 6] == ':';
        if (!marks || (hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) {
            return -1;
        }
        return hour * 3600 + minute * 60 + second;
    }

    /** Two digits as a number; negative if they are not. */
    private static int two(byte[] b, int at) {
        int tens = b[at] - '0';
        int ones = b[at + 1] - '0';
        return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? Integer.MIN_VALUE : tens * 10 + ones;
    }
}
