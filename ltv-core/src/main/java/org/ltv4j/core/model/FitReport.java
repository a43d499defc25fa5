package org.ltv4j.core.model;

import java.util.List;
import java.util.Optional;

/**
 * Everything one may want to know about a fit. A maximum at an edge is a result, not a failure: {@link #edge()} names it
 * and {@link #findings()} say in words what the data do not identify and which predictions stay trustworthy.
 *
 * @param logLikelihood at the estimates, total over customers, times in the user's unit
 * @param customers how many customers were fitted on
 * @param distinctHistories how many different histories they had
 * @param parameters the estimates, in the order of the paper
 * @param covariance covariance of the estimates in that order, row by row; empty where it does not exist
 * @param edge name of the limit at which the maximum lies; empty for an interior maximum
 * @param comparisons simpler models that were fitted as well
 * @param findings what a user must know, in plain sentences; empty when all is as usual
 * @param evaluations how often the likelihood was evaluated, over all starts
 * @param gradientNorm largest absolute derivative by a free parameter's logarithm at the estimates, over the log-likelihood's size
 * @param provenance what was fitted with which options
 */
public record FitReport(
        double logLikelihood,
        int customers,
        int distinctHistories,
        List<ParameterEstimate> parameters,
        Optional<List<List<Double>>> covariance,
        Optional<String> edge,
        List<ModelComparison> comparisons,
        List<String> findings,
        int evaluations,
        double gradientNorm,
        Provenance provenance) {

    /**
     * Copies the lists.
     *
     * @param logLikelihood at the estimates, total over customers, times in the user's unit
     * @param customers how many customers were fitted on
     * @param distinctHistories how many different histories they had
     * @param parameters the estimates, in the order of the paper
     * @param covariance covariance of the estimates in that order, row by row; empty where it does not exist
     * @param edge name of the limit at which the maximum lies; empty for an interior maximum
     * @param comparisons simpler models that were fitted as well
     * @param findings what a user must know, in plain sentences; empty when all is as usual
     * @param evaluations how often the likelihood was evaluated, over all starts
     * @param gradientNorm largest absolute derivative by a free parameter's logarithm at the estimates, over the log-likelihood's size
     * @param provenance what was fitted with which options
     */
    public FitReport {
        parameters = List.copyOf(parameters);
        covariance = covariance.map(rows -> rows.stream().map(List::copyOf).toList());
        comparisons = List.copyOf(comparisons);
        findings = List.copyOf(findings);
    }

    /**
     * Akaike's information criterion.
     *
     * @return 2 k - 2 log-likelihood, k the number of parameters
     */
    public double aic() {
        return 2.0 * parameters.size() - 2 * logLikelihood;
    }

    /**
     * The Bayesian information criterion.
     *
     * @return k ln(customers) - 2 log-likelihood, k the number of parameters
     */
    public double bic() {
        return parameters.size() * Math.log(customers) - 2 * logLikelihood;
    }
}
