package org.ltv4j.core.monitor;

import java.nio.file.Path;
import java.time.LocalDate;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.outcome.FeatureSource;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.save.FeatureSources;

/**
 * A fitted model with what must be remembered to watch it. To keep it from one month to the next, {@link #save} it:
 *
 * <pre>{@code
 * refit.model().save(Path.of("in-use.json"));
 * // a month later
 * FeatureSources sources = FeatureSources.matching(known, FeatureSource.of(plan));
 * ModelInUse current = ModelInUse.load(Path.of("in-use.json"), sources);
 * }</pre>
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
     * Saves the model, its baseline, its name and date as versioned JSON with a checksum. Sources of features are code and stay with the
     * program; the file holds the schemas that they must make. The same model gives the same bytes.
     *
     * @param file the file to write, which is replaced as a whole
     * @throws IllegalArgumentException if the model or a part of it cannot be saved
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public void save(Path file) {
        InUseFile.save(this, file);
    }

    /**
     * Loads a model in use.
     *
     * @param file written by {@link #save}
     * @param sources finds what makes the features of the model and those that are watched
     * @return a model that foretells and is judged as the one that was saved
     * @throws org.ltv4j.core.io.ModelFormatException if the file is no such document, was edited, or needs a newer library
     * @throws InvalidDataException if no source makes the features; the message tells what differs
     * @throws java.io.UncheckedIOException if it is missing or cannot be read
     */
    public static ModelInUse load(Path file, FeatureSources sources) {
        return InUseFile.load(file, sources);
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
