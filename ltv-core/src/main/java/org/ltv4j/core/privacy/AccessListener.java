package org.ltv4j.core.privacy;

/** Hears of each hand-out of personal data. Throwing stops the hand-out: what cannot be recorded is not shown. */
@FunctionalInterface
public interface AccessListener {
    /**
     * Somebody is about to get data.
     *
     * @param event who, what for, which and how much
     */
    void accessed(AccessEvent event);
}
