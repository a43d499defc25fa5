package org.ltv4j.core.privacy;

import java.time.Instant;

/**
 * Somebody was given personal data: who, what for, which and how much, but nothing of the data. {@code who} speaks of an
 * employee, so the trail is personal data of the staff.
 *
 * @param when by the caller's clock
 * @param who account or system that got the data
 * @param purpose what for
 * @param what name of the column, file or report
 * @param count customers or values concerned, at least 0
 */
public record AccessEvent(Instant when, String who, String purpose, String what, long count) {
    /**
     * Checks that nothing is missing.
     *
     * @param when by the caller's clock
     * @param who account or system that got the data
     * @param purpose what for
     * @param what name of the column, file or report
     * @param count customers or values concerned, at least 0
     */
    public AccessEvent {
        if (who.isBlank() || purpose.isBlank() || what.isBlank()) {
            throw new IllegalArgumentException("an access needs who, purpose and what");
        }
        if (count < 0) {
            throw new IllegalArgumentException("need a count of at least 0, got " + count);
        }
    }

    /** Everything but who. */
    @Override
    public String toString() {
        return when + ": " + count + " of " + what + " for " + purpose;
    }
}
