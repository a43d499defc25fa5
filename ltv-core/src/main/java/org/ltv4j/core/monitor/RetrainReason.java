package org.ltv4j.core.monitor;

/**
 * Why.
 *
 * @param action what this alone would ask for
 * @param figure what was measured
 * @param threshold what it is held against
 * @param text both in words
 */
public record RetrainReason(RetrainAction action, double figure, double threshold, String text) {
    /** Such as {@code WATCH: ...}. */
    @Override
    public String toString() {
        return action + ": " + text;
    }
}
