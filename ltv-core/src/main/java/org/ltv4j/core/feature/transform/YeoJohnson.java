package org.ltv4j.core.feature.transform;

import java.util.List;

/**
 * Makes a skewed feature as nearly normal as a power can: Yeo and Johnson (2000), Biometrika 87(4). With {@code L = ln(1 +
 * |x|)}:
 *
 * <pre>{@code
 * x >= 0:  (exp(lambda L) - 1) / lambda              L for lambda = 0
 * x <  0: -(exp((2 - lambda) L) - 1) / (2 - lambda)  -L for lambda = 2
 * }</pre>
 *
 * <p>Lambda is that of maximum likelihood. Its negative log-likelihood is strictly convex (Marchand et al. 2022, NeurIPS,
 * "SecureFedYJ"), so its derivative has one root, which is bracketed and closed in on until it does not move. It is sought
 * where the transformed values keep at least 8 of their digits: from {@code max(-4, -18 / L)} of the largest value to
 * {@code min(6, 2 + 18 / L)} of the smallest; the report says if it lies on that edge. Unlike scikit-learn's
 * PowerTransformer this does not standardise: let {@link StandardScale} follow.
 *
 * <p>Missing values stay missing and count for nothing. A feature that is constant or all missing gets lambda 1, which
 * leaves it as it is. Cost: some 4 to 8 passes with one exponential per value.
 */
public final class YeoJohnson extends FeatureStep {
    private final Choice choice;

    private YeoJohnson(Choice choice) {
        this.choice = choice;
    }

    /**
     * Of the features named.
     *
     * @param names numeric features, at least one
     * @return the step
     */
    public static YeoJohnson of(String... names) {
        return new YeoJohnson(Choice.of(Choice.Kind.NUMBERS, names));
    }

    /**
     * Of all quantities and counts (flags stay as they are).
     *
     * @return the step
     */
    public static YeoJohnson all() {
        return allBut();
    }

    /**
     * Of all quantities and counts (flags stay as they are) but some.
     *
     * @param names the features to leave as they are
     * @return the step
     */
    public static YeoJohnson allBut(String... names) {
        return new YeoJohnson(Choice.allBut(Choice.Kind.NUMBERS, names));
    }

    @Override
    StepCode fit(FitData data) {
        List<FittedYeoJohnson.One> lambdas = choice.pick(data.layout()).stream()
                .map(column -> YeoJohnsonFit.fit(column.name(), data.values(column)))
                .toList();
        return new FittedYeoJohnson(lambdas);
    }

    @Override
    List<?> options() {
        return List.of(choice);
    }

    @Override
    public String toString() {
        return "YeoJohnson(" + choice + ")";
    }
}
