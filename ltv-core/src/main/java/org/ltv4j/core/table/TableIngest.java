package org.ltv4j.core.table;

import org.ltv4j.core.clean.CleaningReport;

/**
 * A table beside the sales that was read.
 *
 * @param data the usable rows
 * @param report rows read, and rows left out by reason
 * @param <T> what the rows became
 */
public record TableIngest<T>(T data, CleaningReport report) {}
