package org.ltv4j.core.evaluate.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.internal.math.Blocks;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.Predictions;

/** Runs a backtest: date by date, on each date model by model, then resamples model by model. */
final class BacktestRun {
    private final Backtest plan;
    private final Parallelism parallelism;
    private final ProgressListener listener;
    private final List<LocalDate> dates;
    private final Attempt[][] attempts;
    private final Map<String, Integer> vanished = new HashMap<>();
    private int done;

    BacktestRun(Backtest plan, Parallelism parallelism, ProgressListener listener) {
        this.plan = plan;
        this.parallelism = parallelism;
        this.listener = listener;
        this.dates = plan.cuts().of(plan.known(), plan.outcome());
        this.attempts = new Attempt[plan.models().size()][dates.size()];
    }

    /** What became of one model on one date. */
    private record Attempt(
            @Nullable JudgedPredictions judged,
            double fitSeconds,
            double predictSeconds,
            @Nullable Throwable failure) {}

    BacktestTable table() {
        for (int cut = 0; cut < dates.size(); cut++) {
            fitAll(cut);
        }
        List<ModelResult> results = new ArrayList<>();
        List<Optional<Resampled>> pooled = new ArrayList<>();
        done = 0;
        for (int m = 0; m < attempts.length; m++) {
            judge(m, results, pooled);
        }
        return new BacktestTable(plan, dates, results, pooled);
    }

    private void fitAll(int cut) {
        LocalDate date = dates.get(cut);
        KnownSales asItLooked =
                Objects.requireNonNull(plan.past().at(date), () -> "the past gave no sales, null, for " + date);
        KnownSales atCut = asItLooked.until(date);
        IdTable customers = atCut.customers();
        double[] actual = plan.outcome().of(asItLooked, customers, date);
        int[] numbers = numbers(customers);
        checkSameShop(numbers, date);
        try (Blocks blocks = new Blocks(parallelism.threads())) {
            blocks.run(plan.models().size(), m -> {
                Blocks.failIfInterrupted();
                attempts[m][cut] = attempt(plan.models().get(m), atCut, actual, numbers);
                tell("fitting", (long) attempts.length * dates.size());
            });
        }
    }

    /** Whose rows these are, the same numbers on all dates; customers of a date who are not known now get numbers of their own. */
    private int[] numbers(IdTable customers) {
        IdTable now = plan.known().customers();
        int[] numbers = new int[customers.size()];
        for (int i = 0; i < numbers.length; i++) {
            int number = now.indexOf(customers, i);
            numbers[i] = number >= 0
                    ? number
                    : vanished.computeIfAbsent(customers.id(i), id -> now.size() + vanished.size());
        }
        return numbers;
    }

    /** Customers of a past may be gone from today's sales, as where all of their sales were taken back; most cannot. */
    private void checkSameShop(int[] numbers, LocalDate date) {
        int today = plan.known().customers().size();
        long gone = IntStream.of(numbers).filter(number -> number >= today).count();
        if (2 * gone > numbers.length) {
            throw new InvalidDataException("the sales as they looked on " + date + " have " + numbers.length
                    + " customers, " + gone
                    + " of whom are not among those known now: the past must be that of the same"
                    + " shop, with the same ids of customers");
        }
    }

    private synchronized void tell(String phase, long total) {
        listener.progress(phase, ++done, total);
    }

    private Attempt attempt(OutcomeEstimator estimator, KnownSales atCut, double[] actual, int[] numbers) {
        long start = System.nanoTime();
        double fitSeconds = -1;
        try {
            OutcomeModel model = estimator.fit(atCut, plan.outcome());
            fitSeconds = seconds(start);
            start = System.nanoTime();
            Predictions predictions = model.predict(atCut).forCustomers(atCut.customers());
            double predictSeconds = seconds(start);
            check(predictions);
            return new Attempt(judged(predictions.values(), actual, numbers), fitSeconds, predictSeconds, null);
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (RuntimeException | LinkageError problem) { // a missing native library is a LinkageError
            boolean fitted = fitSeconds >= 0;
            return new Attempt(null, fitted ? fitSeconds : seconds(start), fitted ? seconds(start) : 0, problem);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private void check(Predictions predictions) {
        Outcome said = predictions.outcome();
        if (!said.equals(plan.outcome())) {
            throw new InvalidDataException(
                    "predictions of " + said + " came where " + plan.outcome() + " was asked for");
        }
    }

    private JudgedPredictions judged(double[] predicted, double[] actual, int[] numbers) {
        return plan.outcome().isProbability()
                ? JudgedPredictions.ofProbabilities(predicted, actual).withCustomers(numbers)
                : JudgedPredictions.ofAmounts(predicted, actual)
                        .withCustomers(numbers)
                        .withHighValue(plan.highValue());
    }

    private void judge(int m, List<ModelResult> results, List<Optional<Resampled>> pooled) {
        List<CutResult> cuts = new ArrayList<>();
        List<JudgedPredictions> parts = new ArrayList<>();
        Optional<Resampled> last = Optional.empty();
        for (int cut = 0; cut < dates.size(); cut++) {
            Attempt attempt = attempts[m][cut];
            Optional<JudgedPredictions> judged = Optional.ofNullable(attempt.judged);
            Optional<Resampled> resampled = judged.map(rows -> plan.bootstrap().resample(rows, parallelism));
            judged.ifPresent(parts::add);
            last = resampled.isPresent() ? resampled : last;
            cuts.add(new CutResult(
                    dates.get(cut),
                    judged,
                    resampled.map(Resampled::estimates).orElse(Map.of()),
                    attempt.fitSeconds,
                    attempt.predictSeconds,
                    Optional.ofNullable(attempt.failure)));
            tell("resampling", (long) attempts.length * dates.size());
        }
        Optional<Resampled> all = parts.size() < 2
                ? last
                : Optional.of(plan.bootstrap().resample(JudgedPredictions.stacked(parts), parallelism));
        pooled.add(all);
        results.add(new ModelResult(
                plan.models().get(m).name(),
                cuts,
                all.map(Resampled::rows),
                all.map(Resampled::estimates).orElse(Map.of())));
    }
}
