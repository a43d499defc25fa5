package org.ltv4j.core.monitor;

import java.time.LocalDate;
import java.util.Optional;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.evaluate.backtest.PairedComparison;
import org.ltv4j.core.feature.Features;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.outcome.FeatureSource;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;

/**
 * Everything to be done for a model once a month, in one call: look at drift and calibration, let a new fit compete where that can be
 * judged, and return the model to use with the reason. The same sales, date, options and model give the same result on any number of
 * threads.
 *
 * @param estimator fits the model
 * @param outcome what it foretells
 * @param watched makes the features whose drift is looked at
 * @param options thresholds
 * @param policy when a new fit takes the place of the model in use
 */
public record MonthlyRefit(
        OutcomeEstimator estimator, Outcome outcome, FeatureSource watched, MonitoringOptions options, Policy policy) {
    /** When a new fit takes the place of the model in use. */
    public enum Policy {
        /** Where the advice is to refit and the duel, if there is one, was not lost. Scores do not move without a reason. */
        WHEN_ADVISED,
        /** Every time, unless the duel was lost. Always knows the newest sales. */
        UNLESS_WORSE
    }

    /**
     * With the usual thresholds, where advised. The features watched are those of the estimator, or recency, frequency and money where it
     * has none.
     *
     * @param estimator fits the model
     * @param outcome what it foretells
     * @return the job
     */
    public static MonthlyRefit of(OutcomeEstimator estimator, Outcome outcome) {
        return new MonthlyRefit(
                estimator, outcome, featuresOf(estimator), MonitoringOptions.defaults(), Policy.WHEN_ADVISED);
    }

    private static FeatureSource featuresOf(OutcomeEstimator estimator) {
        return estimator
                .features()
                .orElseGet(() -> FeatureSource.of(Features.asOf(LocalDate.EPOCH).rfm()));
    }

    /**
     * Watching other features.
     *
     * @param source makes them
     * @return a copy
     */
    public MonthlyRefit watching(FeatureSource source) {
        return new MonthlyRefit(estimator, outcome, source, options, policy);
    }

    /**
     * With other thresholds.
     *
     * @param newOptions thresholds
     * @return a copy
     */
    public MonthlyRefit withOptions(MonitoringOptions newOptions) {
        return new MonthlyRefit(estimator, outcome, watched, newOptions, policy);
    }

    /**
     * With another policy.
     *
     * @param newPolicy when a new fit takes the place of the model in use
     * @return a copy
     */
    public MonthlyRefit withPolicy(Policy newPolicy) {
        return new MonthlyRefit(estimator, outcome, watched, options, newPolicy);
    }

    /**
     * The first month.
     *
     * @param log all sales; rows after the date are not looked at
     * @param asOf the date
     * @return the first model
     * @throws InvalidDataException if nothing can be learnt from the sales
     */
    public Refit run(TransactionLog log, LocalDate asOf) {
        KnownSales known = KnownSales.until(log, asOf);
        return new Refit(
                fit(known), true, "First fit, on sales until " + asOf + ".", Optional.empty(), Optional.empty());
    }

    /**
     * Each later month, on the calling thread.
     *
     * @param log all sales; rows after the date are not looked at
     * @param asOf the date
     * @param current the model of the month before
     * @return the model to use now
     * @throws InvalidDataException if the model knows later sales or foretells something else, or nothing can be learnt from the sales
     */
    public Refit run(TransactionLog log, LocalDate asOf, ModelInUse current) {
        return run(log, asOf, current, Parallelism.SEQUENTIAL);
    }

    /**
     * Each later month. Where the model in use knows a part of the newest window, as after a refit within the last horizon, there is no
     * duel: a model cannot be judged by sales that it was fitted on.
     *
     * @param log all sales; rows after the date are not looked at
     * @param asOf the date
     * @param current the model of the month before
     * @param parallelism threads for resamples; they cannot move a bit
     * @return the model to use now
     * @throws InvalidDataException if the model knows later sales or foretells something else, or nothing can be learnt from the sales
     */
    public Refit run(TransactionLog log, LocalDate asOf, ModelInUse current, Parallelism parallelism) {
        if (!current.model().outcome().equals(outcome)) {
            throw new InvalidDataException("the model in use foretells "
                    + current.model().outcome() + ", the refit " + outcome + ": fit a first model of it");
        }
        KnownSales known = KnownSales.until(log, asOf);
        MonitoringReport report = Monitoring.check(current, known, options);
        Optional<ChampionChallenger> duel = asOf.isBefore(current.judgedFrom())
                ? Optional.empty()
                : Optional.of(ChampionChallenger.of(current, estimator, known, options, parallelism));
        RetrainAdvice advice =
                duel.map(fought -> report.advice().with(reason(fought))).orElse(report.advice());
        boolean lost = duel.isPresent() && duel.get().winner() == ChampionChallenger.Winner.CHAMPION;
        boolean wanted = policy == Policy.UNLESS_WORSE || advice.action() == RetrainAction.REFIT;
        boolean refit = wanted && !lost;
        return new Refit(
                refit ? fit(known) : current,
                refit,
                why(current, asOf, advice, duel, refit, lost),
                Optional.of(new MonitoringReport(report.drift(), report.calibration(), report.early(), advice)),
                duel);
    }

    private ModelInUse fit(KnownSales known) {
        return ModelInUse.of(
                estimator.name(),
                estimator.fit(known, outcome),
                watched,
                known,
                options.drift().bins());
    }

    private static RetrainReason reason(ChampionChallenger duel) {
        RetrainAction action =
                duel.winner() == ChampionChallenger.Winner.CHALLENGER ? RetrainAction.REFIT : RetrainAction.KEEP;
        return new RetrainReason(
                action,
                duel.comparison().map(PairedComparison::difference).orElse(0.0),
                0,
                "A new fit against the model in use, " + duel + ".");
    }

    private String why(
            ModelInUse current,
            LocalDate asOf,
            RetrainAdvice advice,
            Optional<ChampionChallenger> duel,
            boolean refit,
            boolean lost) {
        String start = refit
                ? "Fitted anew on sales until " + asOf + ". "
                : "The model of " + current.knownUntil() + " stays in use. ";
        String reason = lost
                ? "A new fit did worse on the newest window. "
                : policy == Policy.UNLESS_WORSE && advice.action() != RetrainAction.REFIT
                        ? "A new fit is wanted every time. "
                        : "";
        String noDuel = duel.isPresent()
                ? ""
                : " There was no duel: it knows a part of the newest window until " + current.judgedFrom() + ".";
        return start + reason + advice.reasons().get(0).text() + noDuel;
    }
}
