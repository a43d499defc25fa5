package org.ltv4j.models.boost;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.outcome.FeatureEstimator;
import org.ltv4j.core.outcome.FeatureModel;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeKind;
import org.ltv4j.core.outcome.TrainingSet;

/**
 * Fits a model in two stages: whether a customer spends at all, and how much those spend who do. Most customers spend nothing in any
 * horizon, and what makes a customer come back is not what makes a basket large.
 *
 * <pre>{@code
 * E(spend) = P(spend > 0) * E(spend | spend > 0) + P(spend <= 0) * mean of the outcomes of at most 0
 * }</pre>
 *
 * <p>The last mean is 0 unless refunds make outcomes negative. Mullahy (1986), Journal of Econometrics 33(3).
 *
 * <pre>{@code
 * HurdleModel model = Hurdle.fit(trainingSet, XgbOptions.logistic(), XgbOptions.gamma());
 * }</pre>
 */
public final class Hurdle {
    private Hurdle() {}

    /**
     * Fits both stages with boosted trees: logistic, and gamma for those who spend.
     *
     * @param data features with spend or purchases afterwards
     * @return the model
     * @throws InvalidDataException if nothing can be learnt, see {@link #fit(TrainingSet, FeatureEstimator, FeatureEstimator)}
     * @throws NativeLibraryException if XGBoost cannot be used on this machine
     */
    public static HurdleModel fit(TrainingSet data) {
        return fit(data, XgbOptions.logistic(), XgbOptions.gamma());
    }

    /**
     * Fits both stages with boosted trees.
     *
     * @param data features with spend or purchases afterwards
     * @param buys how to learn whether the outcome is above 0: logistic; its constraints and its weight of positives speak of those whose
     *     outcome is above 0
     * @param spends how to learn the outcome of those whose is: any objective but logistic, such as gamma, log1p or squared error
     * @return the model
     * @throws InvalidDataException if nothing can be learnt, see {@link #fit(TrainingSet, FeatureEstimator, FeatureEstimator)}
     * @throws NativeLibraryException if XGBoost cannot be used on this machine
     */
    public static HurdleModel fit(TrainingSet data, XgbOptions buys, XgbOptions spends) {
        XgbOptions silent = buys.withConstraints(buys.constraints().turned())
                .withPositiveWeight(1 / buys.positiveWeight()); // trained is the probability of silence
        return fit(
                data, (TrainingSet all) -> XgbLtv.fit(all, silent), (TrainingSet buyers) -> XgbLtv.fit(buyers, spends));
    }

    /**
     * Fits both stages with models of any kind.
     *
     * @param data features with spend or purchases afterwards
     * @param silent fits the probability of churn, here: of an outcome that is not above 0
     * @param spends fits the expected outcome, on those whose outcome is above 0
     * @return the model
     * @throws InvalidDataException if the outcome is churn, or nobody or everybody has an outcome above 0
     */
    public static HurdleModel fit(
            TrainingSet data,
            FeatureEstimator<? extends FeatureModel> silent,
            FeatureEstimator<? extends FeatureModel> spends) {
        if (data.outcome().kind() == OutcomeKind.CHURN) {
            throw new InvalidDataException("churn has one stage only: use XgbLtv.fit with XgbOptions.logistic()");
        }
        int[] above = IntStream.range(0, data.rows())
                .filter(row -> data.outcome(row) > 0)
                .toArray();
        if (above.length == 0 || above.length == data.rows()) {
            throw new InvalidDataException("of " + data.rows() + " outcomes " + above.length
                    + " are above 0: there is nothing to tell apart. Use XgbLtv.fit, or another horizon");
        }
        Outcome silence = Outcome.churn(data.outcome().horizon());
        double[] nothing =
                Arrays.stream(data.outcomes()).map(y -> y > 0 ? 0 : 1).toArray();
        FeatureModel first = silent.fit(data.withOutcomes(silence, nothing));
        FeatureModel second = spends.fit(data.rows(above));
        return new HurdleModel(first, second, meanOfOthers(data));
    }

    private static double meanOfOthers(TrainingSet data) {
        double sum = 0;
        double weight = 0;
        for (int row = 0; row < data.rows(); row++) {
            if (data.outcome(row) <= 0) {
                sum += data.weight(row) * data.outcome(row);
                weight += data.weight(row);
            }
        }
        return weight > 0 ? sum / weight + 0.0 : 0;
    }
}
