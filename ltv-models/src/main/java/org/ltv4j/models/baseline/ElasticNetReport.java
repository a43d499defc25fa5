package org.ltv4j.models.baseline;

import java.util.List;
import org.ltv4j.core.model.Provenance;

/**
 * How an elastic net was fitted.
 *
 * @param rows training rows of a weight above 0
 * @param customers customers they are of
 * @param lambda the penalty
 * @param path penalties that were cross-validated, from the strongest; empty if the penalty was given
 * @param findings what a user must know, in plain sentences; empty when all is as usual
 * @param provenance what was fitted with which options
 */
public record ElasticNetReport(
        int rows, int customers, double lambda, List<PathPoint> path, List<String> findings, Provenance provenance) {
    /**
     * Copies the lists.
     *
     * @param rows training rows of a weight above 0
     * @param customers customers they are of
     * @param lambda the penalty
     * @param path penalties that were cross-validated, from the strongest; empty if the penalty was given
     * @param findings what a user must know, in plain sentences; empty when all is as usual
     * @param provenance what was fitted with which options
     */
    public ElasticNetReport {
        path = List.copyOf(path);
        findings = List.copyOf(findings);
    }
}
