package org.ltv4j.models.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.CustomerSummary;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.simulate.BgNbdProcess;
import org.ltv4j.core.simulate.NbdProcess;
import org.ltv4j.core.simulate.PurchaseSimulator;

/** What must happen to a fit when its data are changed in a known way; with an interior maximum and with one at an edge. */
class BgNbdMetamorphicTest {
    /** Made-up shops. */
    enum Shop {
        USUAL(PurchaseSimulator.of(new BgNbdProcess(0.6, 6, 0.8, 2.5), TimeScale.WEEK)),
        NOBODY_LEAVES(PurchaseSimulator.of(new NbdProcess(0.7, 9), TimeScale.WEEK));

        private final CustomerSummaries data;

        Shop(PurchaseSimulator simulator) {
            data = simulator
                    .withCustomers(1200)
                    .withTimes(12, 39, 0)
                    .withSeed(3)
                    .simulate()
                    .calibration();
        }
    }

    private static CustomerSummaries changed(
            CustomerSummaries data, TimeScale scale, UnaryOperator<List<CustomerSummary>> change) {
        List<CustomerSummary> rows = change.apply(new ArrayList<>(data.stream().toList()));
        return CustomerSummaries.of(
                scale,
                rows.stream().mapToInt(CustomerSummary::frequency).toArray(),
                rows.stream().mapToDouble(CustomerSummary::recency).toArray(),
                rows.stream().mapToDouble(CustomerSummary::age).toArray());
    }

    private static double totalFrequency(CustomerSummaries data) {
        return data.stream().mapToDouble(CustomerSummary::frequency).sum();
    }

    private static void near(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-6 * Math.abs(expected)));
    }

    /** Weeks to days: alpha times 7, same r, a, b and predictions, log-likelihood lower by ln 7 times the sum of x. */
    @ParameterizedTest
    @EnumSource
    void anotherUnitOfTimeChangesNothingElse(Shop shop) {
        CustomerSummaries days = changed(shop.data, TimeScale.DAY, rows -> {
            rows.replaceAll(c -> CustomerSummary.of(c.frequency(), 7 * c.recency(), 7 * c.age()));
            return rows;
        });
        BgNbdModel inWeeks = BgNbd.fit(shop.data);
        BgNbdModel inDays = BgNbd.fit(days);
        FitReport weekly = inWeeks.fit().orElseThrow();
        FitReport daily = inDays.fit().orElseThrow();
        assertThat(daily.logLikelihood())
                .isCloseTo(weekly.logLikelihood() - Math.log(7) * totalFrequency(days), within(1e-8));
        assertThat(daily.edge()).isEqualTo(weekly.edge());
        assertThat(daily.findings()).isEqualTo(weekly.findings());
        for (int i = 0; i < weekly.parameters().size(); i++) {
            double factor = weekly.parameters().get(i).name().equals("alpha") ? 7 : 1;
            near(
                    daily.parameters().get(i).value(),
                    factor * weekly.parameters().get(i).value());
            near(
                    daily.parameters().get(i).standardError().orElseThrow(),
                    factor * weekly.parameters().get(i).standardError().orElseThrow());
        }
        CustomerSummary customer = CustomerSummary.of(3, 20, 30);
        CustomerSummary same = CustomerSummary.of(3, 140, 210);
        near(inDays.probabilityAlive(same), inWeeks.probabilityAlive(customer));
        Horizon horizon = Horizon.of(26, TimeScale.WEEK);
        near(inDays.expectedTransactions(same, horizon), inWeeks.expectedTransactions(customer, horizon));
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfTheCustomersChangesNoBit(Shop shop) {
        CustomerSummaries shuffled = changed(shop.data, shop.data.scale(), rows -> {
            Collections.shuffle(rows, new Random(3));
            return rows;
        });
        assertThat(BgNbd.fit(shuffled)).isEqualTo(BgNbd.fit(shop.data));
    }

    @ParameterizedTest
    @EnumSource
    void everyCustomerTwiceGivesTheSameParametersWithSmallerErrors(Shop shop) {
        CustomerSummaries twice = changed(shop.data, shop.data.scale(), rows -> {
            rows.addAll(List.copyOf(rows));
            return rows;
        });
        FitReport once = BgNbd.fit(shop.data).fit().orElseThrow();
        FitReport doubled = BgNbd.fit(twice).fit().orElseThrow();
        assertThat(doubled.logLikelihood()).isCloseTo(2 * once.logLikelihood(), within(1e-7));
        assertThat(doubled.distinctHistories()).isEqualTo(once.distinctHistories());
        for (int i = 0; i < once.parameters().size(); i++) {
            near(doubled.parameters().get(i).value(), once.parameters().get(i).value());
            near(
                    doubled.parameters().get(i).standardError().orElseThrow(),
                    once.parameters().get(i).standardError().orElseThrow() / Math.sqrt(2));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNumberOfThreadsChangesNoBit(Shop shop) {
        BgNbdModel sequential = BgNbd.fit(shop.data);
        for (int threads : new int[] {2, 5}) {
            assertThat(BgNbd.fit(shop.data, BgNbd.Options.defaults(), Parallelism.of(threads)))
                    .isEqualTo(sequential);
        }
    }
}
