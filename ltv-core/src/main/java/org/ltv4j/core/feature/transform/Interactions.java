package org.ltv4j.core.feature.transform;

import java.util.ArrayList;
import java.util.List;

/**
 * Products and ratios of two numeric features, added at the end as {@code <a>_times_<b>} and {@code <a>_per_<b>}. Missing
 * where one of the two is, and where the divisor of a ratio is 0. A result beyond the range of doubles becomes the largest
 * double.
 *
 * <pre>{@code
 * Interactions.none().ratio("total_spend", "purchases").product("purchases", "tenure_days")
 * }</pre>
 */
public final class Interactions extends FeatureStep {
    private final List<FittedInteractions.Pair> pairs;

    private Interactions(List<FittedInteractions.Pair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    /**
     * No interaction yet.
     *
     * @return a step to which products and ratios are added
     */
    public static Interactions none() {
        return new Interactions(List.of());
    }

    /**
     * With a product.
     *
     * @param first a numeric feature
     * @param second another one or the same
     * @return the step
     */
    public Interactions product(String first, String second) {
        return with(new FittedInteractions.Pair(FittedInteractions.Operation.PRODUCT, first, second));
    }

    /**
     * With a ratio.
     *
     * @param dividend a numeric feature
     * @param divisor another one
     * @return the step
     */
    public Interactions ratio(String dividend, String divisor) {
        return with(new FittedInteractions.Pair(FittedInteractions.Operation.RATIO, dividend, divisor));
    }

    private Interactions with(FittedInteractions.Pair pair) {
        List<FittedInteractions.Pair> more = new ArrayList<>(pairs);
        more.add(pair);
        return new Interactions(more);
    }

    @Override
    StepCode fit(FitData data) {
        return new FittedInteractions(pairs);
    }

    @Override
    List<?> options() {
        return pairs;
    }

    @Override
    public String toString() {
        return "Interactions("
                + String.join(
                        ", ", pairs.stream().map(FittedInteractions.Pair::name).toList())
                + ")";
    }
}
