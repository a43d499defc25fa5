package org.ltv4j.models.interval;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.core.outcome.Outcome;

/**
 * A calibrated model of intervals from features, made by {@link ConformalQuantiles} or {@link SplitConformal}. Immutable, thread-safe,
 * able to be saved if the models in it are.
 *
 * <p>Where no outcome can be below 0 and the model's own lower end is not above it, it is 0 and stays there, and the upper end alone is
 * calibrated.
 *
 * <p>Intervals never cross. They are cut off at 0 if no outcome of the calibration rows was below 0: purchases never are, spend is where
 * refunds outweigh it. That costs coverage only where somebody is the first ever to fall below 0, which exchangeable customers do with a
 * probability of at most {@code 1 / (n + 1)}.
 */
public final class IntervalModel implements LtvModel {
    /** The name of this kind of model in saved files. */
    public static final String KIND = "conformal-intervals";

    private final Band band;
    private final Calibration calibration;

    IntervalModel(Band band, Calibration calibration) {
        Calibration.checkOutcome(band.outcome());
        GroupNames.check(calibration.options().groups(), band.schema());
        this.band = band;
        this.calibration = calibration;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Empty: the models in it have reports of their own; see {@link #groups()}. */
    @Override
    public Optional<FitReport> fit() {
        return Optional.empty();
    }

    /**
     * What is foretold.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return band.outcome();
    }

    /**
     * The features it reads.
     *
     * @return names, types and formulas in order
     */
    public FeatureSchema schema() {
        return band.schema();
    }

    /**
     * What was asked for.
     *
     * @return the options of the fit
     */
    public IntervalOptions options() {
        return calibration.options();
    }

    /**
     * What calibration has found.
     *
     * @return a group per name met in calibration, in the order of their names
     */
    public List<CalibratedGroup> groups() {
        return calibration.groups();
    }

    /**
     * Whether intervals are cut off at 0, since no outcome of the calibration rows was below.
     *
     * @return true if so
     */
    public boolean notBelowZero() {
        return calibration.notBelowZero();
    }

    Band band() {
        return band;
    }

    Calibration calibration() {
        return calibration;
    }

    /**
     * Makes an interval for each customer.
     *
     * @param features of the schema of this model
     * @return an interval per row; infinite for customers of a group that calibration has not met
     * @throws org.ltv4j.core.data.InvalidDataException if the features differ from {@link #schema()}
     */
    public Intervals predict(FeatureMatrix features) {
        Band.Ends ends = band.of(features);
        String[] names = GroupNames.of(options().groups(), ends.centre(), features);
        return calibration.apply(features.customers(), features.asOf(), outcome(), ends, names);
    }

    /**
     * The group of each customer, for {@link IntervalCoverage#of(Intervals, double[], List)}.
     *
     * @param features of the schema of this model
     * @return a name per row, one of {@link #groups()} or one that calibration has not met
     */
    public List<String> groupsOf(FeatureMatrix features) {
        return List.of(GroupNames.of(options().groups(), band.of(features).centre(), features));
    }

    /** The same models with the same calibration. */
    @Override
    public boolean equals(Object other) {
        return other instanceof IntervalModel that && that.band.equals(band) && that.calibration.equals(calibration);
    }

    @Override
    public int hashCode() {
        return Objects.hash(band, calibration);
    }

    @Override
    public String toString() {
        return "IntervalModel[" + outcome() + ", confidence " + options().confidence() + ", "
                + options().side() + ", " + groups().size() + (groups().size() == 1 ? " group]" : " groups]");
    }
}
