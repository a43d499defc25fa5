package org.ltv4j.models.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.CustomerSummary;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.model.TransactionForecast;
import org.ltv4j.core.model.TransactionModel;

/** What every model of purchases promises: inherit this and give some models, limits among them. */
abstract class TransactionModelContract {
    private static final double[] HORIZONS = {0, 1e-6, 0.5, 13, 39, 520, 1e6};

    /** Models to check, at least one. */
    protected abstract List<? extends TransactionModel> models();

    /** Histories of all sorts, with at most this many repeat purchases. */
    private static List<CustomerSummary> customers() {
        List<CustomerSummary> customers = new ArrayList<>();
        for (double age : new double[] {0, 1e-3, 4, 38.86, 5000}) {
            customers.add(CustomerSummary.of(0, 0, age));
            for (int x : new int[] {1, 2, 7, 200}) {
                for (double share : new double[] {1e-6, 0.3, 0.9, 1}) {
                    customers.add(CustomerSummary.of(x, share * age, age));
                }
            }
        }
        return customers;
    }

    private Horizon horizon(TransactionModel model, double length) {
        return Horizon.of(length, model.scale());
    }

    @Test
    void probabilityOfBeingAliveIsAProbability() {
        for (TransactionModel model : models()) {
            for (CustomerSummary customer : customers()) {
                assertThat(model.probabilityAlive(customer))
                        .as("%s %s", model, customer)
                        .isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void expectedTransactionsAreZeroAtHorizonZeroAndRiseWithIt() {
        for (TransactionModel model : models()) {
            for (CustomerSummary customer : customers()) {
                assertThat(model.expectedTransactions(customer, horizon(model, 0)))
                        .isZero();
                double before = 0;
                for (double length : HORIZONS) {
                    double expected = model.expectedTransactions(customer, horizon(model, length));
                    assertThat(expected)
                            .as("%s %s in %s", model, customer, length)
                            .isFinite()
                            .isGreaterThanOrEqualTo(before * (1 - 1e-12));
                    before = expected;
                }
            }
        }
    }

    @Test
    void discountingTakesAwayAndNoDiscountingTakesNothing() {
        for (TransactionModel model : models()) {
            for (CustomerSummary c : List.of(
                    CustomerSummary.of(0, 0, 0), CustomerSummary.of(1, 0.1, 0.2), CustomerSummary.of(9, 30, 39))) {
                for (double length : new double[] {0, 13, 520}) {
                    TransactionForecast plain = model.forecast(horizon(model, length), 0);
                    double expected = plain.expectedTransactions(c.frequency(), c.recency(), c.age());
                    assertThat(plain.discountedTransactions(c.frequency(), c.recency(), c.age()))
                            .isEqualTo(expected);
                    double before = expected;
                    for (double rate : new double[] {1e-9, 0.002, 0.5, 100}) {
                        double discounted = model.forecast(horizon(model, length), rate)
                                .discountedTransactions(c.frequency(), c.recency(), c.age());
                        assertThat(discounted)
                                .as("%s %s in %s at %s", model, c, length, rate)
                                .isNotNegative()
                                .isLessThanOrEqualTo(before * (1 + 1e-10));
                        before = discounted;
                    }
                }
            }
        }
    }

    @Test
    void probabilitiesOfCountsAddUpToOneAndHaveTheExpectedMean() {
        for (TransactionModel model : models()) {
            Horizon horizon = horizon(model, 26);
            TransactionForecast forecast = model.forecast(horizon, 0);
            for (CustomerSummary c : customers()) {
                double expected = model.expectedTransactions(c, horizon);
                if (expected > 60) {
                    continue;
                }
                double sum = 0;
                double mean = 0;
                for (int n = 0; n < 6000 && !(n > 40 && 1 - sum < 1e-14); n++) {
                    double probability = forecast.probabilityOfTransactions(n, c.frequency(), c.recency(), c.age());
                    assertThat(probability).as("%s %s n=%s", model, c, n).isBetween(0.0, 1.0);
                    sum += probability;
                    mean += n * probability;
                }
                assertThat(sum).as("%s %s", model, c).isCloseTo(1, within(1e-9));
                assertThat(mean).as("%s %s", model, c).isCloseTo(expected, within(1e-6 * Math.max(1, expected)));
            }
        }
    }

    @Test
    void aLikelihoodIsNeverMissing() {
        for (TransactionModel model : models()) {
            for (CustomerSummary customer : customers()) {
                assertThat(model.logLikelihood(customer))
                        .as("%s %s", model, customer)
                        .isNotNaN()
                        .isLessThan(Double.POSITIVE_INFINITY);
            }
        }
    }

    @Test
    void oneCustomerAndManyGiveTheSameDouble() {
        for (TransactionModel model : models()) {
            TransactionForecast forecast = model.forecast(horizon(model, 39), 0.002);
            for (CustomerSummary c : customers()) {
                assertThat(model.probabilityAlive(c))
                        .isEqualTo(forecast.probabilityAlive(c.frequency(), c.recency(), c.age()));
                assertThat(model.expectedTransactions(c, horizon(model, 39)))
                        .isEqualTo(forecast.expectedTransactions(c.frequency(), c.recency(), c.age()));
            }
        }
    }

    @Test
    void aHorizonInAnotherUnitIsTheSameHorizon() {
        for (TransactionModel model : models()) {
            TimeScale other = model.scale() == TimeScale.WEEK ? TimeScale.DAY : TimeScale.WEEK;
            Horizon same = Horizon.of(horizon(model, 39).in(other), other);
            CustomerSummary customer = CustomerSummary.of(2, 30.43, 38.86);
            double expected = model.expectedTransactions(customer, horizon(model, 39));
            assertThat(model.expectedTransactions(customer, same)).isCloseTo(expected, within(1e-12 * expected));
        }
    }

    @Test
    void impossibleArgumentsAreRefused() {
        for (TransactionModel model : models()) {
            for (double rate : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
                assertThatThrownBy(() -> model.forecast(horizon(model, 1), rate))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("discount rate");
            }
            assertThatThrownBy(() -> model.probabilityOfTransactions(-1, horizon(model, 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("n >= 0");
        }
    }

    @Test
    void savingAndLoadingGivesAnEqualModel() {
        for (TransactionModel model : models()) {
            assertThat(Models.fromJson(Models.toJson(model))).isEqualTo(model).hasSameHashCodeAs(model);
        }
    }
}
