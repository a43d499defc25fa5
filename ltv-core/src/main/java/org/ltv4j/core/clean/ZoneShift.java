package org.ltv4j.core.clean;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/** Turns the wall clock of one zone into that of another. Days on which neither clock is set are worked out once. */
final class ZoneShift {
    /** What the first clock did at a time. */
    enum Shown {
        ONCE,
        TWICE,
        NEVER
    }

    private static final int UNKNOWN = Integer.MIN_VALUE;
    private static final int CLOCK_IS_SET = UNKNOWN + 1;
    private static final int SECONDS_PER_DAY = 86_400;

    private final ZoneRules source;
    private final ZoneRules target;
    private final int firstDay;
    private final int[] shifts;

    /** A shift of times on these days. */
    ZoneShift(ZoneId from, ZoneId to, LocalDate firstDay, LocalDate lastDay) {
        this.source = from.getRules();
        this.target = to.getRules();
        this.firstDay = Math.toIntExact(firstDay.toEpochDay());
        this.shifts = new int[Math.toIntExact(lastDay.toEpochDay()) - this.firstDay + 1];
        Arrays.fill(shifts, UNKNOWN);
    }

    /** The second on the other clock. */
    long of(long second) {
        int shift = shiftOf(second);
        if (shift != CLOCK_IS_SET) {
            return second + shift;
        }
        // in a gap this is the offset before it, so that the time moves on by the length of the gap; in an overlap the
        // earlier of the two moments
        LocalDateTime time = time(second);
        long moment = time.toEpochSecond(source.getOffset(time));
        return moment + target.getOffset(Instant.ofEpochSecond(moment)).getTotalSeconds();
    }

    /** How often the first clock showed a time. */
    Shown shown(long second) {
        int times = shiftOf(second) != CLOCK_IS_SET
                ? 1
                : source.getValidOffsets(time(second)).size();
        return times == 1 ? Shown.ONCE : times == 0 ? Shown.NEVER : Shown.TWICE;
    }

    private static LocalDateTime time(long second) {
        return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    }

    private int shiftOf(long second) {
        int day = (int) Math.floorDiv(second, SECONDS_PER_DAY) - firstDay;
        if (shifts[day] == UNKNOWN) {
            shifts[day] = shiftOf(LocalDate.ofEpochDay((long) firstDay + day).atStartOfDay());
        }
        return shifts[day];
    }

    private int shiftOf(LocalDateTime midnight) {
        if (source.getValidOffsets(midnight).size() != 1) {
            return CLOCK_IS_SET;
        }
        ZoneOffset offset = source.getOffset(midnight);
        Instant begin = midnight.toInstant(offset);
        return isQuiet(source, begin) && isQuiet(target, begin)
                ? target.getOffset(begin).getTotalSeconds() - offset.getTotalSeconds()
                : CLOCK_IS_SET;
    }

    /** Whether a clock is not set from this moment to the same time on the next day, both included. */
    private static boolean isQuiet(ZoneRules rules, Instant begin) {
        ZoneOffsetTransition next = rules.nextTransition(begin.minusSeconds(1));
        return next == null || next.getInstant().isAfter(begin.plusSeconds(SECONDS_PER_DAY));
    }
}
