package org.ltv4j.core.profile;

/**
 * One bin of a histogram.
 *
 * @param label the bin in words, for example {@code 10 to 20} or {@code 2025-03}
 * @param from its lower end: a number, a count of rows, or for times the day since 1970-01-01
 * @param to its upper end, in the same unit. Of positive values a bin holds its lower end and not its upper one, of negative ones it
 *     is the other way round; 0 has a bin of its own
 * @param count how many values lie in it
 */
public record HistogramBin(String label, double from, double to, long count) {}
