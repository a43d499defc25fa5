package org.ltv4j.models.btyd;

import org.ltv4j.core.internal.math.Blocks;
import org.ltv4j.core.internal.math.CompensatedSum;
import org.ltv4j.core.internal.math.SmoothFunction;
import org.ltv4j.core.internal.math.SpecialFunctions;

/**
 * Minus the log-likelihood per customer, with its gradient, for any pair of mixtures.
 *
 * <p>One history adds {@code ln D0(x) + ln R(x, T) + ln(1 + exp(d))}, where {@code d = ln D1/D0 + ln R(x, t_x) - ln R(x, T)} and
 * {@code ln R(x, u) = G(x) - c(x) l(u)}. All of G, c, D0 and D1/D0 are tables over distinct x, and l is a table over distinct times;
 * only the last term is a sum over histories, at one exp, one log and one division each. No special function is called but
 * for gaps in x.
 *
 * <p>Sums over histories run in fixed blocks joined in order. Not thread-safe: one instance serves one optimiser.
 */
final class BgNbdLikelihood implements SmoothFunction {
    private static final int BLOCK = 1024;
    private static final int SUMS = 5;
    private static final double FURTHEST = 80;

    /** Neighbouring x further apart than this are bridged by gamma functions instead of a sum. */
    private static final int LONG_GAP = 1000;

    private final HistoryTable data;
    private final Shape shape;
    private final double penalty;
    private final double meanAge;
    private final Blocks blocks;
    private final double customers;
    private final double[] logTime;
    private final double[] logTimeSlope;
    private final double[] factor;
    private final double[] logOdds;
    private final double[] oddsSlope;
    private final double[] blockSums;
    private final double[] natural = new double[4];
    private double value;
    private int evaluations;

    BgNbdLikelihood(HistoryTable data, Shape shape, double penalty, Blocks blocks) {
        this.data = data;
        this.shape = shape;
        this.penalty = penalty;
        this.blocks = blocks;
        customers = data.customers();
        meanAge = data.totalAge() / customers;
        logTime = new double[data.time.length];
        logTimeSlope = new double[data.time.length];
        factor = new double[data.x.length];
        logOdds = new double[data.x.length];
        oddsSlope = new double[data.x.length];
        blockSums = new double[SUMS * ((data.rows() + BLOCK - 1) / BLOCK)];
    }

    int evaluations() {
        return evaluations;
    }

    /** The log-likelihood in the user's unit, from the value that the optimiser saw. */
    double logLikelihood(double minimum) {
        return -minimum * customers - data.purchases() * Math.log(data.unit);
    }

    @Override
    public double at(double[] point, double[] gradient) {
        Blocks.failIfInterrupted();
        evaluations++;
        for (double coordinate : point) {
            if (!(Math.abs(coordinate) < FURTHEST)) {
                return Double.POSITIVE_INFINITY;
            }
        }
        value = 0;
        rateTables(point);
        dropOutTables(point);
        if (shape.dropOut() != Shape.Kind.NONE) {
            addHistories();
        }
        if (penalty > 0) {
            penalize(point);
        }
        chain(point, gradient);
        return -value / customers;
    }

    /** Fills the tables of the rate, and adds what does not need the single histories. */
    private void rateTables(double[] point) {
        if (shape.gamma()) {
            gammaTables(Math.exp(point[0]), Math.exp(point[0] - point[1]));
        } else {
            fixedTables(Math.exp(point[0]));
        }
    }

    private void gammaTables(double r, double alpha) {
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum byR = new CompensatedSum();
        CompensatedSum byAlpha = new CompensatedSum();
        for (int i = 0; i < logTime.length; i++) {
            double u = data.time[i];
            logTime[i] = log1p(u / alpha);
            logTimeSlope[i] = -u / (alpha + u);
            double n = data.customersOfAge[i];
            double weight = r * n + data.purchasesOfAge[i];
            sum.add(-weight * logTime[i]);
            byR.add(-r * n * logTime[i]);
            byAlpha.add(-weight * logTimeSlope[i]);
        }
        double g = 0;
        double gSlope = 0;
        for (int k = 0; k < factor.length; k++) {
            int from = k == 0 ? 0 : data.x[k - 1];
            int n = data.x[k] - from;
            g += logRisingOver(r + from, n, alpha);
            gSlope += r * SpecialFunctions.digammaRising(r + from, n);
            factor[k] = r + data.x[k];
            sum.add(data.customersOfX[k] * g);
            byR.add(data.customersOfX[k] * gSlope);
            byAlpha.add(-data.customersOfX[k] * data.x[k]);
        }
        value += sum.value();
        natural[0] = byR.value();
        natural[1] = byAlpha.value();
    }

    /** {@code log1p} by way of log, with the rounding of {@code 1 + y} put back: twice as fast and as exact. */
    private static double log1p(double y) {
        double one = 1 + y;
        return Math.log(one) + (y - (one - 1)) / one;
    }

    /** {@code ln Gamma(r + n) - ln Gamma(r) - n ln alpha}, as one product where it is short. */
    private static double logRisingOver(double r, int n, double alpha) {
        if (n > 8) {
            return SpecialFunctions.logRising(r, n) - n * Math.log(alpha);
        }
        double product = 1;
        for (int j = 0; j < n; j++) {
            product *= (r + j) / alpha;
        }
        return Math.log(product);
    }

    private void fixedTables(double lambda) {
        CompensatedSum exposure = new CompensatedSum();
        for (int i = 0; i < logTime.length; i++) {
            logTime[i] = data.time[i];
            exposure.add(data.customersOfAge[i] * data.time[i]);
        }
        for (int k = 0; k < factor.length; k++) {
            factor[k] = lambda;
        }
        double expected = lambda * exposure.value();
        double purchases = data.purchases();
        value += purchases * Math.log(lambda) - expected;
        natural[0] = purchases - expected;
        natural[1] = 0;
    }

    private void dropOutTables(double[] point) {
        int first = shape.rateParameters();
        natural[2] = 0;
        natural[3] = 0;
        switch (shape.dropOut()) {
            case BETA:
                double sum = Math.exp(point[first + 1]);
                betaTables(sum * Shape.share(point[first]), sum * Shape.share(-point[first]));
                break;
            case FIXED:
            case NEVER_OR_AT_ONCE:
                pointTables(point[first], shape.dropOut() == Shape.Kind.FIXED);
                break;
            default:
                break;
        }
    }

    private void betaTables(double a, double b) {
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum byA = new CompensatedSum();
        CompensatedSum byB = new CompensatedSum();
        double stay = 0;
        double slopeA = 0;
        double slopeB = 0;
        for (int k = 0; k < factor.length; k++) {
            int from = k == 0 ? 0 : data.x[k - 1];
            int to = data.x[k];
            if (to - from > LONG_GAP) {
                int n = to - from;
                stay += SpecialFunctions.logRising(b + from, n) - SpecialFunctions.logRising(a + b + from, n);
                double ofSum = SpecialFunctions.digammaRising(a + b + from, n);
                slopeA -= a * ofSum;
                slopeB += b * (SpecialFunctions.digammaRising(b + from, n) - ofSum);
            } else {
                double product = 1;
                for (int i = from; i < to; i++) {
                    double under = 1 / (a + (b + i));
                    product *= (b + i) * under;
                    slopeA -= a * under;
                    slopeB += a * under * b / (b + i);
                    if ((i - from) % 8 == 7) {
                        stay += Math.log(product);
                        product = 1;
                    }
                }
                stay += Math.log(product);
            }
            logOdds[k] = to == 0 ? Double.NEGATIVE_INFINITY : Math.log(a / (b + (to - 1)));
            oddsSlope[k] = to == 0 ? 0 : b / (b + (to - 1));
            sum.add(data.customersOfX[k] * stay);
            byA.add(data.customersOfX[k] * slopeA);
            byB.add(data.customersOfX[k] * slopeB);
        }
        value += sum.value();
        natural[2] = byA.value();
        natural[3] = byB.value();
    }

    private void pointTables(double logit, boolean eachTime) {
        double q = Shape.share(logit);
        double stay = -Math.log1p(Math.exp(logit));
        double count = eachTime ? data.purchases() : customers - data.customersOfX[0];
        value += count * stay;
        natural[2] = -count * q;
        for (int k = 0; k < factor.length; k++) {
            logOdds[k] = eachTime || data.x[k] == 1 ? logit : Double.NEGATIVE_INFINITY;
        }
    }

    /** Adds what stands for customers who may have left: the sum over single histories. */
    private void addHistories() {
        int count = blockSums.length / SUMS;
        blocks.run(count, this::sumBlock);
        CompensatedSum left = new CompensatedSum();
        CompensatedSum time = new CompensatedSum();
        CompensatedSum timeSlope = new CompensatedSum();
        CompensatedSum gone = new CompensatedSum();
        CompensatedSum goneSlope = new CompensatedSum();
        for (int i = 0; i < count; i++) {
            left.add(blockSums[SUMS * i]);
            time.add(blockSums[SUMS * i + 1]);
            timeSlope.add(blockSums[SUMS * i + 2]);
            gone.add(blockSums[SUMS * i + 3]);
            goneSlope.add(blockSums[SUMS * i + 4]);
        }
        value += left.value();
        // c(x) is r + x or lambda: its derivative by the logarithm of that parameter is the parameter itself
        natural[0] += (shape.gamma() ? factor[0] - data.x[0] : factor[0]) * time.value();
        natural[1] += timeSlope.value();
        natural[2] += gone.value();
        natural[3] -= goneSlope.value();
    }

    private void sumBlock(int block) {
        double left = 0;
        double time = 0;
        double timeSlope = 0;
        double gone = 0;
        double goneSlope = 0;
        int end = Math.min(data.rows(), (block + 1) * BLOCK);
        for (int i = block * BLOCK; i < end; i++) {
            int x = data.rowX[i];
            int recency = data.rowRecency[i];
            int age = data.rowAge[i];
            double c = factor[x];
            double quiet = logTime[age] - logTime[recency];
            double d = logOdds[x] + c * quiet;
            double e = Math.exp(-Math.abs(d));
            double share = (d > 0 ? 1 : e) / (1 + e);
            double n = data.rowCustomers[i];
            double weight = n * share;
            left += n * (Math.max(d, 0) + Math.log(1 + e));
            time += weight * quiet;
            timeSlope += weight * c * (logTimeSlope[age] - logTimeSlope[recency]);
            gone += weight;
            goneSlope += weight * oddsSlope[x];
        }
        blockSums[SUMS * block] = left;
        blockSums[SUMS * block + 1] = time;
        blockSums[SUMS * block + 2] = timeSlope;
        blockSums[SUMS * block + 3] = gone;
        blockSums[SUMS * block + 4] = goneSlope;
    }

    /** Takes penalty times the squared logarithms of r, alpha over the mean T, a and b off the log-likelihood. */
    private void penalize(double[] point) {
        double[] logs = {
            point[0],
            point[0] - point[1] - Math.log(meanAge),
            point[3] + Math.log(Shape.share(point[2])),
            point[3] + Math.log(Shape.share(-point[2]))
        };
        for (int i = 0; i < logs.length; i++) {
            value -= penalty * logs[i] * logs[i];
            natural[i] -= 2 * penalty * logs[i];
        }
    }

    /** From derivatives by ln r, ln alpha (or ln lambda), ln a, ln b (or logit q) to those by the coordinates. */
    private void chain(double[] point, double[] gradient) {
        int first = shape.rateParameters();
        if (shape.gamma()) {
            gradient[0] = -(natural[0] + natural[1]) / customers;
            gradient[1] = natural[1] / customers;
        } else {
            gradient[0] = -natural[0] / customers;
        }
        if (shape.dropOut() == Shape.Kind.BETA) {
            double q = Shape.share(point[first]);
            gradient[first] = -(Shape.share(-point[first]) * natural[2] - q * natural[3]) / customers;
            gradient[first + 1] = -(natural[2] + natural[3]) / customers;
        } else if (shape.dropOutParameters() == 1) {
            gradient[first] = -natural[2] / customers;
        }
    }
}
