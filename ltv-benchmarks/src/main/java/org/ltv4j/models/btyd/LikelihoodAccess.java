package org.ltv4j.models.btyd;

import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.internal.math.Blocks;

/** Opens the package-private likelihood of BG/NBD to the benchmarks, which is why this class stands in its package. */
public final class LikelihoodAccess {
    private final HistoryTable table;
    private final BgNbdLikelihood likelihood;
    private final double[] gradient = new double[4];

    /**
     * Counts the distinct histories.
     *
     * @param data the customers
     */
    public LikelihoodAccess(CustomerSummaries data) {
        table = HistoryTable.of(data);
        likelihood = new BgNbdLikelihood(table, Shape.FULL, 0, new Blocks(1));
    }

    /**
     * The log-likelihood, with its gradient, as an optimiser asks for it.
     *
     * @param r shape of the purchase rates
     * @param alpha rate parameter of the purchase rates
     * @param a first parameter of the drop-out
     * @param b second parameter of the drop-out
     * @return the log-likelihood, times in the data's unit
     */
    public double withGradient(double r, double alpha, double a, double b) {
        double[] point = {Math.log(r), Math.log(r / alpha * table.unit), Math.log(a / b), Math.log(a + b)};
        return likelihood.logLikelihood(likelihood.at(point, gradient));
    }
}
