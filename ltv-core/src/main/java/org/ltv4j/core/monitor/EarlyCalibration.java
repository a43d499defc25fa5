package org.ltv4j.core.monitor;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.Predictions;

/**
 * A first look at a model whose horizon is not over: what was foretold for the days that are, beside what happened in them. It is a weaker
 * finding than {@link CalibrationDrift}: a part of a horizon is shorter, may fall on a season of its own, and most models do not foretell
 * it, so that it must be taken from what they foretell of the whole. See {@link Basis} for how, and whether chance of that step is
 * part of the intervals: it is not. An early look therefore never asks for a fit by itself.
 *
 * @param elapsedDays days since the last one that the model knows, from {@link #LEAST_DAYS} to less than its horizon
 * @param basis where the expectation of these days comes from
 * @param share what the predictions of the whole horizon were multiplied with, in (0, 1] or up to 1.25 where refunds came late; 1 where
 *     the model itself foretells these days
 * @param drift what happened in these days over what was expected of them
 */
public record EarlyCalibration(int elapsedDays, Basis basis, double share, CalibrationDrift drift) {
    /** The fewest days that say anything: a week, so that every day of the week is in it. */
    public static final int LEAST_DAYS = 7;

    /** Where refunds take back more than a fifth of what the first days held, their share of the total says nothing of other days. */
    private static final double MOST_SHARE = 1.25;

    /** Where the expectation of the first days of a horizon comes from. */
    public enum Basis {
        /** The model foretells any horizon, so these days too. */
        FORETOLD,
        /**
         * The model's predictions times the share of a whole horizon's total that its first days held, the last time that a whole one was
         * over when the model was fitted. One share for all customers: groups of them may differ, all together should not.
         */
        PAST_SHARE,
        /**
         * The model's predictions in proportion to the days, since no horizon was over before the fit, or refunds took back much of what
         * its first days held. Customers leave, so that early days
         * hold more than their part: the ratio comes out too high.
         */
        PROPORTION
    }

    /** The expectation of the days that are over. */
    private record Expected(Basis basis, double share, Predictions predictions) {}

    /**
     * Looks at a model before its horizon is over.
     *
     * @param current the model in use
     * @param known the sales that are known now
     * @param options what counts as a shift
     * @return empty if fewer than {@link #LEAST_DAYS} days are over, the whole horizon is (then {@link CalibrationDrift} tells), or the
     *     outcome is a probability that the model does not foretell for fewer days
     */
    public static Optional<EarlyCalibration> of(ModelInUse current, KnownSales known, CalibrationOptions options) {
        Outcome whole = current.model().outcome();
        long elapsed = ChronoUnit.DAYS.between(current.knownUntil(), known.asOf());
        if (elapsed < LEAST_DAYS || elapsed >= whole.days()) {
            return Optional.empty();
        }
        Outcome part = whole.over(Horizon.of(elapsed, TimeScale.DAY));
        KnownSales then = known.until(current.knownUntil());
        return expected(current.model(), part, then).map(expected -> {
            Predictions predictions = expected.predictions;
            double[] actual = part.of(known, predictions.customers(), then.asOf());
            return new EarlyCalibration(
                    (int) elapsed, expected.basis, expected.share, CalibrationDrift.of(predictions, actual, options));
        });
    }

    private static Optional<Expected> expected(OutcomeModel model, Outcome part, KnownSales then) {
        Optional<OutcomeModel> itself = model.over(part.horizon());
        if (itself.isPresent()) {
            return Optional.of(new Expected(Basis.FORETOLD, 1, itself.get().predict(then)));
        }
        Outcome whole = model.outcome();
        if (whole.isProbability()) {
            return Optional.empty();
        }
        Optional<Double> past = pastShare(whole, part, then);
        double share = past.orElse(part.days() / (double) whole.days());
        Predictions predicted = model.predict(then);
        double[] values =
                Arrays.stream(predicted.values()).map(value -> share * value).toArray();
        return Optional.of(new Expected(
                past.isPresent() ? Basis.PAST_SHARE : Basis.PROPORTION,
                share,
                Predictions.of(predicted.customers(), then.asOf(), part, values)));
    }

    /** What the first days held of the last horizon that was over at the fit; empty where none was or its total says nothing. */
    private static Optional<Double> pastShare(Outcome whole, Outcome part, KnownSales then) {
        LocalDate cut = then.asOf().minusDays(whole.days());
        if (cut.isBefore(then.log().firstDay())) {
            return Optional.empty();
        }
        KnownSales before = then.until(cut);
        double all = Arrays.stream(whole.of(then, before.customers(), cut)).sum();
        double first = Arrays.stream(part.of(then, before.customers(), cut)).sum();
        return first > 0 && first <= MOST_SHARE * all ? Optional.of(first / all) : Optional.empty();
    }

    /**
     * How far off these days were.
     *
     * @return none where the interval holds 1
     */
    public DriftLevel level() {
        return drift.level();
    }

    /** What was expected and where that comes from, in words. */
    String inWords() {
        int days = drift.outcome().days();
        return switch (basis) {
            case FORETOLD -> "what it foretells of " + days + " days";
            case PAST_SHARE ->
                String.format(
                        Locale.ROOT,
                        "what it foretells of its horizon times %.3f, the share that the first %d days held of the last whole one",
                        share,
                        days);
            case PROPORTION ->
                String.format(
                        Locale.ROOT,
                        "what it foretells of its horizon times %.3f, the part that %d days are of it, which is somewhat too little",
                        share,
                        days);
        };
    }

    /** The basis, then the ratios. */
    @Override
    public String toString() {
        return "Early look at " + elapsedDays + " days, expected by " + inWords() + ". " + drift;
    }
}
