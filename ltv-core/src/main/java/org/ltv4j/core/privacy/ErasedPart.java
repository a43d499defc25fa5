package org.ltv4j.core.privacy;

/**
 * What an erasure found in one place.
 *
 * @param name the place, in words that name nobody, for example {@code sales log} or a file name
 * @param unit what was counted: {@code rows}, {@code customers}, {@code bytes}
 * @param searched how many were looked at
 * @param removed how many were taken away
 * @param remaining mentions of the person that were found and could not be taken away
 */
public record ErasedPart(String name, String unit, long searched, long removed, long remaining) {
    /**
     * Checks the counts.
     *
     * @param name the place, in words that name nobody, for example {@code sales log} or a file name
     * @param unit what was counted: {@code rows}, {@code customers}, {@code bytes}
     * @param searched how many were looked at
     * @param removed how many were taken away
     * @param remaining mentions of the person that were found and could not be taken away
     */
    public ErasedPart {
        if (name.isBlank() || unit.isBlank()) {
            throw new IllegalArgumentException("a part needs a name and a unit");
        }
        if (removed < 0 || remaining < 0 || removed > searched) {
            throw new IllegalArgumentException("need 0 <= removed <= searched and 0 <= remaining, got removed="
                    + removed + ", searched=" + searched + ", remaining=" + remaining);
        }
    }
}
