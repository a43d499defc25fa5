package org.ltv4j.segmentation.rhythm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.WallClock;
import org.ltv4j.core.internal.math.Bfgs;
import org.ltv4j.core.internal.math.Blocks;
import org.ltv4j.core.model.InsufficientDataException;
import org.ltv4j.core.model.Parallelism;

/**
 * Learns the rhythm of each product, and where each customer stands in it. The model is that of the package.
 *
 * <p>Estimates are the mode of a posterior. What products have in common is learnt from the products: each is fitted with wide priors
 * first, then with priors whose means and spreads are those of the first estimates (empirical Bayes), so that a product with few gaps
 * leans on the others. Rows with an amount or a quantity below 0 are returns and no purchases; all purchases of a product on one day are
 * one. A quantity of 0 or none stands for the usual one; those above 1e90 count as that. Cost: some 10 to 20 microseconds for each customer and product.
 */
public final class Replenishment {
    private static final int BLOCK = 32;
    private static final int PRODUCTS_FOR_PRIOR = 8;
    private static final double[] FIRST_MEAN = {0, 0.5, Math.log(0.6), Math.log(0.4), 0, -2, 2.5};
    private static final double[] FIRST_SD = {1.5, 0.5, 0.5, 0.5, 1.5, 1.5, 1.5};
    private static final double[] LEAST_SD = {0.3, 0.1, 0.1, 0.1, 0.2, 0.2, 0.3};
    private static final Bfgs.Settings SETTINGS = new Bfgs.Settings(1e-6, 200, 2);

    private Replenishment() {}

    /**
     * What a fit reads.
     *
     * @param minGaps gaps between purchases that a product needs for a fit of its own, at least 1
     * @param quantities whether larger quantities may last longer; without them every purchase counts alike
     */
    public record Options(int minGaps, boolean quantities) {
        /**
         * Checks the number.
         *
         * @param minGaps gaps between purchases that a product needs for a fit of its own, at least 1
         * @param quantities whether larger quantities may last longer
         */
        public Options {
            if (minGaps < 1) {
                throw new IllegalArgumentException("a product needs at least 1 gap for a fit, got " + minGaps);
            }
        }

        /**
         * Five gaps, and quantities.
         *
         * @return the options that hold unless others are stated
         */
        public static Options defaults() {
            return new Options(5, true);
        }

        /**
         * With another number of gaps.
         *
         * @param gaps at least 1
         * @return changed options
         */
        public Options withMinGaps(int gaps) {
            return new Options(gaps, quantities);
        }

        /**
         * With or without quantities.
         *
         * @param use whether larger quantities may last longer
         * @return changed options
         */
        public Options withQuantities(boolean use) {
            return new Options(minGaps, use);
        }
    }

    /**
     * Fits a log that is known until its last day, on the calling thread.
     *
     * @param log sales with products
     * @param options what the fit reads
     * @return the rhythm of all products and customers
     * @throws InvalidDataException if the log states no products or is empty
     * @throws InsufficientDataException if no product has gaps enough
     */
    public static ReplenishmentModel fit(TransactionLog log, Options options) {
        return fit(log, log.lastDay(), options, Parallelism.SEQUENTIAL);
    }

    /**
     * Fits.
     *
     * @param log sales with products
     * @param asOf the last day of which it is known what was bought, not before the last row
     * @param options what the fit reads
     * @param parallelism threads
     * @return the rhythm of all products and customers
     * @throws InvalidDataException if the log states no products or is empty, a row is later, or the day is not of {@link WallClock}'s
     *     years
     * @throws InsufficientDataException if no product has gaps enough
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static ReplenishmentModel fit(TransactionLog log, LocalDate asOf, Options options, Parallelism parallelism) {
        if (!WallClock.holds(asOf)) {
            throw new InvalidDataException("known until a day of the years 1 to 9999, got " + asOf);
        }
        if (asOf.isBefore(log.lastDay())) {
            throw new InvalidDataException("known until " + asOf + ", but a row is of " + log.lastDay()
                    + ": cut the log with until(..) first, or state a later day");
        }
        PurchasePairs pairs = PurchasePairs.of(log);
        GapSums sums =
                new GapSums(pairs, log.products().size(), Math.toIntExact(asOf.toEpochDay()), options.quantities());
        double[][] fits = fits(sums, options, parallelism);
        List<ProductRhythm> rhythms = new ArrayList<>();
        for (int p = 0; p < sums.gaps.length; p++) {
            rhythms.add(rhythm(log.products().id(p), sums, p, fits[p], fits[fits.length - 2], fits[fits.length - 1]));
        }
        return new ReplenishmentModel(log.products(), log.customers(), rhythms, pairs, sums, asOf);
    }

    /** By product its estimate, empty where it has none; at the end means and spreads over products. */
    private static double[][] fits(GapSums sums, Options options, Parallelism parallelism) {
        int products = sums.gaps.length;
        double[] mean = FIRST_MEAN.clone();
        int fitted = 0;
        for (int p = 0; p < products; p++) {
            if (sums.gaps[p] >= options.minGaps()) {
                mean[0] += sums.meanY[p];
                fitted++;
            }
        }
        if (fitted == 0) {
            throw new InsufficientDataException("no product was bought again often enough: none of " + products
                    + " has " + options.minGaps()
                    + " gaps between purchases of one customer. Take categories instead of"
                    + " products, or a lower minGaps");
        }
        mean[0] /= fitted;
        double[][] fits = new double[products + 2][];
        try (Blocks blocks = new Blocks(parallelism.threads())) {
            each(blocks, sums, options, fits, mean, FIRST_SD);
            double[] sd = FIRST_SD.clone();
            if (learn(sums, fits, mean, sd)) {
                each(blocks, sums, options, fits, mean, sd);
            }
            fits[products] = mean;
            fits[products + 1] = sd;
        }
        return fits;
    }

    private static void each(
            Blocks blocks, GapSums sums, Options options, double[][] fits, double[] mean, double[] sd) {
        int products = sums.gaps.length;
        blocks.run((products + BLOCK - 1) / BLOCK, block -> {
            Blocks.failIfInterrupted();
            for (int p = block * BLOCK; p < Math.min(products, (block + 1) * BLOCK); p++) {
                fits[p] = sums.gaps[p] < options.minGaps() ? new double[0] : fit(sums, p, mean, sd);
            }
        });
    }

    /** The mode, with mu less the product's mean log gap; empty if the search did not end. */
    private static double[] fit(GapSums sums, int p, double[] mean, double[] sd) {
        double[] prior = mean.clone();
        prior[0] -= sums.meanY[p];
        double[] start = prior.clone();
        start[0] = 0;
        GapLikelihood likelihood = new GapLikelihood(sums, sums.starts[p], sums.starts[p + 1], prior, sd);
        Bfgs.Result result = Bfgs.minimize(likelihood, start, SETTINGS);
        return result.converged() ? result.point() : new double[0];
    }

    /** Takes means and spreads of the estimates over; false if there are too few products to learn from. */
    private static boolean learn(GapSums sums, double[][] fits, double[] mean, double[] sd) {
        boolean learnt = false;
        for (int k = 0; k < GapLikelihood.PARAMETERS; k++) {
            int n = 0;
            double sum = 0;
            double squares = 0;
            for (int p = 0; p < sums.gaps.length; p++) {
                if (fits[p].length > 0 && (k != 1 || sums.varied[p])) {
                    double value = fits[p][k] + (k == 0 ? sums.meanY[p] : 0) - mean[k];
                    n++;
                    sum += value;
                    squares += value * value;
                }
            }
            if (n >= PRODUCTS_FOR_PRIOR) {
                double spread = Math.sqrt(Math.max(0, (squares - sum * sum / n) / (n - 1)));
                mean[k] += sum / n;
                sd[k] = Math.min(FIRST_SD[k], Math.max(LEAST_SD[k], spread));
                learnt = true;
            }
        }
        return learnt;
    }

    private static ProductRhythm rhythm(String name, GapSums sums, int p, double[] fit, double[] mean, double[] sd) {
        boolean fitted = fit.length > 0;
        double[] at = fitted ? fit.clone() : mean.clone();
        at[0] += fitted ? sums.meanY[p] : 0;
        double within = GapLikelihood.within(at);
        double between = Math.exp(2 * at[3]);
        double information = 1 / (sd[0] * sd[0]);
        for (int i = sums.starts[p]; fitted && i < sums.starts[p + 1]; i++) {
            information += sums.n[i] == 0 ? 0 : 1 / (between + within / sums.n[i]);
        }
        return new ProductRhythm(
                name,
                sums.starts[p + 1] - sums.starts[p],
                sums.gaps[p],
                fitted,
                Math.exp(at[0]),
                Math.sqrt(1 / information),
                Math.exp(sums.meanZ[p]),
                sums.varied[p] ? at[1] : 0,
                Math.sqrt(within),
                Math.sqrt(between),
                GapLikelihood.logistic(at[4]),
                GapLikelihood.logistic(at[5]),
                Math.exp(at[6]));
    }
}
