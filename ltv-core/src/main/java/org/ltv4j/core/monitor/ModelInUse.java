package org.ltv4j.core.monitor;

import java.time.LocalDate;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.outcome.FeatureSource;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.OutcomeModel;

/**
 * A fitted model with what must be remembered to watch it. To keep it from one month to the next, save the model with
 * {@link org.ltv4j.core.io.Models} and the baseline with {@link DriftBaseline#save}; source and name are those of the program.
 *
 * @param name what reports call it
 * @param model foretells the outcome
 * @param watched makes the features whose drift is looked at: those of the model, or others
 * @param knownUntil the last day whose sales the model was fitted on
 * @param baseline the customers of that day
 */
public record ModelInUse(
        String name, OutcomeModel model, FeatureSource watched, LocalDate knownUntil, DriftBaseline baseline) {
    /**
     * Checks that model and baseline belong together.
     *
     * @param name what reports call it
     * @param model foretells the outcome
     * @param watched makes the features whose drift is looked at
     * @param knownUntil the last day whose sales the model was fitted on
     * @param baseline the customers of that day
     */
    public ModelInUse {
        if (!model.outcome().equals(baseline.outcome())) {
            throw new InvalidDataException("the model foretells " + model.outcome() + ", the baseline has scores of "
                    + baseline.outcome() + ": keep each model with its own baseline");
        }
    }

    /**
     * A model that was just fitted.
     *
     * @param name what reports call it
     * @param model foretells the outcome
     * @param watched makes the features whose drift is looked at
     * @param fittedOn the sales that it was fitted on
     * @param bins of the baseline's numbers, from 2 to 100
     * @return the model with a baseline of the customers of that day
     */
    public static ModelInUse of(String name, OutcomeModel model, FeatureSource watched, KnownSales fittedOn, int bins) {
        DriftBaseline baseline = DriftBaseline.of(watched.from(fittedOn), model.predict(fittedOn), bins);
        return new ModelInUse(name, model, watched, fittedOn.asOf(), baseline);
    }

    /**
     * The first day on which what the model foretold can be compared with what happened: a horizon after the last day it knows.
     *
     * @return the date
     */
    public LocalDate judgedFrom() {
        return model.outcome().lastDay(knownUntil);
    }
}
