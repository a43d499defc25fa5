package org.ltv4j.core.merge;

import org.ltv4j.core.data.TransactionLog;

/**
 * A log after a batch was appended.
 *
 * @param log all rows
 * @param report what became of the rows of the batch
 */
public record Appended(TransactionLog log, AppendReport report) {}
