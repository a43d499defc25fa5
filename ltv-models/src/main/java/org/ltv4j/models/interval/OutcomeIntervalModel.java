package org.ltv4j.models.interval;

import java.util.List;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.Predictions;

/**
 * Calibrated intervals around the predictions of a model of any kind, made by {@link SplitConformal}. Immutable and thread-safe. It was
 * calibrated on a past date, so that its coverage of later ones is measured, not guaranteed.
 */
public final class OutcomeIntervalModel {
    private final OutcomeModel model;
    private final Spread spread;
    private final Calibration calibration;

    OutcomeIntervalModel(OutcomeModel model, Spread spread, Calibration calibration) {
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

    static Band.Ends ends(double[] centre, Spread spread) {
        return new Band.Ends(centre, centre, centre, Scales.of(spread, centre, null));
    }

    @Override
    public String toString() {
        return "OutcomeIntervalModel[" + outcome() + ", confidence " + options().confidence() + "]";
    }
}
