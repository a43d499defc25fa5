package org.ltv4j.core.monitor;

/**
 * How many rows had a value of one bin.
 *
 * @param label the bin in words; a number only, where the feature is sensitive
 * @param then rows of the baseline
 * @param now rows of the later population
 */
public record DriftBin(String label, long then, long now) {}
