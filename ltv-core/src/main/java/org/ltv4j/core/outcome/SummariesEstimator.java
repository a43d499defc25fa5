package org.ltv4j.core.outcome;

import java.util.Optional;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.Estimator;
import org.ltv4j.core.model.PurchaseCount;
import org.ltv4j.core.model.SpendModel;
import org.ltv4j.core.model.TransactionForecast;
import org.ltv4j.core.model.TransactionModel;
import org.ltv4j.core.model.ValueModel;
import org.ltv4j.core.score.CustomerScores;
import org.ltv4j.core.score.Scorer;

/**
 * A model of purchases and, where spend is asked for, one of spend, as an estimator of outcomes. Spend is not discounted; churn is
 * the probability of no purchase within the horizon, not that of having left for good.
 *
 * @param name what a table of models calls it
 * @param scale unit of the histories
 * @param purchases fits the model of purchases
 * @param spend fits the model of spend; not used where purchases or churn are asked for
 */
public record SummariesEstimator(
        String name,
        TimeScale scale,
        Estimator<? extends TransactionModel> purchases,
        Estimator<? extends SpendModel> spend)
        implements OutcomeEstimator {

    @Override
    public Fitted fit(KnownSales known, Outcome outcome) {
        CustomerSummaries histories = known.summaries(scale);
        boolean valued = outcome.kind() == OutcomeKind.SPEND;
        if (valued && !histories.hasAmounts()) {
            throw new InvalidDataException(name + " is asked for spend, but the sales have no amounts");
        }
        SpendModel amounts = valued ? spend.fit(histories) : new PurchaseCount();
        return new Fitted(outcome, new ValueModel(purchases.fit(histories), amounts));
    }

    /**
     * A fitted pair of models that foretells an outcome.
     *
     * @param outcome what is foretold
     * @param model the two models
     */
    public record Fitted(Outcome outcome, ValueModel model) implements OutcomeModel {
        @Override
        public Predictions predict(KnownSales known) {
            CustomerSummaries histories = known.summaries(model.purchases().scale());
            double[] values = outcome.kind() == OutcomeKind.CHURN ? silence(histories) : scores(histories);
            return Predictions.of(known.customers(), known.asOf(), outcome, values);
        }

        /** The models of purchases and spend tell for any horizon. */
        @Override
        public Optional<OutcomeModel> over(Horizon horizon) {
            return Optional.of(new Fitted(outcome.over(horizon), model));
        }

        private double[] silence(CustomerSummaries histories) {
            Horizon days = Horizon.of(outcome.days(), TimeScale.DAY);
            TransactionForecast forecast = model.purchases().forecast(days, 0);
            double[] values = new double[histories.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = forecast.probabilityOfTransactions(
                        0, histories.frequency(i), histories.recency(i), histories.age(i));
            }
            return values;
        }

        private double[] scores(CustomerSummaries histories) {
            Horizon days = Horizon.of(outcome.days(), TimeScale.DAY);
            CustomerScores scores = Scorer.of(model)
                    .withHorizon(days)
                    .withMargin(outcome.margin())
                    .scoreAll(histories);
            double[] values = new double[histories.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = outcome.kind() == OutcomeKind.SPEND ? scores.value(i) : scores.expectedTransactions(i);
            }
            return values;
        }
    }
}
