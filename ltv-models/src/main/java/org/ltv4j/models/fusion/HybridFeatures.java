package org.ltv4j.models.fusion;

import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeaturePlan;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.model.Estimator;
import org.ltv4j.core.model.PurchaseCount;
import org.ltv4j.core.model.SpendModel;
import org.ltv4j.core.model.TransactionModel;
import org.ltv4j.core.outcome.FeatureSource;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.score.CustomerScores;
import org.ltv4j.core.score.Scorer;

/**
 * The features of a plan and what probability models say beside them: the probability to be still a customer, expected purchases and
 * expected spend. The models are fitted anew on each date, on what was known by then and nothing else.
 */
public final class HybridFeatures implements FeatureSource {
    private static final String SOURCE = "customer, date, amount";

    private final FeatureSource plan;
    private final Horizon horizon;
    private final TimeScale scale;
    private final Estimator<? extends TransactionModel> purchases;
    private final Estimator<? extends SpendModel> spend;

    private HybridFeatures(
            FeatureSource plan,
            Horizon horizon,
            TimeScale scale,
            Estimator<? extends TransactionModel> purchases,
            Estimator<? extends SpendModel> spend) {
        this.plan = plan;
        this.horizon = horizon;
        this.scale = scale;
        this.purchases = purchases;
        this.spend = spend;
    }

    /**
     * A plan's features and those of two models.
     *
     * @param plan the other features; its date does not matter
     * @param horizon how far ahead purchases and spend are expected: best that of the outcome
     * @param scale unit of the histories
     * @param purchases fits a model of purchases
     * @param spend fits a model of spend; not used where sales have no amounts
     * @return the source
     */
    public static HybridFeatures of(
            FeaturePlan plan,
            Horizon horizon,
            TimeScale scale,
            Estimator<? extends TransactionModel> purchases,
            Estimator<? extends SpendModel> spend) {
        return new HybridFeatures(FeatureSource.of(plan), horizon, scale, purchases, spend);
    }

    /**
     * The features of every customer.
     *
     * @param known the sales that are known
     * @return those of the plan, then {@code probability_alive}, {@code expected_purchases} and, where there are amounts,
     *     {@code expected_spend}
     * @throws org.ltv4j.core.data.InvalidDataException if nothing can be learnt from these sales
     */
    @Override
    public FeatureMatrix from(KnownSales known) {
        CustomerSummaries histories = known.summaries(scale);
        boolean valued = histories.hasAmounts();
        TransactionModel buying = purchases.fit(histories);
        SpendModel spending = valued ? spend.fit(histories) : new PurchaseCount();
        CustomerScores scores = Scorer.of(buying, spending).withHorizon(horizon).scoreAll(histories);
        double[] alive = new double[histories.size()];
        double[] bought = new double[histories.size()];
        double[] spent = new double[histories.size()];
        Arrays.setAll(alive, scores::probabilityAlive);
        Arrays.setAll(bought, scores::expectedTransactions);
        Arrays.setAll(spent, scores::value);
        FeatureMatrix all = plan.from(known)
                .with(
                        feature("probability_alive", "share", "probability not to have left for good", buying.kind()),
                        known.customers(),
                        alive)
                .with(
                        feature("expected_purchases", "purchases", "purchases expected in " + horizon, buying.kind()),
                        known.customers(),
                        bought);
        return valued
                ? all.with(
                        feature(
                                "expected_spend",
                                known.log().currency(),
                                "spend expected in " + horizon,
                                buying.kind() + " and " + spending.kind()),
                        known.customers(),
                        spent)
                : all;
    }

    /** The formula is what tells a model that these are the features it was fitted on: horizon and unit belong to it. */
    private Feature feature(String name, String unit, String meaning, String models) {
        String formula = "by " + models + " fitted as of the date to histories in " + scale + ", for " + horizon;
        return Feature.of(name, FeatureType.NUMBER, unit, meaning, formula, SOURCE);
    }

    /** What stands beside the plan's features. */
    @Override
    public String toString() {
        return "HybridFeatures" + List.of("probability_alive", "expected_purchases", "expected_spend") + " in "
                + horizon;
    }
}
