package org.ltv4j.core.feature;

import java.time.LocalDate;
import java.util.List;

/** Where plans of features start. */
public final class Features {
    private Features() {}

    /**
     * An empty plan of features as of the end of a day.
     *
     * @param date the last day whose rows are used, of the years 1 to 9999
     * @return a plan without features
     * @throws org.ltv4j.core.data.InvalidDataException if it is of no such year
     */
    public static FeaturePlan asOf(LocalDate date) {
        return new FeaturePlan(date, List.of());
    }
}
