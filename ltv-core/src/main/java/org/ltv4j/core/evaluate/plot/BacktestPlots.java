package org.ltv4j.core.evaluate.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ltv4j.core.chart.ChartStyle;
import org.ltv4j.core.evaluate.backtest.BacktestTable;
import org.ltv4j.core.evaluate.backtest.Estimate;
import org.ltv4j.core.evaluate.backtest.JudgedPredictions;
import org.ltv4j.core.evaluate.backtest.Metric;
import org.ltv4j.core.evaluate.backtest.ModelResult;

/**
 * The plots of a backtest. Lines of several models are drawn into one plot where all of them were judged by the same customers;
 * residuals have a plot per model. Means and metrics beyond 1e300, as of a model whose predictions know no bounds, are left out. Immutable; the same table gives the same bytes.
 */
public final class BacktestPlots {
    private static final int USUAL = 4;
    private static final List<String> STYLES = List.of(
            ChartStyle.FIRST,
            ChartStyle.THIRD,
            ChartStyle.FOURTH,
            ChartStyle.FIFTH,
            ChartStyle.dashed(ChartStyle.FIRST),
            ChartStyle.dashed(ChartStyle.THIRD),
            ChartStyle.dashed(ChartStyle.FOURTH),
            ChartStyle.dashed(ChartStyle.FIFTH));

    private final BacktestTable table;
    private final String prefix;
    private final List<ModelResult> shown;

    private BacktestPlots(BacktestTable table, String prefix, List<ModelResult> shown) {
        this.table = table;
        this.prefix = prefix;
        this.shown = List.copyOf(shown);
    }

    /**
     * Plots of the best four models, by the root of the mean squared error or, of probabilities, the Brier score. Models that failed on a
     * date on which another predicted are left out: their lines would stand for other customers.
     *
     * @param table a backtest
     * @return its plots; of no model if all failed
     */
    public static BacktestPlots of(BacktestTable table) {
        Metric metric = main(table);
        int most = table.results().stream()
                .mapToInt(ModelResult::predictedCuts)
                .max()
                .orElse(0);
        List<ModelResult> shown = table.results().stream()
                .filter(result -> most > 0 && result.predictedCuts() == most)
                .sorted((a, b) -> Double.compare(value(a, metric), value(b, metric)))
                .limit(USUAL)
                .toList();
        String kind = table.outcome().kind().name().toLowerCase(Locale.ROOT);
        return new BacktestPlots(table, kind + "-" + table.outcome().days(), shown);
    }

    private static Metric main(BacktestTable table) {
        return table.outcome().isProbability() ? Metric.BRIER : Metric.RMSE;
    }

    private static double value(ModelResult result, Metric metric) {
        return Optional.ofNullable(result.metrics().get(metric))
                .map(Estimate::value)
                .orElse(Double.POSITIVE_INFINITY);
    }

    /**
     * Plots of chosen models.
     *
     * @param models one to eight names, in the order of the legend
     * @return the plots
     * @throws IllegalArgumentException if there is none or are more than eight, a name is unknown, or a model failed on a date on which
     *     another one predicted
     */
    public BacktestPlots withModels(List<String> models) {
        if (models.isEmpty() || models.size() > STYLES.size()) {
            throw new IllegalArgumentException(
                    "need 1 to " + STYLES.size() + " models, which colours can tell apart, got " + models.size());
        }
        List<ModelResult> chosen = models.stream().distinct().map(table::result).toList();
        int dates = chosen.get(0).predictedCuts();
        chosen.stream()
                .filter(result -> result.predictedCuts() == 0 || result.predictedCuts() != dates)
                .findFirst()
                .ifPresent(other -> {
                    throw new IllegalArgumentException("'" + other.name() + "' predicted on " + other.predictedCuts()
                            + " dates, '" + chosen.get(0).name() + "' on " + dates
                            + ": plot models together that predicted on the same dates, at least one");
                });
        return new BacktestPlots(table, prefix, chosen);
    }

    /**
     * Plots whose ids begin with something else, for a page that shows several backtests.
     *
     * @param newPrefix a letter first, then letters, digits and hyphens; the default is made from the outcome, such as {@code spend-90}
     * @return the plots
     */
    public BacktestPlots withIdPrefix(String newPrefix) {
        return new BacktestPlots(table, newPrefix, shown);
    }

    /**
     * Which models are shown.
     *
     * @return their names, in the order of the legend; empty if all failed
     */
    public List<String> models() {
        return shown.stream().map(ModelResult::name).toList();
    }

    /**
     * Share of the actual total that the customers with the highest predictions account for, beside chance and the choice with hindsight.
     *
     * @return the plot; empty if no model is shown or the actual total is not above 0
     */
    public Optional<Plot> lift() {
        return shown.isEmpty() ? Optional.empty() : Curves.lift(words("lift"), lines());
    }

    /**
     * Mean of what happened over mean of what was predicted, by tenth of the predictions: on the diagonal a model is right on average.
     *
     * @return the plot; empty if no model is shown or every model predicts the same for all
     */
    public Optional<Plot> calibration() {
        return Curves.calibration(words("calibration"), lines(), table.outcome().isProbability());
    }

    /**
     * Mean absolute error by tenth of each model's own predictions.
     *
     * @return the plot; empty if no model is shown, every model predicts the same for all, or these are probabilities, for which
     *     {@link #calibration()} says more
     */
    public Optional<Plot> errorsByDecile() {
        return table.outcome().isProbability() ? Optional.empty() : Curves.errors(words("errors"), lines());
    }

    /**
     * How far off the predictions of one model were: residuals, {@code actual - predicted}, by tenth of its predictions, with the median,
     * the middle half and the middle nine tenths of the customers. Above 0 are customers who did more than predicted.
     *
     * @param model one of {@link #models()}
     * @return the plot; empty for probabilities, whose residuals take two values only, and for predictions beyond 1e300
     * @throws IllegalArgumentException if it is not shown
     */
    public Optional<Plot> residuals(String model) {
        int place = models().indexOf(model);
        if (place < 0) {
            throw new IllegalArgumentException("no model that is called '" + model + "' is shown, but " + models()
                    + "; choose with withModels(..)");
        }
        return table.outcome().isProbability()
                ? Optional.empty()
                : Curves.residuals(words("residuals-" + (place + 1)), model, rows(shown.get(place)));
    }

    /**
     * One metric of all models with its intervals, the best first. The best is blue, models that were judged by other customers are dotted
     * grey. Intervals that overlap do not say that a difference is chance: models err on the same customers. That is what
     * {@link BacktestTable#compare} is for.
     *
     * @param metric which
     * @return the plot; empty if no model has it
     */
    public Optional<Plot> metric(Metric metric) {
        return MetricPlot.of(words(metric.name().toLowerCase(Locale.ROOT).replace('_', '-')), table, metric);
    }

    /**
     * All plots that there are.
     *
     * @return the main metric of all models, lift, calibration, errors by tenth and a plot of residuals per model; empty if no model is shown
     */
    public List<Plot> all() {
        List<Plot> all = new ArrayList<>();
        metric(main(table)).ifPresent(all::add);
        lift().ifPresent(all::add);
        calibration().ifPresent(all::add);
        errorsByDecile().ifPresent(all::add);
        models().forEach(model -> residuals(model).ifPresent(all::add));
        return all;
    }

    /**
     * One page with the table and all plots, for screens of any width.
     *
     * @return HTML that is also well-formed XML, loads nothing and runs no script
     */
    public String html() {
        return BacktestPage.of(table, this);
    }

    BacktestPlots forNarrowScreens() {
        return withIdPrefix(prefix + "-narrow");
    }

    private Words words(String plot) {
        return new Words(prefix + "-" + plot, table.outcome());
    }

    private List<Curves.Line> lines() {
        List<Curves.Line> lines = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            lines.add(new Curves.Line(shown.get(i).name(), STYLES.get(i), rows(shown.get(i))));
        }
        return lines;
    }

    private static JudgedPredictions rows(ModelResult result) {
        return result.judged().orElseThrow();
    }
}
