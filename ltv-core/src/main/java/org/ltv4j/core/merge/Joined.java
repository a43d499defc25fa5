package org.ltv4j.core.merge;

import java.util.List;
import org.ltv4j.core.data.TransactionLog;

/**
 * Several sources as one log.
 *
 * @param log all rows
 * @param sources what became of each source, in their order
 */
public record Joined(TransactionLog log, List<SourceReport> sources) {

    /**
     * Copies the list.
     *
     * @param log all rows
     * @param sources what became of each source, in their order
     */
    public Joined {
        sources = List.copyOf(sources);
    }
}
