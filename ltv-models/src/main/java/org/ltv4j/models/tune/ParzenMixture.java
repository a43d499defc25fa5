package org.ltv4j.models.tune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.internal.math.Samplers;

/**
 * A density over settings: one kernel per observation, the product of a kernel per parameter, and the prior as one more
 * kernel. Where an observation has no value of a parameter, because a condition did not hold, its kernel is the prior there.
 * So the density of settings, over the parameters in force for them, is that of {@link #draw}.
 */
final class ParzenMixture {
    private final SearchSpace space;
    private final int observations;
    private final double priorWeight;
    private final Map<Parameter, Kernels> kernels = new LinkedHashMap<>();

    ParzenMixture(SearchSpace space, List<Settings> observed, double priorWeight) {
        this.space = space;
        this.observations = observed.size();
        this.priorWeight = priorWeight;
        for (Parameter parameter : space.parameters()) {
            kernels.put(parameter, of(parameter, observed));
        }
    }

    private Kernels of(Parameter parameter, List<Settings> observed) {
        List<@Nullable Object> values = new ArrayList<>(observed.size());
        int present = 0;
        for (Settings settings : observed) {
            Object value = settings.asMap().get(parameter.name());
            values.add(value);
            present += value == null ? 0 : 1;
        }
        return parameter instanceof ChoiceParameter choice
                ? new ChoiceKernels(choice, values, present, priorWeight)
                : new NormalKernels((ScaledParameter) parameter, values);
    }

    Settings draw(RandomGenerator random) {
        double at = Samplers.uniform(random) * (observations + priorWeight);
        int kernel = (int) Math.min(observations, at);
        return space.fill(
                parameter -> Objects.requireNonNull(kernels.get(parameter)).draw(kernel, random));
    }

    /** Finite for all settings of the space, since the prior is part of the mixture. */
    double logDensity(Settings settings) {
        double[] logs = new double[observations + 1];
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < logs.length; k++) {
            logs[k] = k < observations ? 0 : StrictMath.log(priorWeight);
            for (Map.Entry<Parameter, Kernels> entry : kernels.entrySet()) {
                Object value = settings.asMap().get(entry.getKey().name());
                if (value != null) {
                    logs[k] += entry.getValue().logDensity(k, value);
                }
            }
            highest = Math.max(highest, logs[k]);
        }
        double sum = 0;
        for (double log : logs) {
            sum += StrictMath.exp(log - highest);
        }
        return highest + StrictMath.log(sum) - StrictMath.log(observations + priorWeight);
    }
}
