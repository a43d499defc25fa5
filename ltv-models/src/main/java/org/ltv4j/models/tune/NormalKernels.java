package org.ltv4j.models.tune;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.internal.math.Normal;
import org.ltv4j.core.internal.math.Samplers;

/**
 * Normal kernels on the line of a parameter, cut off at its ends. The standard deviation of one is the distance to the
 * farther of its neighbours (Bergstra et al. 2011), for the outermost ones to their only neighbour, and within
 * {@code width / min(100, 2 + observations)} and {@code width}, so that no kernel gets so narrow that the search stands
 * still. The prior, and a kernel without a value, is at the middle with the whole width.
 */
final class NormalKernels implements Kernels {
    private static final double NARROW_CELL = 1e-5;

    private final ScaledParameter parameter;
    private final double[] means;
    private final double[] deviations;
    private final double[] logMasses;

    /**
     * Kernels at values.
     *
     * @param observed the value of each observation, null where the parameter was not in force
     */
    NormalKernels(ScaledParameter parameter, List<@Nullable Object> observed) {
        this.parameter = parameter;
        int kernels = observed.size() + 1;
        double width = parameter.upper() - parameter.lower();
        this.means = new double[kernels];
        this.deviations = new double[kernels];
        Arrays.fill(means, parameter.lower() + 0.5 * width);
        Arrays.fill(deviations, width);
        placeObservations(observed, width);
        this.logMasses = IntStream.range(0, kernels)
                .mapToDouble(k -> logMass(k, parameter.lower(), parameter.upper()))
                .toArray();
    }

    private void placeObservations(List<@Nullable Object> observed, double width) {
        int[] order = IntStream.range(0, observed.size())
                .filter(i -> observed.get(i) != null)
                .peek(i -> means[i] = parameter.coordinate(Objects.requireNonNull(observed.get(i))))
                .boxed()
                .sorted((a, b) -> Double.compare(means[a], means[b]))
                .mapToInt(i -> i)
                .toArray();
        int n = order.length;
        double narrowest = width / Math.min(100, n + 2);
        for (int r = 0; r < n; r++) {
            double mean = means[order[r]];
            double below = r > 0 ? means[order[r - 1]] : n > 1 ? mean : parameter.lower();
            double above = r < n - 1 ? means[order[r + 1]] : n > 1 ? mean : parameter.upper();
            deviations[order[r]] = Math.min(width, Math.max(narrowest, Math.max(mean - below, above - mean)));
        }
    }

    @Override
    public Object draw(int kernel, RandomGenerator random) {
        while (true) { // the mean is inside and the deviation at most the width: at least a third of the draws are
            // inside
            double at = means[kernel] + deviations[kernel] * Samplers.normal(random);
            if (at >= parameter.lower() && at <= parameter.upper()) {
                return parameter.at(at);
            }
        }
    }

    @Override
    public double logDensity(int kernel, Object value) {
        double start = parameter.cellStart(value);
        double end = parameter.cellEnd(value);
        return logCell(kernel, start, end) - logMasses[kernel];
    }

    private double logCell(int kernel, double start, double end) {
        if (start == end) {
            return logHeight(kernel, start);
        }
        return end - start < NARROW_CELL * deviations[kernel] // where a difference of probabilities would cancel
                ? logHeight(kernel, 0.5 * (start + end)) + StrictMath.log(end - start)
                : logMass(kernel, start, end);
    }

    private double logHeight(int kernel, double at) {
        double z = (at - means[kernel]) / deviations[kernel];
        return -0.5 * z * z - StrictMath.log(deviations[kernel] * Math.sqrt(2 * Math.PI));
    }

    private double logMass(int kernel, double from, double to) {
        double a = (from - means[kernel]) / deviations[kernel];
        double b = (to - means[kernel]) / deviations[kernel];
        return StrictMath.log( // in the lower tail, where no digits are lost
                a > 0 ? Normal.cumulative(-a) - Normal.cumulative(-b) : Normal.cumulative(b) - Normal.cumulative(a));
    }
}
