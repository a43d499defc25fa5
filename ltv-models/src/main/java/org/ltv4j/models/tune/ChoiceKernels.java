package org.ltv4j.models.tune;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.internal.math.Samplers;

/**
 * Kernels over values without an order: each gives its own value the weight 1 more than the others, which have
 * {@code priorWeight / kernels} each; the prior, and a kernel without a value, gives all the same.
 */
final class ChoiceKernels implements Kernels {
    private final List<Object> values;
    private final int[] centres;
    private final double background;

    /**
     * Kernels at values.
     *
     * @param observed the value of each observation, null where the parameter was not in force
     * @param present how many are not null
     */
    ChoiceKernels(ChoiceParameter parameter, List<@Nullable Object> observed, int present, double priorWeight) {
        this.values = parameter.values();
        this.background = priorWeight / (present + 1);
        this.centres = new int[observed.size() + 1];
        for (int i = 0; i < centres.length; i++) {
            Object value = i < observed.size() ? observed.get(i) : null;
            centres[i] = value == null ? -1 : values.indexOf(value);
        }
    }

    @Override
    public Object draw(int kernel, RandomGenerator random) {
        int centre = centres[kernel];
        double total = background * values.size();
        if (centre >= 0 && Samplers.uniform(random) * (total + 1) >= total) {
            return values.get(centre);
        }
        return values.get(Samplers.index(random, values.size()));
    }

    @Override
    public double logDensity(int kernel, Object value) {
        int centre = centres[kernel];
        if (centre < 0) {
            return -StrictMath.log(values.size());
        }
        double weight = background + (values.get(centre).equals(value) ? 1 : 0);
        return StrictMath.log(weight / (background * values.size() + 1));
    }
}
