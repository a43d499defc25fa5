package org.ltv4j.benchmarks;

import org.ltv4j.core.data.CustomerSummaries;

/**
 * Histories of many different customers as plain arrays, to go round in: a single one would teach the branch predictor its
 * answer. There are some repeat customers among them as among those of CDNOW.
 */
final class Histories {
    /** A power of two, so that going round costs a bit mask. */
    static final int COUNT = 4096;

    final int[] x = new int[COUNT];
    final double[] tx = new double[COUNT];
    final double[] age = new double[COUNT];

    Histories() {
        CustomerSummaries customers = Customers.like(COUNT);
        for (int i = 0; i < COUNT; i++) {
            x[i] = customers.frequency(i);
            tx[i] = customers.recency(i);
            age[i] = customers.age(i);
        }
    }
}
