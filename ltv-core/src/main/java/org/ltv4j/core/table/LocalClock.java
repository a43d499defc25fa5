package org.ltv4j.core.table;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * Turns what was written into the wall clock of the log. With a zone, times with an offset are instants and are read off
 * that zone's wall clock (summer time included); times without one already are its wall clock. Without a zone the
 * written calendar day and time count, whatever the offset.
 */
final class LocalClock {
    private final @Nullable ZoneRules rules;
    private long validFrom = Long.MAX_VALUE;
    private long validTo = Long.MIN_VALUE;
    private int validOffset;

    LocalClock(@Nullable ZoneId zone) {
        this.rules = zone == null ? null : zone.getRules();
    }

    boolean hasZone() {
        return rules != null;
    }

    /** Wall-clock second of what was written with an offset, or {@link DateParser#NO_OFFSET} for none. */
    long local(long written, int offset) {
        if (rules == null || offset == DateParser.NO_OFFSET) {
            return written;
        }
        return ofInstant(written - offset);
    }

    /** Wall-clock second of an instant; a zone is needed. */
    long ofInstant(long epochSecond) {
        if (epochSecond < validFrom || epochSecond >= validTo) {
            look(epochSecond);
        }
        return epochSecond + validOffset;
    }

    private void look(long epochSecond) {
        if (rules == null) {
            throw new IllegalStateException("instants need a zone");
        }
        Instant instant = Instant.ofEpochSecond(epochSecond);
        validOffset = rules.getOffset(instant).getTotalSeconds();
        ZoneOffsetTransition next = rules.nextTransition(instant);
        ZoneOffsetTransition previous = rules.previousTransition(instant.plusSeconds(1));
        validTo = next == null ? Long.MAX_VALUE : next.toEpochSecond();
        validFrom = previous == null ? Long.MIN_VALUE : previous.toEpochSecond();
    }
}
