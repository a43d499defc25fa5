package org.ltv4j.core.evaluate.backtest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ltv4j.core.evaluate.HighValue;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.core.outcome.CutDates;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.PastSales;

/**
 * A comparison of models on past dates (rolling origin). On each date every model is fitted on the sales known by then and on nothing
 * else, foretells every customer known by then, and is judged by what happened in the horizon after it.
 *
 * @param known all sales; outcomes reach to their last known day at most
 * @param past how the sales looked on each date; by default, the rows of {@code known} up to it
 * @param outcome what is foretold
 * @param models what is compared, each with a name of its own, at least one
 * @param cuts which dates. Models that learn from outcomes need a date of their own before each of these, so two horizons of history
 *     or more: on earlier dates they fail, and are recorded as having failed
 * @param bootstrap how intervals are made
 * @param highValue who is high-value, for the metrics of classification; its threshold is found on each date anew
 */
public record Backtest(
        KnownSales known,
        PastSales past,
        Outcome outcome,
        List<OutcomeEstimator> models,
        CutDates cuts,
        Bootstrap bootstrap,
        HighValue highValue) {
    /**
     * Checks the models.
     *
     * @param known all sales; outcomes reach to their last known day at most
     * @param past how the sales looked on each date
     * @param outcome what is foretold
     * @param models what is compared, each with a name of its own, at least one
     * @param cuts which dates
     * @param bootstrap how intervals are made
     * @param highValue who is high-value
     */
    public Backtest {
        models = List.copyOf(models);
        if (models.isEmpty()) {
            throw new IllegalArgumentException("a backtest needs at least one model");
        }
        Set<String> names = new HashSet<>();
        for (OutcomeEstimator model : models) {
            if (!names.add(model.name())) {
                throw new IllegalArgumentException(
                        "two models are called '" + model.name() + "': give each its own name");
            }
        }
    }

    /**
     * A comparison on the newest date alone, with 1000 resamples and high-value customers above 150 % of the mean.
     *
     * @param known all sales
     * @param outcome what is foretold
     * @param models what is compared, at least one
     * @return the plan of it; nothing is run yet
     */
    public static Backtest of(KnownSales known, Outcome outcome, List<? extends OutcomeEstimator> models) {
        return new Backtest(
                known,
                date -> known,
                outcome,
                List.copyOf(models),
                CutDates.newest(),
                Bootstrap.of(1000, 1),
                HighValue.DEFAULT);
    }

    /**
     * With sales that looked different on each date, as where refunds are taken off their purchases. Which dates there are is still found
     * from the sales that are known now.
     *
     * @param newPast how they looked; called once per date. Sales that are mostly of customers who are not among those known now are
     *     refused when the comparison is run
     * @return a copy
     */
    public Backtest withPast(PastSales newPast) {
        return new Backtest(known, newPast, outcome, models, cuts, bootstrap, highValue);
    }

    /**
     * On other dates.
     *
     * @param newCuts which
     * @return a copy
     */
    public Backtest withCuts(CutDates newCuts) {
        return new Backtest(known, past, outcome, models, newCuts, bootstrap, highValue);
    }

    /**
     * With other intervals.
     *
     * @param newBootstrap how they are made
     * @return a copy
     */
    public Backtest withBootstrap(Bootstrap newBootstrap) {
        return new Backtest(known, past, outcome, models, cuts, newBootstrap, highValue);
    }

    /**
     * With other high-value customers.
     *
     * @param newHighValue who they are
     * @return a copy
     */
    public Backtest withHighValue(HighValue newHighValue) {
        return new Backtest(known, past, outcome, models, cuts, bootstrap, newHighValue);
    }

    /**
     * Runs on the calling thread.
     *
     * @return the table
     */
    public BacktestTable run() {
        return run(Parallelism.SEQUENTIAL, ProgressListener.NONE);
    }

    /**
     * Fits, predicts and judges. A model that throws, because it finds too few data or lacks a library, is recorded with what it threw
     * and does not stop the others.
     *
     * @param parallelism threads, for several models at a time and for resamples. They cannot move a bit of the metrics; times of fits
     *     are those of an undisturbed model where there is one thread
     * @param listener hears of fits and of resamples, from one thread at a time
     * @return the table
     * @throws org.ltv4j.core.data.InvalidDataException if the sales are too short for a single date or lack what the outcome needs
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted, or a model says that it was
     */
    public BacktestTable run(Parallelism parallelism, ProgressListener listener) {
        return new BacktestRun(this, parallelism, listener).table();
    }
}
