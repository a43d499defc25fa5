package org.ltv4j.models.spend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.TimeScale;

/** Customers with purchases and amounts, made up for a test. */
record Shop(int[] x, double[] m, double[] first) {
    /** Customers without a first amount. */
    static Shop of(int[] x, double... m) {
        return new Shop(x, m, new double[x.length]);
    }

    /** Every customer with the same number of repeat purchases. */
    static Shop each(int x, double... m) {
        return of(IntStream.range(0, m.length).map(i -> x).toArray(), m);
    }

    /** Customers from a gamma-gamma, the number of repeat purchases geometric and 0 among them. */
    static Shop simulated(int customers, double p, double q, double gamma, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] x = new int[customers];
        double[] m = new double[customers];
        double[] first = new double[customers];
        for (int i = 0; i < customers; i++) {
            while (random.nextDouble() < 0.7) {
                x[i]++;
            }
            double nu = gamma(q, random) / gamma;
            m[i] = x[i] == 0 ? 0 : gamma(p * x[i], random) / nu / x[i];
            first[i] = gamma(p, random) / nu;
        }
        return new Shop(x, m, first);
    }

    /** A gamma variable of rate 1: Marsaglia and Tsang (2000). */
    static double gamma(double shape, SplittableRandom random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = normal(random);
            double v = 1 + c * z;
            if (v > 0) {
                v = v * v * v;
                if (Math.log(1 - random.nextDouble()) < 0.5 * z * z + d - d * v + d * Math.log(v)) {
                    return d * v;
                }
            }
        }
    }

    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    Shop times(double factor) {
        return new Shop(
                x,
                Arrays.stream(m).map(v -> v * factor).toArray(),
                Arrays.stream(first).map(v -> v * factor).toArray());
    }

    Shop shuffled(long seed) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, x.length).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        return picked(order.stream().mapToInt(i -> i).toArray());
    }

    Shop twice() {
        return picked(IntStream.range(0, 2 * x.length).map(i -> i / 2).toArray());
    }

    private Shop picked(int[] order) {
        return new Shop(
                Arrays.stream(order).map(i -> x[i]).toArray(),
                Arrays.stream(order).mapToDouble(i -> m[i]).toArray(),
                Arrays.stream(order).mapToDouble(i -> first[i]).toArray());
    }

    CustomerSummaries summaries() {
        int n = x.length;
        double[] recency = Arrays.stream(x).mapToDouble(v -> v == 0 ? 0 : 1).toArray();
        double[] age = new double[n];
        Arrays.fill(age, 2);
        return CustomerSummaries.of(IdTable.numbered(n), TimeScale.WEEK, x, recency, age, m, first);
    }
}
