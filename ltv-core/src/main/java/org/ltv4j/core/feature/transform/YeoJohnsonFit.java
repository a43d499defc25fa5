package org.ltv4j.core.feature.transform;

import java.util.Arrays;

/**
 * Finds the power of maximum likelihood. Per value the derivative of the log-likelihood by lambda is {@code S - C / V}, where
 * V is the variance of the transformed values, C their covariance with their own derivative by lambda, and S the mean of
 * {@code sign(x) ln(1 + |x|)}. It falls all the way, so a secant that stays within a bracket finds its only root. A sample
 * gives the start, so that few passes over all values are needed.
 */
final class YeoJohnsonFit {
    private static final double LOST_DIGITS = 18;
    private static final double LARGEST_EXPONENT = 300;
    private static final int SAMPLE = 2_000;
    private static final int MAX_STEPS = 200;
    private static final double TOLERANCE = 1e-11;
    private static final double SERIES_BELOW = 0.1;

    /** Signed {@code ln(1 + |x|)}. */
    private final double[] logs;

    private final double[] transformed;
    private final double[] slopes;
    private final double meanLog;

    private YeoJohnsonFit(double[] logs) {
        this.logs = logs;
        this.transformed = new double[logs.length];
        this.slopes = new double[logs.length];
        this.meanLog = mean(logs);
    }

    static FittedYeoJohnson.One fit(String name, double[] values) {
        double[] logs = logs(values);
        double largest = Arrays.stream(logs).max().orElse(0);
        double smallest = Arrays.stream(logs).min().orElse(0);
        double up = Math.max(largest, 0);
        double down = Math.max(-smallest, 0);
        double low = Math.max(FittedYeoJohnson.MIN_LAMBDA, Math.max(-LOST_DIGITS / up, 2 - LARGEST_EXPONENT / down));
        double high = Math.min(FittedYeoJohnson.MAX_LAMBDA, Math.min(2 + LOST_DIGITS / down, LARGEST_EXPONENT / up));
        if (largest == smallest || logs.length == 0 || !(low < high)) {
            return new FittedYeoJohnson.One(name, 1, low >= high);
        }
        double start = 1;
        if (logs.length >= 2 * SAMPLE) {
            double[] sample = every(logs, logs.length / SAMPLE);
            start = new YeoJohnsonFit(sample).root(low, high, start);
        }
        double lambda = new YeoJohnsonFit(logs).root(low, high, start);
        return new FittedYeoJohnson.One(name, lambda, lambda == low || lambda == high);
    }

    private static double[] logs(double[] values) {
        double[] logs = new double[values.length];
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                logs[count++] = FittedLog1p.signedLog(value);
            }
        }
        return Arrays.copyOf(logs, count);
    }

    private static double[] every(double[] values, int step) {
        double[] some = new double[(values.length + step - 1) / step];
        for (int i = 0; i < some.length; i++) {
            some[i] = values[i * step];
        }
        return some;
    }

    /** The root of the falling derivative in the bracket, or the end of the bracket beyond which it lies. */
    private double root(double low, double high, double start) {
        double a = low;
        double b = high;
        double last = Math.min(high, Math.max(low, start));
        double lastSlope = derivative(last);
        if (!Double.isFinite(lastSlope)) {
            return start; // a sample without spread, or numbers so small that their squares vanish
        }
        double next = Math.min(high, Math.max(low, last + Math.copySign(0.02, lastSlope)));
        for (int step = 0; step < MAX_STEPS && lastSlope != 0; step++) {
            if (lastSlope > 0) {
                a = Math.max(a, last);
            } else {
                b = Math.min(b, last);
            }
            if (last == low && lastSlope < 0 || last == high && lastSlope > 0) {
                return last;
            }
            if (Math.abs(next - last) <= TOLERANCE || b - a <= TOLERANCE) {
                return Math.min(b, Math.max(a, next));
            }
            double slope = derivative(next);
            double secant = next - slope * (next - last) / (slope - lastSlope);
            last = next;
            lastSlope = slope;
            next = proposed(secant, slope > 0 ? next : a, slope > 0 ? b : next, step, low, high);
        }
        return last;
    }

    /** The secant's root if it lies within the bracket, now and then the middle so that the bracket shrinks for sure. */
    private static double proposed(double secant, double a, double b, int step, double low, double high) {
        if (secant > a && secant < b && step % 8 != 7) {
            return secant;
        }
        // an end of the search that was never tried may be the answer
        if (secant >= b && b == high) {
            return high;
        }
        return secant <= a && a == low ? low : a + (b - a) / 2;
    }

    /** Of the log-likelihood per value by lambda; falls as lambda rises. */
    double derivative(double lambda) {
        for (int i = 0; i < logs.length; i++) {
            double log = logs[i];
            boolean negative = log < 0;
            double p = negative ? 2 - lambda : lambda;
            double l = Math.abs(log);
            double u = p * l;
            double value;
            double slope;
            if (Math.abs(u) < SERIES_BELOW) {
                value = p == 0 ? l : Math.expm1(u) / p;
                slope = l * l * series(u);
            } else {
                double e = Math.exp(u);
                value = (e - 1) / p;
                slope = (l * e - value) / p;
            }
            transformed[i] = negative ? -value : value;
            slopes[i] = slope;
        }
        double mean = mean(transformed);
        double meanSlope = mean(slopes);
        double variance = 0;
        double covariance = 0;
        for (int i = 0; i < logs.length; i++) {
            double deviation = transformed[i] - mean;
            variance += deviation * deviation;
            covariance += deviation * (slopes[i] - meanSlope);
        }
        return meanLog - covariance / variance;
    }

    /** {@code (u exp(u) - exp(u) + 1) / u^2}, by its series {@code sum of u^k / (k! (k + 2))}. */
    private static double series(double u) {
        double sum = 0;
        double term = 1;
        for (int k = 0; k < 12; k++) {
            sum += term / (k + 2);
            term *= u / (k + 1);
        }
        return sum;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
