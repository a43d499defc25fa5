package org.ltv4j.models.interval;

import java.util.Arrays;
import java.util.List;

/**
 * Groups of customers that are calibrated apart (Mondrian), so that the promise holds within each: those who bought once are not
 * covered at the expense of regulars. A customer of a group without any calibration row, such as a level not met before, gets an
 * infinite interval: nothing is known of it.
 */
public sealed interface CalibrationGroups {
    /** All customers together. */
    CalibrationGroups NONE = new None();

    /**
     * Groups by the size of a feature.
     *
     * @param feature name of a feature that is no category
     * @param edges rising: {@code ofFeature("purchases", 2, 5)} makes below 2, from 2 to below 5, from 5 on, and missing
     * @return the groups
     */
    static CalibrationGroups ofFeature(String feature, double... edges) {
        return new Bins(feature, Arrays.stream(edges).boxed().toList());
    }

    /**
     * Groups by the levels of a category.
     *
     * @param feature name of a category
     * @return a group per level, and one for missing
     */
    static CalibrationGroups ofLevels(String feature) {
        return new Levels(feature);
    }

    /**
     * Groups by the size of the prediction.
     *
     * @param edges rising, in the unit of the outcome; chosen without looking at the calibration rows
     * @return the groups
     */
    static CalibrationGroups ofPrediction(double... edges) {
        return new Predicted(Arrays.stream(edges).boxed().toList());
    }

    /** All customers together. */
    record None() implements CalibrationGroups {}

    /**
     * Groups by the size of a feature.
     *
     * @param feature name of a feature that is no category
     * @param edges rising
     */
    record Bins(String feature, List<Double> edges) implements CalibrationGroups {
        /**
         * Checks the edges.
         *
         * @param feature name of a feature that is no category
         * @param edges rising
         */
        public Bins {
            edges = GroupNames.checked(edges);
        }
    }

    /**
     * Groups by the levels of a category.
     *
     * @param feature name of a category
     */
    record Levels(String feature) implements CalibrationGroups {}

    /**
     * Groups by the size of the prediction.
     *
     * @param edges rising
     */
    record Predicted(List<Double> edges) implements CalibrationGroups {
        /**
         * Checks the edges.
         *
         * @param edges rising
         */
        public Predicted {
            edges = GroupNames.checked(edges);
        }
    }
}
