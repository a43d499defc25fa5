package org.ltv4j.examples.quickstart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ltv4j.core.evaluate.CalibrationBin;
import org.ltv4j.core.evaluate.ErrorGroup;
import org.ltv4j.core.evaluate.LiftPoint;
import org.ltv4j.core.evaluate.backtest.JudgedPredictions;
import org.ltv4j.core.evaluate.backtest.ModelResult;
import org.ltv4j.examples.report.Phrase;
import org.ltv4j.examples.report.SideBySide.Calibration;
import org.ltv4j.examples.report.SideBySide.Curve;
import org.ltv4j.examples.report.SideBySide.Residuals;
import org.ltv4j.examples.report.SideBySide.Spread;
import org.ltv4j.models.lineup.StandardModels;

/** The plots of a comparison of models: lift, calibration, errors by tenth and residuals. */
final class ComparisonCurves {
    private static final int LEAST_ROWS = 10;
    private static final List<String> STYLES = List.of("model", "second", "third");

    private final List<ModelResult> shown;
    private final Optional<ModelResult> best;

    private ComparisonCurves(List<ModelResult> shown, Optional<ModelResult> best) {
        this.shown = shown;
        this.best = best;
    }

    /** Of the model that scores the report, the best one and one or two of other kinds; all judged on the same rows. */
    static ComparisonCurves of(Standings standings) {
        Optional<ModelResult> best = standings
                .best(Verdict.headline(standings.table().outcome().isProbability()))
                .filter(result -> rows(result).size() >= LEAST_ROWS);
        if (best.isEmpty()) {
            return new ComparisonCurves(List.of(), best);
        }
        List<ModelResult> results = standings.table().results();
        List<ModelResult> shown = Stream.of(
                        StandardModels.PROBABILITY, best.get().name(), StandardModels.BOOSTED, StandardModels.FUSED)
                .distinct()
                .flatMap(name -> results.stream().filter(result -> result.name().equals(name)))
                .filter(result -> result.predictedCuts() == best.get().predictedCuts())
                .limit(STYLES.size())
                .toList();
        return new ComparisonCurves(shown, best);
    }

    private static JudgedPredictions rows(ModelResult result) {
        return result.judged().orElseThrow();
    }

    /** Share of the total by share of customers; the choice with hindsight first. Empty where the total is not above 0. */
    List<Curve> lift() {
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            List<LiftPoint> points = rows(shown.get(i)).evaluation().lift();
            if (points.isEmpty()) {
                return List.of();
            }
            if (i == 0) {
                curves.add(lift(Phrase.of("compare.hindsight"), "actual dashed", points, LiftPoint::best));
            }
            curves.add(lift(ModelNames.phrase(shown.get(i).name()), STYLES.get(i), points, LiftPoint::captured));
        }
        return curves;
    }

    private static Curve lift(Phrase name, String style, List<LiftPoint> points, Function<LiftPoint, Double> y) {
        return new Curve(
                name,
                style,
                Stream.concat(Stream.of(0.0), points.stream().map(LiftPoint::customerShare))
                        .toList(),
                Stream.concat(Stream.of(0.0), points.stream().map(y)).toList());
    }

    /** Predicted and actual means of the best model; empty where refunds make a mean negative. */
    Optional<Calibration> calibration() {
        return best.flatMap(result -> {
            List<CalibrationBin> bins = rows(result).evaluation().calibration();
            return bins.stream().anyMatch(bin -> bin.meanPredicted() < 0 || bin.meanActual() < 0)
                    ? Optional.empty()
                    : Optional.of(new Calibration(
                            ModelNames.phrase(result.name()),
                            bins.stream().map(CalibrationBin::meanPredicted).toList(),
                            bins.stream().map(CalibrationBin::meanActual).toList()));
        });
    }

    /** Mean absolute error by tenth of each model's own predictions, the lowest first. */
    List<Curve> errors() {
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            List<ErrorGroup> groups = rows(shown.get(i)).errorsByDecile();
            if (groups.size() < 2) {
                continue; // nearly all predictions are equal
            }
            curves.add(new Curve(
                    ModelNames.phrase(shown.get(i).name()),
                    STYLES.get(i),
                    Arrays.stream(ErrorGroup.middles(groups)).boxed().toList(),
                    groups.stream().map(ErrorGroup::meanAbsoluteError).toList()));
        }
        return curves;
    }

    /** What happened minus what the best model predicted, by tenth of its predictions. */
    Optional<Residuals> residuals() {
        return best.map(result -> {
            List<ErrorGroup> groups = rows(result).errorsByDecile();
            double[] ends = ErrorGroup.ends(groups);
            return new Residuals(
                    ModelNames.phrase(result.name()),
                    IntStream.range(0, ends.length)
                            .mapToObj(g -> new Spread(ends[g], groups.get(g).residuals()))
                            .toList());
        });
    }
}
