package org.ltv4j.core.profile;

/**
 * A value and how often it stands in a column.
 *
 * @param value the value
 * @param rows rows that bear it
 */
public record ValueCount(String value, long rows) {}
