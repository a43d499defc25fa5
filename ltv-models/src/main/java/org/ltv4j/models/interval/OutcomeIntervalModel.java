package org.ltv4j.models.interval;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.ltv4j.core.io.JsonDocuments;
import org.ltv4j.core.io.ModelFormatException;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.Predictions;
import org.ltv4j.core.outcome.save.FeatureSources;
import org.ltv4j.core.outcome.save.OutcomeModels;

/**
 * Calibrated intervals around the predictions of a model of any kind, made by {@link SplitConformal}. Immutable and thread-safe. It was
 * calibrated on a past date, so that its coverage of later ones is measured, not guaranteed.
 */
public final class OutcomeIntervalModel {
    private static final String FORMAT = "ltv-outcome-intervals";
    private static final int FORMAT_VERSION = 1;

    private final OutcomeModel model;
    private final Spread spread;
    private final Calibration calibration;

    OutcomeIntervalModel(OutcomeModel model, Spread spread, Calibration calibration) {
        Calibration.checkOutcome(model.outcome());
        if (spread instanceof Spread.OfModel) {
            throw new IllegalArgumentException("a spread that is foretold from features needs a model of features");
        }
        GroupNames.checkWithoutFeatures(calibration.options().groups());
        this.model = model;
        this.spread = spread;
        this.calibration = calibration;
    }

    /**
     * What is foretold.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return model.outcome();
    }

    /**
     * The model that the intervals are around.
     *
     * @return the model
     */
    public OutcomeModel model() {
        return model;
    }

    /**
     * What was asked for.
     *
     * @return the options
     */
    public IntervalOptions options() {
        return calibration.options();
    }

    /**
     * What calibration has found.
     *
     * @return a group per name met in calibration
     */
    public List<CalibratedGroup> groups() {
        return calibration.groups();
    }

    /**
     * Makes an interval for each customer.
     *
     * @param known the sales that are known
     * @return an interval per customer, in the order of {@link KnownSales#customers()}
     * @throws org.ltv4j.core.data.InvalidDataException if the sales lack what the model needs
     */
    public Intervals predict(KnownSales known) {
        Predictions predicted = model.predict(known);
        double[] centre = predicted.values();
        String[] names = GroupNames.of(options().groups(), centre, null);
        return calibration.apply(predicted.customers(), predicted.asOf(), outcome(), ends(centre, spread), names);
    }

    /**
     * Saves the model with its calibration, as versioned JSON with a checksum. The same model gives the same bytes.
     *
     * @param file the file to write, which is replaced as a whole
     * @throws IllegalArgumentException if the model that the intervals are around cannot be saved
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public void save(Path file) {
        JsonDocuments.save(file, FORMAT, FORMAT_VERSION, out -> {
            out.object("model", one -> OutcomeModels.write(model, one))
                    .object("spread", one -> IntervalCodec.write(spread, one));
            IntervalCodec.write(calibration, out);
        });
    }

    /**
     * Loads a model of intervals.
     *
     * @param file written by {@link #save}
     * @param sources finds what makes the features of the model that the intervals are around
     * @return a model that gives the same intervals
     * @throws ModelFormatException if the file is no such document, was edited, or needs a newer library
     * @throws org.ltv4j.core.data.InvalidDataException if no source makes the features
     * @throws java.io.UncheckedIOException if it is missing or cannot be read
     */
    public static OutcomeIntervalModel load(Path file, FeatureSources sources) {
        return JsonDocuments.load(file, FORMAT, FORMAT_VERSION, in -> {
            OutcomeModel model = OutcomeModels.read(in.object("model"), sources);
            try {
                return new OutcomeIntervalModel(
                        model, IntervalCodec.spread(in.object("spread")), IntervalCodec.calibration(in));
            } catch (ModelFormatException e) {
                throw e;
            } catch (IllegalArgumentException e) {
                throw new ModelFormatException(in.path() + ": no intervals: " + e.getMessage(), e);
            }
        });
    }

    static Band.Ends ends(double[] centre, Spread spread) {
        return new Band.Ends(centre, centre, centre, Scales.of(spread, centre, null));
    }

    /** The same model with the same calibration. */
    @Override
    public boolean equals(Object other) {
        return other instanceof OutcomeIntervalModel that
                && that.model.equals(model)
                && that.spread.equals(spread)
                && that.calibration.equals(calibration);
    }

    @Override
    public int hashCode() {
        return Objects.hash(model, spread, calibration);
    }

    @Override
    public String toString() {
        return "OutcomeIntervalModel[" + outcome() + ", confidence " + options().confidence() + "]";
    }
}
