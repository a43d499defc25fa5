package org.ltv4j.core.privacy;

import java.time.Clock;

/**
 * Who reads, what for, and who is told of it.
 *
 * @param who account or system
 * @param purpose what for
 * @param clock gives the time of each event
 * @param listener hears of each event, for example an {@link AuditTrail}
 */
public record AccessContext(String who, String purpose, Clock clock, AccessListener listener) {
    /**
     * Tells the listener.
     *
     * @param what name of the column, file or report
     * @param count customers or values concerned
     */
    public void report(String what, long count) {
        listener.accessed(new AccessEvent(clock.instant(), who, purpose, what, count));
    }

    /** The purpose only. */
    @Override
    public String toString() {
        return "access for " + purpose;
    }
}
