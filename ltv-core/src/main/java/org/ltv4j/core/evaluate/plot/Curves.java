package org.ltv4j.core.evaluate.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.ltv4j.core.chart.BoxChart;
import org.ltv4j.core.chart.ChartStyle;
import org.ltv4j.core.chart.Labels;
import org.ltv4j.core.chart.LineChart;
import org.ltv4j.core.evaluate.CalibrationBin;
import org.ltv4j.core.evaluate.ErrorGroup;
import org.ltv4j.core.evaluate.LiftPoint;
import org.ltv4j.core.evaluate.backtest.JudgedPredictions;

/** From predictions beside what happened to the lines and boxes of the plots. */
final class Curves {
    private static final BoxChart.Names NAMES =
            new BoxChart.Names("median", "half of the customers", "90 % of the customers");

    /** Values above it would overflow along an axis. */
    static final double LARGEST = 1e300;

    /** A model: its name and style in the legend and its predictions. */
    record Line(String name, String style, JudgedPredictions rows) {}

    private Curves() {}

    static Optional<Plot> lift(Words words, List<Line> lines) {
        LineChart chart = LineChart.of(words.text(
                "Lift",
                "Share of the " + words.total() + words.ahead()
                        + " found among the customers with the highest predictions, by model",
                "share of the customers, highest predictions first",
                "share of the " + words.total()));
        List<LiftPoint> points = List.of();
        for (Line line : lines) {
            points = line.rows.evaluation().lift();
            if (points.isEmpty()) {
                return Optional.empty();
            }
            chart = chart.line(
                    line.name,
                    line.style,
                    fromZero(points, LiftPoint::customerShare),
                    fromZero(points, LiftPoint::captured));
        }
        chart = chart.line(
                "with hindsight",
                ChartStyle.dashed(ChartStyle.SECOND),
                fromZero(points, LiftPoint::customerShare),
                fromZero(points, LiftPoint::best));
        chart = chart.line("by chance", ChartStyle.REFERENCE, new double[] {0, 1}, new double[] {0, 1});
        return Optional.of(new Plot(chart, Labels.PERCENT));
    }

    private static double[] fromZero(List<LiftPoint> points, ToDoubleFunction<LiftPoint> of) {
        double[] values = new double[points.size() + 1];
        for (int i = 0; i < points.size(); i++) {
            values[i + 1] = of.applyAsDouble(points.get(i));
        }
        return values;
    }

    static Optional<Plot> calibration(Words words, List<Line> lines, boolean shares) {
        LineChart chart = LineChart.of(words.text(
                        "Calibration",
                        words.actual() + words.ahead() + " over the " + words.predicted()
                                + ", by tenth of the predictions and model",
                        words.predicted(),
                        words.actual()))
                .withDots();
        double low = 0;
        double high = 0;
        for (Line line : lines) {
            List<CalibrationBin> bins = line.rows.evaluation().calibration();
            double[] predicted =
                    bins.stream().mapToDouble(CalibrationBin::meanPredicted).toArray();
            double[] actual =
                    bins.stream().mapToDouble(CalibrationBin::meanActual).toArray();
            if (bins.size() > 1 && predicted[0] < predicted[predicted.length - 1] && finite(predicted, actual)) {
                low = Math.min(low, predicted[0]);
                high = Math.max(high, predicted[predicted.length - 1]);
                chart = chart.line(line.name, line.style, predicted, actual);
            }
        }
        if (low == high) {
            return Optional.empty();
        }
        double[] ends = {low, high};
        return Optional.of(new Plot(
                chart.line("right on average", ChartStyle.REFERENCE, ends, ends),
                shares ? Labels.PERCENT : Labels.PLAIN));
    }

    static Optional<Plot> errors(Words words, List<Line> lines) {
        LineChart chart = LineChart.of(words.text(
                        "Error by tenth",
                        "Mean absolute error of the " + words.total() + words.ahead()
                                + " by tenth of each model's own predictions",
                        "share of the customers, lowest predictions first",
                        "mean absolute error per customer"))
                .withDots();
        boolean any = false;
        for (Line line : lines) {
            List<ErrorGroup> groups = line.rows.errorsByDecile();
            double[] means =
                    groups.stream().mapToDouble(ErrorGroup::meanAbsoluteError).toArray();
            if (groups.size() > 1 && finite(means)) {
                any = true;
                chart = chart.line(line.name, line.style, ErrorGroup.middles(groups), means);
            }
        }
        return any ? Optional.of(new Plot(chart, new Labels(Labels::percent, Labels::plain))) : Optional.empty();
    }

    /** Whether an axis can hold these and the span between them: predictions without bounds have means that it cannot. */
    private static boolean finite(double[]... values) {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).allMatch(value -> Math.abs(value) <= LARGEST);
    }

    static Optional<Plot> residuals(Words words, String model, JudgedPredictions rows) {
        List<ErrorGroup> groups = rows.errorsByDecile();
        double[][] quantiles = groups.stream()
                .map(group -> group.residuals().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .toArray(double[][]::new);
        if (!finite(quantiles)) {
            return Optional.empty();
        }
        double[] ends = ErrorGroup.ends(groups);
        BoxChart chart = BoxChart.of(
                words.text(
                        "Residuals of " + model,
                        "Actual minus predicted " + words.total() + words.ahead() + " by tenth of the predictions of "
                                + model + ": median, middle half and middle nine tenths of the customers",
                        "% of the customers, lowest predictions first",
                        "actual minus predicted " + words.total()),
                NAMES,
                ChartStyle.FIRST);
        for (int g = 0; g < ends.length; g++) {
            chart = chart.box(Labels.percent(ends[g]).replace("%", ""), quantiles[g]);
        }
        return Optional.of(new Plot(chart, Labels.PLAIN));
    }
}
