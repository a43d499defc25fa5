package org.ltv4j.core.data;

import java.time.LocalDate;

/** The days that a log may hold: those of the years 1 to 9999, wide enough for every shop and narrow enough to count with. */
public final class WallClock {
    /** The first day that a log may hold. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    /** The last day that a log may hold. */
    public static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private static final long FIRST_SECOND = FIRST_DAY.toEpochDay() * TransactionLog.SECONDS_PER_DAY;
    private static final long LAST_SECOND = (LAST_DAY.toEpochDay() + 1) * TransactionLog.SECONDS_PER_DAY - 1;

    private WallClock() {}

    /**
     * Whether a second is of a day that a log may hold.
     *
     * @param localSecond seconds since 1970-01-01T00:00 of a wall clock
     * @return true from the first second of {@link #FIRST_DAY} to the last of {@link #LAST_DAY}
     */
    public static boolean holds(long localSecond) {
        return localSecond >= FIRST_SECOND && localSecond <= LAST_SECOND;
    }

    /**
     * Whether a day is one that a log may hold.
     *
     * @param day any day
     * @return true from {@link #FIRST_DAY} to {@link #LAST_DAY}
     */
    public static boolean holds(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    /** Refuses a second of no such day. */
    static void require(long localSecond, String what, int number) {
        if (!holds(localSecond)) {
            throw outside(what + " " + number, "second " + localSecond + " of the wall clock");
        }
    }

    /** What is thrown where a time is of no such day. */
    static InvalidDataException outside(String where, String got) {
        return new InvalidDataException(where + " needs a time of the years " + FIRST_DAY.getYear() + " to "
                + LAST_DAY.getYear() + ", got " + got + ": are these seconds since 1970-01-01?");
    }
}
