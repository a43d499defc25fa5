package org.ltv4j.models.baseline;

import java.util.Optional;
import org.ltv4j.core.feature.transform.FeaturePipeline;

/**
 * How an elastic net is fitted.
 *
 * @param mix share of the absolute values in the penalty, in [0, 1]: 1 is the lasso, 0 ridge regression; glmnet's alpha
 * @param lambda how strong the penalty is
 * @param target the scale on which spend or purchases are learnt; churn takes no notice of it
 * @param preparation makes numbers without gaps of the features; empty for the usual one, see {@link ElasticNet}
 */
public record ElasticNetOptions(
        double mix, LambdaChoice lambda, ElasticNetTarget target, Optional<FeaturePipeline> preparation) {
    private static final LambdaChoice USUAL = new LambdaChoice.CrossValidated(10, 1, LambdaRule.LEAST_LOSS, 100);

    /**
     * Checks the mix.
     *
     * @param mix share of the absolute values in the penalty, in [0, 1]: 1 is the lasso, 0 ridge regression; glmnet's alpha
     * @param lambda how strong the penalty is
     * @param target the scale on which spend or purchases are learnt; churn takes no notice of it
     * @param preparation makes numbers without gaps of the features; empty for the usual one, see {@link ElasticNet}
     */
    public ElasticNetOptions {
        if (!(mix >= 0 && mix <= 1)) {
            throw new IllegalArgumentException("the mix of an elastic net is a share in [0, 1], got " + mix);
        }
    }

    /**
     * Half lasso, half ridge; the penalty of the least loss of ten folds and a path of 100; the outcome as it is.
     *
     * @return the options
     */
    public static ElasticNetOptions defaults() {
        return new ElasticNetOptions(0.5, USUAL, ElasticNetTarget.AS_IS, Optional.empty());
    }

    /**
     * The lasso: {@link #defaults()} with a mix of 1.
     *
     * @return the options
     */
    public static ElasticNetOptions lasso() {
        return defaults().withMix(1);
    }

    /**
     * Ridge regression: {@link #defaults()} with a mix of 0.
     *
     * @return the options
     */
    public static ElasticNetOptions ridge() {
        return defaults().withMix(0);
    }

    /**
     * With another mix.
     *
     * @param share in [0, 1]: 1 is the lasso, 0 ridge regression
     * @return the options
     */
    public ElasticNetOptions withMix(double share) {
        return new ElasticNetOptions(share, lambda, target, preparation);
    }

    /**
     * With a penalty that is known.
     *
     * @param value finite and at least 0
     * @return the options
     */
    public ElasticNetOptions withLambda(double value) {
        return withLambda(new LambdaChoice.Given(value));
    }

    /**
     * With another choice of the penalty.
     *
     * @param choice how it is found out
     * @return the options
     */
    public ElasticNetOptions withLambda(LambdaChoice choice) {
        return new ElasticNetOptions(mix, choice, target, preparation);
    }

    /**
     * With cross-validation over a path of 100 penalties.
     *
     * @param folds from 2 to the number of customers
     * @param seed deals the customers into folds
     * @param rule which penalty is taken
     * @return the options
     */
    public ElasticNetOptions withCrossValidation(int folds, long seed, LambdaRule rule) {
        return withLambda(new LambdaChoice.CrossValidated(folds, seed, rule, 100));
    }

    /**
     * With another scale of spend or purchases.
     *
     * @param scale the scale
     * @return the options
     */
    public ElasticNetOptions withTarget(ElasticNetTarget scale) {
        return new ElasticNetOptions(mix, lambda, scale, preparation);
    }

    /**
     * With another preparation of the features. It must leave numbers without gaps; scaling is not needed.
     *
     * @param pipeline the steps
     * @return the options
     */
    public ElasticNetOptions withPreparation(FeaturePipeline pipeline) {
        return new ElasticNetOptions(mix, lambda, target, Optional.of(pipeline));
    }
}
