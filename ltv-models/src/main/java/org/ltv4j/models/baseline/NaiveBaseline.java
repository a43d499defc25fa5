package org.ltv4j.models.baseline;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.OutcomeKind;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.Predictions;
import org.ltv4j.core.score.NaiveForecast;

/**
 * Foretells by arithmetic on the histories alone: the {@link NaiveForecast}s as estimators of outcomes. The first purchase of a customer
 * is not counted, spend is that of the purchases after it, times the margin.
 */
public final class NaiveBaseline implements OutcomeEstimator {
    private final NaiveRule rule;

    private NaiveBaseline(NaiveRule rule) {
        this.rule = rule;
    }

    /**
     * Each customer goes on at the own rate of x / T purchases, of the own mean repeat amount. Churn: {@code exp(-x / T * horizon)},
     * as if purchases came at random; 1 for who did not buy again yet.
     *
     * @return the estimator
     */
    public static NaiveBaseline historicalRate() {
        return new NaiveBaseline(NaiveRule.HISTORICAL_RATE);
    }

    /**
     * Everybody goes on at the rate that all customers together had by the date of the fit. Churn: of the customers who had bought
     * by a horizon before that date, the share who then stayed away until it.
     *
     * @return the estimator
     */
    public static NaiveBaseline populationMean() {
        return new NaiveBaseline(NaiveRule.POPULATION_MEAN);
    }

    /**
     * Each customer repeats the last period of the horizon's length, or all of the history where that is shorter. Churn: 1 if
     * there was no repeat purchase in it, else 0.
     *
     * @return the estimator
     */
    public static NaiveBaseline lastPeriod() {
        return new NaiveBaseline(NaiveRule.LAST_PERIOD);
    }

    /** The name that {@link NaiveForecast#name()} has for it. */
    @Override
    public String name() {
        return rule.label();
    }

    @Override
    public Model fit(KnownSales known, Outcome outcome) {
        SpendCheck.check(name(), known, outcome);
        return new Model(rule, outcome, rule == NaiveRule.POPULATION_MEAN ? mean(known, outcome) : 0);
    }

    private static double mean(KnownSales known, Outcome outcome) {
        if (outcome.kind() == OutcomeKind.CHURN) {
            LocalDate cut = known.asOf().minusDays(outcome.days());
            KnownSales then = known.until(cut);
            return Arrays.stream(outcome.of(known, then.customers(), cut))
                    .average()
                    .orElseThrow();
        }
        NaiveForecast forecast = NaiveForecast.populationMean(known.summaries(TimeScale.DAY), days(outcome));
        return outcome.kind() == OutcomeKind.SPEND
                ? outcome.margin() * forecast.spend()[0]
                : forecast.transactions()[0];
    }

    private static Horizon days(Outcome outcome) {
        return Horizon.of(outcome.days(), TimeScale.DAY);
    }

    @Override
    public String toString() {
        return "NaiveBaseline[" + name() + "]";
    }

    /** Foretells by one of the rules. */
    public static final class Model implements OutcomeModel {
        private final NaiveRule rule;
        private final Outcome outcome;
        private final double mean;

        Model(NaiveRule rule, Outcome outcome, double mean) {
            this.rule = rule;
            this.outcome = outcome;
            this.mean = mean;
        }

        @Override
        public Outcome outcome() {
            return outcome;
        }

        @Override
        public Predictions predict(KnownSales known) {
            SpendCheck.check(rule.label(), known, outcome);
            double[] values = new double[known.customers().size()];
            if (rule == NaiveRule.POPULATION_MEAN) {
                Arrays.fill(values, mean);
            } else {
                NaiveForecast forecast = forecast(known);
                double[] spend = forecast.spend();
                double[] transactions = forecast.transactions();
                for (int i = 0; i < values.length; i++) {
                    values[i] = switch (outcome.kind()) {
                        case SPEND -> outcome.margin() * spend[i];
                        case PURCHASES -> transactions[i];
                        case CHURN -> rule.silence(transactions[i]);
                    };
                }
            }
            return Predictions.of(known.customers(), known.asOf(), outcome, values);
        }

        NaiveRule rule() {
            return rule;
        }

        /** What everybody is foretold by the rule of the mean; 0 for the others. */
        double mean() {
            return mean;
        }

        private NaiveForecast forecast(KnownSales known) {
            if (rule == NaiveRule.LAST_PERIOD) {
                return NaiveForecast.lastPeriod(known.log(), known.asOf(), days(outcome));
            }
            CustomerSummaries histories = known.summaries(TimeScale.DAY);
            return NaiveForecast.historicalRate(histories, days(outcome));
        }

        /** The same rule for the same outcome with the same number. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Model that
                    && that.rule == rule
                    && that.outcome.equals(outcome)
                    && Double.compare(that.mean, mean) == 0;
        }

        @Override
        public int hashCode() {
            return Objects.hash(rule, outcome, mean);
        }

        @Override
        public String toString() {
            return "NaiveBaseline.Model[" + rule.label() + ", " + outcome + "]";
        }
    }
}
