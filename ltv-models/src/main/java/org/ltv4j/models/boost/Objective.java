package org.ltv4j.models.boost;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What training minimises.
 *
 * @param kind which loss
 * @param parameters for Tweedie the variance power, in (1, 2); for quantiles their levels, rising, in (0, 1); else none
 */
public record Objective(ObjectiveKind kind, List<Double> parameters) {
    private static final int MOST_QUANTILES = 99;

    /**
     * Checks the parameters.
     *
     * @param kind which loss
     * @param parameters for Tweedie the variance power, in (1, 2); for quantiles their levels, rising, in (0, 1); else none
     * @throws IllegalArgumentException if they are not such
     */
    public Objective {
        parameters = List.copyOf(parameters);
        switch (kind) {
            case TWEEDIE -> {
                if (parameters.size() != 1 || !(parameters.get(0) > 1 && parameters.get(0) < 2)) {
                    throw new IllegalArgumentException(
                            "Tweedie needs one variance power above 1 and below 2, got " + parameters);
                }
            }
            case QUANTILE -> {
                if (parameters.isEmpty() || parameters.size() > MOST_QUANTILES || !rising(parameters)) {
                    throw new IllegalArgumentException("need 1 to " + MOST_QUANTILES
                            + " quantile levels above 0 and below 1, each above the one before it, got " + parameters);
                }
            }
            default -> {
                if (!parameters.isEmpty()) {
                    throw new IllegalArgumentException(
                            "the objective " + kind + " has no parameters, got " + parameters);
                }
            }
        }
    }

    private static boolean rising(List<Double> levels) {
        double last = 0;
        for (double level : levels) {
            if (!(level > last && level < 1)) {
                return false;
            }
            last = level;
        }
        return true;
    }

    /**
     * An objective without parameters.
     *
     * @param kind neither Tweedie nor quantiles
     * @return the objective
     */
    public static Objective of(ObjectiveKind kind) {
        return new Objective(kind, List.of());
    }

    /**
     * Tweedie deviance.
     *
     * @param variancePower above 1 (like Poisson, few zeros) and below 2 (like gamma, a heavy tail)
     * @return the objective
     */
    public static Objective tweedie(double variancePower) {
        return new Objective(ObjectiveKind.TWEEDIE, List.of(variancePower));
    }

    /**
     * Pinball losses of several quantiles at once.
     *
     * @param levels rising, above 0 and below 1
     * @return the objective
     */
    public static Objective quantiles(double... levels) {
        return new Objective(
                ObjectiveKind.QUANTILE, Arrays.stream(levels).boxed().toList());
    }

    /** How many margins a row gets. */
    int outputs() {
        return kind == ObjectiveKind.QUANTILE ? parameters.size() : 1;
    }

    /** The place of the level next to the median: what stands for a customer where one number is asked for. */
    int middle() {
        int best = 0;
        for (int i = 1; i < outputs(); i++) {
            if (Math.abs(parameters.get(i) - 0.5) < Math.abs(parameters.get(best) - 0.5)) {
                best = i;
            }
        }
        return best;
    }

    double parameter(int output) {
        return switch (kind) {
            case TWEEDIE -> parameters.get(0);
            case QUANTILE -> parameters.get(output);
            default -> 0;
        };
    }

    /** Such as {@code TWEEDIE(1.5)}. */
    @Override
    public String toString() {
        return parameters.isEmpty()
                ? kind.name()
                : kind.name() + parameters.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }
}
