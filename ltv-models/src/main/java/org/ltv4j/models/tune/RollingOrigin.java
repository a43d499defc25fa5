package org.ltv4j.models.tune;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.ltv4j.core.evaluate.Evaluation;
import org.ltv4j.core.model.InsufficientDataException;
import org.ltv4j.core.outcome.CutDates;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.Predictions;

/**
 * Judges settings by what they would have foretold on several dates of the past. On each date a model is fitted on what was known
 * by then and on nothing else, and its predictions are compared with what followed. Immutable.
 *
 * <pre>{@code
 * RollingOrigin past = RollingOrigin.of(known, Outcome.spend(Horizon.parse("90d")), CutDates.upTo(4).every(30).afterHistoryOf(270));
 * TuningResult result = Tuner.bayesian(space, 42).trials(60).minimise(
 *     past.loss(settings -> estimatorOf(settings), Evaluation::rootMeanSquaredError));
 * }</pre>
 *
 * <p>A model that learns from outcomes needs dates of its own before each of these: leave it a history of two horizons at least.
 */
public final class RollingOrigin {
    private final Outcome outcome;
    private final List<Past> pasts;

    /** What was known on a date, and what followed for each customer. */
    private record Past(KnownSales known, double[] actual) {}

    private RollingOrigin(Outcome outcome, List<Past> pasts) {
        this.outcome = outcome;
        this.pasts = pasts;
    }

    /**
     * Looks up what followed on each date.
     *
     * @param known the sales that are known
     * @param outcome what is foretold
     * @param dates on which; all of them are needed
     * @return the dates with what was known and what followed
     * @throws org.ltv4j.core.data.InvalidDataException if the sales lack what the outcome needs; as an {@link
     *     InsufficientDataException} if there are fewer dates than asked for
     */
    public static RollingOrigin of(KnownSales known, Outcome outcome, CutDates dates) {
        List<LocalDate> found = dates.of(known, outcome);
        if (found.size() < dates.count()) {
            throw new InsufficientDataException(dates.count() + " dates are asked for, but sales from "
                    + known.log().firstDay() + " to " + known.asOf() + " have only " + found.size()
                    + " with enough history before and " + outcome.days()
                    + " days after: take fewer or closer dates, or a shorter history or horizon");
        }
        List<Past> pasts = new ArrayList<>();
        for (LocalDate date : found) {
            KnownSales then = known.until(date);
            pasts.add(new Past(then, outcome.of(known, then.customers(), date)));
        }
        return new RollingOrigin(outcome, pasts);
    }

    /**
     * The dates, oldest first.
     *
     * @return last days of what a model may know
     */
    public List<LocalDate> dates() {
        return pasts.stream().map(past -> past.known().asOf()).toList();
    }

    /**
     * The mean of an error over the dates, reported date by date.
     *
     * @param candidate makes the estimator of settings
     * @param error the lower, the better, such as {@code Evaluation::rootMeanSquaredError}
     * @return an objective for {@link Tuner#minimise}
     */
    public ToDoubleFunction<Trial> loss(
            Function<Settings, ? extends OutcomeEstimator> candidate, ToDoubleFunction<Evaluation> error) {
        return loss(candidate, (predicted, actual) -> error.applyAsDouble(Evaluation.of(predicted, actual)));
    }

    /**
     * The mean loss over the dates, reported date by date.
     *
     * @param candidate makes the estimator of settings
     * @param loss of predictions and what followed, the lower, the better; both have a value per customer
     * @return an objective for {@link Tuner#minimise}
     */
    public ToDoubleFunction<Trial> loss(
            Function<Settings, ? extends OutcomeEstimator> candidate, ToDoubleBiFunction<double[], double[]> loss) {
        return trial -> {
            OutcomeEstimator estimator = candidate.apply(trial.settings());
            return trial.meanOf(pasts, past -> {
                Predictions predicted = estimator.fit(past.known(), outcome).predict(past.known());
                return loss.applyAsDouble(predicted.values(), past.actual().clone());
            });
        };
    }

    /** What is foretold and when. */
    @Override
    public String toString() {
        return outcome + " as of " + dates();
    }
}
