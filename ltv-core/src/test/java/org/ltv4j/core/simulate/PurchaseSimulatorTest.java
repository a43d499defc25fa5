package org.ltv4j.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.TimeScale;

class PurchaseSimulatorTest {
    private static final BgNbdProcess CDNOW =
            new BgNbdProcess(0.2425945224259332, 4.413602018863964, 0.792922017474604, 2.425906777712828);

    /** Expected value of clv-cdnow-sample.json, models.bgnbd.values: 1.19501 repeat purchases in 39 weeks. */
    @Test
    void bgNbdCustomersBuyAsOftenAsTheFormulaSays() {
        SimulatedHistories made = PurchaseSimulator.of(CDNOW, TimeScale.WEEK)
                .withCustomers(200_000)
                .withTimes(0, 39, 0)
                .simulate();
        double[] x = made.calibration().stream().mapToDouble(c -> c.frequency()).toArray();
        double mean = mean(x);
        assertThat(mean).isCloseTo(1.1950100406304558, within(4 * deviation(x, mean) / Math.sqrt(x.length)));
        // and 57.43 % of them never come back in that time
        double once =
                made.calibration().stream().filter(c -> c.frequency() == 0).count() / 200_000.0;
        assertThat(once).isCloseTo(0.5743071684850571, within(4 * Math.sqrt(0.5743 * 0.4257 / 200_000)));
    }

    @Test
    void paretoNbdCustomersAreAliveAsOftenAsTheFormulaSays() {
        ParetoNbdProcess process = new ParetoNbdProcess(0.55, 10.6, 0.61, 11.7);
        SimulatedHistories made = PurchaseSimulator.of(process, TimeScale.WEEK)
                .withCustomers(100_000)
                .withTimes(0, 39, 0)
                .simulate();
        int alive = 0;
        for (int i = 0; i < made.size(); i++) {
            alive += made.alive(i) ? 1 : 0;
        }
        double expected = Math.pow(11.7 / (11.7 + 39), 0.61);
        assertThat(alive / 100_000.0).isCloseTo(expected, within(4 * Math.sqrt(expected * (1 - expected) / 100_000)));
    }

    @Test
    void nbdCustomersNeverLeave() {
        SimulatedHistories made = PurchaseSimulator.of(new NbdProcess(2, 10), TimeScale.WEEK)
                .withTimes(10, 60, 20)
                .simulate();
        int later = 0;
        for (int i = 0; i < made.size(); i++) {
            assertThat(made.alive(i)).isTrue();
            later += made.holdout().transactions(i);
        }
        // negative binomial: mean 4, variance 4 (1 + 2)
        assertThat(later / 1000.0).isCloseTo(4, within(4 * Math.sqrt(12 / 1000.0)));
    }

    @Test
    void amountsHaveTheMeanOfTheSpendProcess() {
        GammaGammaProcess spend = new GammaGammaProcess(6.25, 5, 15.44);
        SimulatedHistories made = PurchaseSimulator.of(CDNOW, TimeScale.WEEK)
                .withSpend(spend)
                .withCustomers(100_000)
                .simulate();
        double[] first =
                made.calibration().stream().mapToDouble(c -> c.firstSpend()).toArray();
        double mean = mean(first);
        assertThat(mean).isCloseTo(spend.mean(), within(4 * deviation(first, mean) / Math.sqrt(first.length)));
    }

    @Test
    void holdoutContinuesTheSameCustomers() {
        PurchaseSimulator base = PurchaseSimulator.of(CDNOW, TimeScale.WEEK).withSpend(new GammaGammaProcess(6, 4, 15));
        SimulatedHistories cut = base.withTimes(12, 39, 39).simulate();
        SimulatedHistories whole = base.withTimes(12, 78, 0).simulate();
        for (int i = 0; i < cut.size(); i++) {
            // the age at the end differs by the holdout's length, up to rounding
            if (Math.abs(whole.calibration().age(i) - cut.calibration().age(i) - 39) < 1e-9) {
                assertThat(whole.calibration().frequency(i))
                        .isEqualTo(
                                cut.calibration().frequency(i) + cut.holdout().transactions(i));
            }
        }
    }

    @Test
    void aCustomerIsTheSameWhateverTheNumberOfCustomers() {
        CustomerSummaries few = PurchaseSimulator.of(CDNOW, TimeScale.WEEK)
                .withCustomers(10)
                .simulate()
                .calibration();
        CustomerSummaries many = PurchaseSimulator.of(CDNOW, TimeScale.WEEK)
                .withCustomers(500)
                .simulate()
                .calibration();
        for (int i = 0; i < few.size(); i++) {
            assertThat(few.summary(i)).isEqualTo(many.summary(i));
        }
    }

    @Test
    void impossibleSettingsAreRefused() {
        PurchaseSimulator simulator = PurchaseSimulator.of(CDNOW, TimeScale.WEEK);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.withCustomers(0))
                .withMessageContaining("got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.withTimes(12, 10, 1))
                .withMessageContaining("12.0 and 10.0");
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.withTimes(Double.NaN, 10, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BgNbdProcess(0, 1, 1, 1))
                .withMessageContaining("r ");
        assertThatIllegalArgumentException().isThrownBy(() -> new BgNbdProcess(1, Double.NaN, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ParetoNbdProcess(1, 1, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new NbdProcess(1, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GammaGammaProcess(6, 1, 15))
                .withMessageContaining("q finite and > 1");
    }

    @Test
    void ratesMeantForAnotherUnitEndInAMessageAndNotInAnEndlessLoop() {
        PurchaseSimulator fast = PurchaseSimulator.of(new NbdProcess(1e12, 1), TimeScale.WEEK);
        assertThatIllegalArgumentException().isThrownBy(fast::simulate).withMessageContaining("another unit of time");
    }

    @Test
    void pathsOfOwnProcessesAreChecked() {
        assertThat(PurchasePath.of(new double[] {1, 2}, 0.5, 2).size()).isEqualTo(2);
        assertThatIllegalArgumentException().isThrownBy(() -> PurchasePath.of(new double[] {2, 1}, 0.5, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> PurchasePath.of(new double[] {2}, 0.5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> PurchasePath.of(new double[] {2}, Double.NaN, 3));
    }

    @Test
    void settingsAreToldInWords() {
        assertThat(PurchaseSimulator.of(CDNOW, TimeScale.WEEK).withSeed(5))
                .hasToString("PurchaseSimulator[1000 customers, seed 5, " + CDNOW
                        + " per WEEK, acquisition 12.0, calibration 39.0, holdout 39.0]");
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }
}
