package org.ltv4j.core.evaluate.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ltv4j.core.evaluate.HighValue;
import org.ltv4j.core.internal.math.Holm;
import org.ltv4j.core.outcome.Outcome;

/** How several models did on the same past dates. Immutable. */
public final class BacktestTable {
    private final Backtest plan;
    private final List<LocalDate> cuts;
    private final List<ModelResult> results;
    private final List<Optional<Resampled>> pooled;

    BacktestTable(Backtest plan, List<LocalDate> cuts, List<ModelResult> results, List<Optional<Resampled>> pooled) {
        this.plan = plan;
        this.cuts = cuts;
        this.results = List.copyOf(results);
        this.pooled = List.copyOf(pooled);
    }

    /**
     * What was foretold.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return plan.outcome();
    }

    /**
     * How the intervals were made.
     *
     * @return the options
     */
    public Bootstrap bootstrap() {
        return plan.bootstrap();
    }

    /**
     * Who counted as high-value.
     *
     * @return the definition
     */
    public HighValue highValue() {
        return plan.highValue();
    }

    /**
     * The dates.
     *
     * @return the oldest first, at least one
     */
    public List<LocalDate> cuts() {
        return cuts;
    }

    /**
     * All models.
     *
     * @return in the order in which they were given
     */
    public List<ModelResult> results() {
        return results;
    }

    /**
     * One model.
     *
     * @param model its name
     * @return how it did
     * @throws IllegalArgumentException if there is no such model
     */
    public ModelResult result(String model) {
        return results.get(number(model));
    }

    private int number(String model) {
        return IntStream.range(0, results.size())
                .filter(i -> results.get(i).name().equals(model))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no model is called '" + model + "', there are "
                        + results.stream().map(ModelResult::name).toList()));
    }

    /**
     * Compares two models on all dates on which neither failed. Where one of them failed on some date the customers are resampled
     * again, which takes as long as it did for the table.
     *
     * @param first name of one model
     * @param second name of the other
     * @param metric by what
     * @return the difference with its interval and tests; empty where there is no such date or the metric does not exist
     * @throws IllegalArgumentException if there is no such model, or the outcome is not judged by that metric
     */
    public Optional<PairedComparison> compare(String first, String second, Metric metric) {
        int a = number(first);
        int b = number(second);
        List<Integer> common = IntStream.range(0, cuts.size())
                .filter(cut -> predicted(a, cut) && predicted(b, cut))
                .boxed()
                .toList();
        if (common.isEmpty()) {
            return Optional.empty();
        }
        return resampled(a, common).compare(first, resampled(b, common), second, metric);
    }

    /**
     * Compares two models on one date.
     *
     * @param first name of one model
     * @param second name of the other
     * @param metric by what
     * @param cut one of {@link #cuts()}
     * @return the difference with its interval and tests; empty where one of them failed or the metric does not exist
     * @throws IllegalArgumentException if there is no such model or date, or the outcome is not judged by that metric
     */
    public Optional<PairedComparison> compare(String first, String second, Metric metric, LocalDate cut) {
        int at = cuts.indexOf(cut);
        if (at < 0) {
            throw new IllegalArgumentException("no backtest was made on " + cut + ", but on " + cuts);
        }
        int a = number(first);
        int b = number(second);
        return predicted(a, at) && predicted(b, at)
                ? resampled(a, List.of(at)).compare(first, resampled(b, List.of(at)), second, metric)
                : Optional.empty();
    }

    private boolean predicted(int model, int cut) {
        return results.get(model).cuts().get(cut).judged().isPresent();
    }

    private Resampled resampled(int model, List<Integer> chosen) {
        if (chosen.size() == results.get(model).predictedCuts()) {
            return pooled.get(model).orElseThrow();
        }
        return plan.bootstrap()
                .resample(JudgedPredictions.stacked(chosen.stream()
                        .map(cut -> results.get(model).cuts().get(cut).judged().orElseThrow())
                        .toList()));
    }

    /**
     * The model with the best value on all dates together, among those that failed on the fewest.
     *
     * @param metric by what
     * @return its result; empty where the metric exists for none
     */
    public Optional<ModelResult> best(Metric metric) {
        int most = results.stream().mapToInt(ModelResult::predictedCuts).max().orElse(0);
        Optional<ModelResult> best = Optional.empty();
        double bestValue = Double.NaN;
        for (ModelResult result : results) {
            Estimate estimate = result.metrics().get(metric);
            if (estimate != null
                    && result.predictedCuts() == most
                    && (best.isEmpty() || metric.better(estimate.value(), bestValue))) {
                best = Optional.of(result);
                bestValue = estimate.value();
            }
        }
        return best;
    }

    /**
     * Compares every other model with the best one. P values are adjusted by Holm, so that among many models none seems worse by
     * chance alone; that the best was chosen on these same data they cannot tell.
     *
     * @param metric by what
     * @return a comparison per other model that has the metric, in the order of the models: the model first, the best second
     * @throws IllegalArgumentException if the outcome is not judged by that metric
     */
    public List<PairedComparison> againstBest(Metric metric) {
        Optional<ModelResult> best = best(metric);
        if (best.isEmpty()) {
            return List.of();
        }
        List<PairedComparison> all = new ArrayList<>();
        for (ModelResult result : results) {
            if (!result.name().equals(best.get().name())) {
                compare(result.name(), best.get().name(), metric).ifPresent(all::add);
            }
        }
        double[] adjusted = Holm.adjust(all.stream()
                .filter(one -> one.pValue().isPresent())
                .mapToDouble(one -> one.pValue().getAsDouble())
                .toArray());
        int next = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).pValue().isPresent()) {
                all.set(i, all.get(i).withAdjustedP(adjusted[next++]));
            }
        }
        return List.copyOf(all);
    }

    /**
     * The metrics that at least one model has.
     *
     * @return in the order of {@link Metric}
     */
    public List<Metric> metrics() {
        return results.stream()
                .flatMap(result -> result.metrics().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * A table for the console.
     *
     * @param columns which metrics
     * @return a line per model with all dates together, the best of each column marked; then what failed
     */
    public String text(List<Metric> columns) {
        return new TableText(this, columns).text();
    }

    /** The main metrics, a line per model; see {@link #text}. */
    @Override
    public String toString() {
        return text(metrics().stream()
                .filter(metric -> !metric.name().startsWith("HIGH_VALUE"))
                .toList());
    }
}
