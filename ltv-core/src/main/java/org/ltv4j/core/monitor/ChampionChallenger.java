package org.ltv4j.core.monitor;

import java.time.LocalDate;
import java.util.Optional;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.evaluate.backtest.JudgedPredictions;
import org.ltv4j.core.evaluate.backtest.Metric;
import org.ltv4j.core.evaluate.backtest.PairedComparison;
import org.ltv4j.core.evaluate.backtest.Resampled;
import org.ltv4j.core.model.Interval;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.Predictions;

/**
 * The model in use against one that would take its place, on the newest window whose outcome is known: the challenger is fitted on the
 * sales before the window and on nothing else, the champion must not have seen the window either, both foretell it, and what happened
 * decides.
 *
 * @param from the last day before the window
 * @param until the last day of the window
 * @param comparison challenger less champion, with interval and p value by resampled customers; empty where the metric does not exist
 * @param winner what follows
 */
public record ChampionChallenger(
        LocalDate from, LocalDate until, Optional<PairedComparison> comparison, Winner winner) {
    /** Who did better. */
    public enum Winner {
        /** The model in use, beyond chance. */
        CHAMPION,
        /** The other, beyond chance. */
        CHALLENGER,
        /** Neither beyond chance. */
        NEITHER
    }

    /**
     * A duel by the usual metric.
     *
     * @param champion the model in use
     * @param challenger fits the other
     * @param known the sales that are known now
     * @return who did better
     * @throws InvalidDataException if the champion knows a part of the window, which is over on {@link ModelInUse#judgedFrom()} at the
     *     earliest, or the sales before it are too short to fit the challenger
     */
    public static ChampionChallenger of(ModelInUse champion, OutcomeEstimator challenger, KnownSales known) {
        return of(champion, challenger, known, MonitoringOptions.defaults(), Parallelism.SEQUENTIAL);
    }

    /**
     * A duel. Costs a fit and two bootstraps.
     *
     * @param champion the model in use
     * @param challenger fits the other
     * @param known the sales that are known now
     * @param options metric and interval
     * @param parallelism threads for resamples; they cannot move a bit
     * @return who did better
     * @throws InvalidDataException if the champion knows a part of the window, or the sales before it are too short to fit the
     *     challenger
     */
    public static ChampionChallenger of(
            ModelInUse champion,
            OutcomeEstimator challenger,
            KnownSales known,
            MonitoringOptions options,
            Parallelism parallelism) {
        Outcome outcome = champion.model().outcome();
        LocalDate cut = known.asOf().minusDays(outcome.days());
        if (champion.knownUntil().isAfter(cut)) {
            throw new InvalidDataException("the newest window is " + cut.plusDays(1) + " to " + known.asOf() + ", but "
                    + champion.name() + " was fitted on sales until " + champion.knownUntil()
                    + ": a model can be judged only by what it has not seen, from " + champion.judgedFrom() + " on");
        }
        KnownSales then = known.until(cut);
        OutcomeModel rival = challenger.fit(then, outcome);
        double[] actual = outcome.of(known, then.customers(), cut);
        Resampled old = resampled(champion.model(), then, actual, options, parallelism);
        Resampled young = resampled(rival, then, actual, options, parallelism);
        Optional<PairedComparison> comparison = young.compare("challenger", old, "champion", options.metric(outcome));
        return new ChampionChallenger(
                cut,
                known.asOf(),
                comparison,
                comparison.map(ChampionChallenger::winner).orElse(Winner.NEITHER));
    }

    private static Resampled resampled(
            OutcomeModel model, KnownSales then, double[] actual, MonitoringOptions options, Parallelism parallelism) {
        Predictions predictions = model.predict(then);
        double[] predicted = predictions.values();
        JudgedPredictions judged = predictions.outcome().isProbability()
                ? JudgedPredictions.ofProbabilities(predicted, actual)
                : JudgedPredictions.ofAmounts(predicted, actual);
        return options.bootstrap().resample(judged, parallelism);
    }

    private static Winner winner(PairedComparison comparison) {
        Optional<Interval> interval = comparison.interval();
        if (interval.isEmpty() || interval.get().lower() <= 0 && interval.get().upper() >= 0) {
            return Winner.NEITHER;
        }
        boolean higher = interval.get().lower() > 0;
        return higher == (comparison.metric().goal() == Metric.Goal.HIGHEST) ? Winner.CHALLENGER : Winner.CHAMPION;
    }

    /** Such as {@code 2026-04-01 to 2026-06-29: NEITHER won. RMSE: challenger 1.706, champion 1.733, ...}. */
    @Override
    public String toString() {
        return from.plusDays(1) + " to " + until + ": " + winner + " did better beyond chance"
                + comparison.map(difference -> ". " + difference).orElse(": the metric does not exist here");
    }
}
