package org.ltv4j.benchmarks;

import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.simulate.BgNbdProcess;
import org.ltv4j.core.simulate.GammaGammaProcess;
import org.ltv4j.core.simulate.PurchaseSimulator;
import org.ltv4j.models.btyd.BgNbd;
import org.ltv4j.models.btyd.BgNbdModel;
import org.ltv4j.models.spend.GammaGammaModel;

/** Simulated customers like those of CDNOW: first purchases within 12 weeks, observed until week 39, in whole days. */
final class Customers {
    /** The published estimates of BG/NBD for CDNOW. Fader, Hardie and Lee (2005), table 2. */
    static final double R = 0.243;

    static final double ALPHA = 4.414;
    static final double A = 0.793;
    static final double B = 2.426;

    private Customers() {}

    static BgNbdModel model() {
        return BgNbdModel.of(new BgNbd.Parameters(R, ALPHA, A, B), TimeScale.WEEK);
    }

    /** The published estimates for CDNOW. Fader and Hardie (2013), "The Gamma-Gamma model of monetary value". */
    static GammaGammaModel spend() {
        return GammaGammaModel.of(6.25, 3.74, 15.44);
    }

    static CustomerSummaries like(int customers) {
        CustomerSummaries exact = PurchaseSimulator.of(new BgNbdProcess(R, ALPHA, A, B), TimeScale.WEEK)
                .withSpend(new GammaGammaProcess(6.25, 3.74, 15.44))
                .withCustomers(customers)
                .withSeed(20050401)
                .simulate()
                .calibration();
        int[] x = new int[customers];
        double[] tx = new double[customers];
        double[] age = new double[customers];
        double[] spend = new double[customers];
        for (int i = 0; i < customers; i++) {
            x[i] = exact.frequency(i);
            age[i] = Math.ceil(exact.age(i) * 7) / 7;
            tx[i] = Math.ceil(exact.recency(i) * 7) / 7;
            spend[i] = exact.meanRepeatSpend(i);
        }
        return CustomerSummaries.of(TimeScale.WEEK, x, tx, age, spend);
    }
}
