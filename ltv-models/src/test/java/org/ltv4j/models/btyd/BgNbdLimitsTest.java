package org.ltv4j.models.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.CustomerSummary;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.ModelComparison;
import org.ltv4j.core.simulate.NbdProcess;
import org.ltv4j.core.simulate.PurchaseSimulator;

/** Models at an edge: they continue the ordinary ones without a step, and fits return and explain them. */
class BgNbdLimitsTest {
    /**
     * A limit and an ordinary model close to it.
     *
     * @param limit the model at the edge
     * @param near one whose parameters are far out
     */
    record Pair(BgNbdModel limit, BgNbdModel near) {}

    private static BgNbdModel model(PurchaseRate rate, DropOut dropOut) {
        return BgNbdModel.of(rate, dropOut, TimeScale.WEEK);
    }

    static List<Pair> pairs() {
        PurchaseRate gamma = new PurchaseRate.Gamma(0.6, 6);
        DropOut beta = new DropOut.Beta(0.8, 2.4);
        PurchaseRate alike = new PurchaseRate.Gamma(1e10, 1e11);
        PurchaseRate one = new PurchaseRate.Fixed(0.1);
        return List.of(
                new Pair(model(gamma, new DropOut.None()), model(gamma, new DropOut.Beta(1e-11, 2))),
                new Pair(model(gamma, new DropOut.None()), model(gamma, new DropOut.Beta(2, 1e11))),
                new Pair(model(gamma, new DropOut.Fixed(0.2)), model(gamma, new DropOut.Beta(2e10, 8e10))),
                new Pair(model(gamma, new DropOut.NeverOrAtOnce(0.2)), model(gamma, new DropOut.Beta(2e-11, 8e-11))),
                new Pair(model(gamma, new DropOut.AtOnce()), model(gamma, new DropOut.Beta(3, 1e-11))),
                new Pair(model(one, beta), model(alike, beta)),
                new Pair(model(one, new DropOut.Fixed(0.2)), model(alike, new DropOut.Beta(2e10, 8e10))),
                new Pair(model(one, new DropOut.None()), model(alike, new DropOut.None())),
                new Pair(model(one, new DropOut.NeverOrAtOnce(0.4)), model(alike, new DropOut.NeverOrAtOnce(0.4))),
                new Pair(model(one, new DropOut.AtOnce()), model(alike, new DropOut.AtOnce())));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aModelNearALimitAgreesWithIt(Pair pair) {
        boolean leavesAtOnce = pair.limit().dropOut() instanceof DropOut.AtOnce;
        for (int x : leavesAtOnce ? new int[] {0, 1} : new int[] {0, 1, 2, 5, 9}) {
            CustomerSummary customer = CustomerSummary.of(x, x == 0 ? 0 : 22, 38);
            assertThat(pair.near().logLikelihood(customer))
                    .isCloseTo(pair.limit().logLikelihood(customer), within(1e-7));
            assertThat(pair.near().probabilityAlive(customer))
                    .isCloseTo(pair.limit().probabilityAlive(customer), within(1e-7));
            for (double t : new double[] {1, 39, 500}) {
                Horizon horizon = Horizon.of(t, TimeScale.WEEK);
                assertThat(pair.near().expectedTransactions(customer, horizon))
                        .isCloseTo(pair.limit().expectedTransactions(customer, horizon), within(1e-6));
            }
            assertThat(pair.near().discountedExpectedTransactions(customer, 0.01))
                    .isCloseTo(pair.limit().discountedExpectedTransactions(customer, 0.01), within(1e-6));
            for (int n = 0; n < 4; n++) {
                Horizon horizon = Horizon.of(39, TimeScale.WEEK);
                assertThat(pair.near().forecast(horizon, 0).probabilityOfTransactions(n, x, customer.recency(), 38))
                        .isCloseTo(
                                pair.limit()
                                        .forecast(horizon, 0)
                                        .probabilityOfTransactions(n, x, customer.recency(), 38),
                                within(1e-7));
            }
        }
    }

    @Test
    void aLimitHasNoFourParameters() {
        assertThat(model(new PurchaseRate.Fixed(0.1), new DropOut.None()).parameters())
                .isEmpty();
        assertThat(model(new PurchaseRate.Gamma(1, 2), new DropOut.Beta(3, 4)).parameters())
                .contains(new BgNbd.Parameters(1, 2, 3, 4));
    }

    @Test
    void withoutDropOutTheFitIsTheNbdAndSaysSo() {
        CustomerSummaries data = PurchaseSimulator.of(new NbdProcess(0.7, 9), TimeScale.WEEK)
                .withCustomers(1200)
                .withTimes(12, 39, 0)
                .withSeed(3)
                .simulate()
                .calibration();
        BgNbdModel model = BgNbd.fit(data);
        FitReport fit = model.fit().orElseThrow();
        assertThat(model.dropOut()).isEqualTo(new DropOut.None());
        assertThat(fit.edge()).contains("nobody leaves");
        assertThat(fit.findings())
                .anySatisfy(finding -> assertThat(finding)
                        .contains("Drop-out is not identified")
                        .contains("P(alive) is 1 for all")
                        .contains("expected transactions stay trustworthy"));
        assertThat(fit.parameters())
                .hasSize(2)
                .allSatisfy(p -> assertThat(p.standardError()).isPresent());
        assertThat(fit.comparisons())
                .extracting(ModelComparison::model)
                .contains("Poisson (all buy at one rate; nobody leaves)");
        assertThat(model.probabilityAlive(CustomerSummary.of(3, 1, 39))).isEqualTo(1);
    }

    /** Three of four leave right after the first repeat purchase, the fourth goes on and on. */
    @Test
    void someAtOnceAndTheOthersNeverIsFoundAndExplained() {
        int n = 400;
        int[] x = new int[n];
        double[] recency = new double[n];
        double[] age = new double[n];
        for (int i = 0; i < n; i++) {
            age[i] = 40 + i % 5;
            x[i] = i % 4 == 0 ? 18 + i % 7 : 1;
            recency[i] = x[i] == 1 ? 1 + (i * 7 % 30) / 10.0 : age[i] - (i % 9) / 5.0;
        }
        FitReport fit = BgNbd.fit(CustomerSummaries.of(TimeScale.WEEK, x, recency, age))
                .fit()
                .orElseThrow();
        assertThat(fit.edge()).hasValueSatisfying(edge -> assertThat(edge).contains("some leave at the first"));
        assertThat(fit.parameters())
                .filteredOn(p -> p.name().equals("q"))
                .singleElement()
                .satisfies(q -> assertThat(q.value()).isCloseTo(0.75, within(0.01)))
                .satisfies(q -> assertThat(q.interval95().orElseThrow().upper()).isLessThan(1));
    }

    @Test
    void nobodyBoughtThreeTimesAndAllLeftAtOnce() {
        int n = 300;
        int[] x = new int[n];
        double[] recency = new double[n];
        double[] age = new double[n];
        for (int i = 0; i < n; i++) {
            age[i] = 100;
            x[i] = i % 10 == 0 ? 0 : 1;
            recency[i] = x[i] == 0 ? 0 : 0.5 + i % 17 / 4.0;
        }
        BgNbdModel model = BgNbd.fit(CustomerSummaries.of(TimeScale.WEEK, x, recency, age));
        assertThat(model.dropOut()).isEqualTo(new DropOut.AtOnce());
        assertThat(model.probabilityAlive(CustomerSummary.of(1, 3, 100))).isZero();
        assertThat(model.probabilityAlive(CustomerSummary.of(2, 3, 100))).isZero();
        assertThat(model.logLikelihood(CustomerSummary.of(2, 3, 100))).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void allAlikeIsThePoissonModel() {
        int n = 50;
        int[] x = new int[n];
        double[] recency = new double[n];
        double[] age = new double[n];
        java.util.Arrays.fill(x, 4);
        java.util.Arrays.fill(recency, 9);
        java.util.Arrays.fill(age, 10);
        BgNbdModel model = BgNbd.fit(CustomerSummaries.of(TimeScale.DAY, x, recency, age));
        assertThat(model.purchaseRate()).isInstanceOf(PurchaseRate.Fixed.class);
        assertThat(model.purchaseRate().mean()).isCloseTo(0.4, within(1e-9));
        assertThat(model.dropOut()).isEqualTo(new DropOut.None());
    }
}
