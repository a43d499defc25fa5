package org.ltv4j.examples.quickstart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ltv4j.core.evaluate.CalibrationBin;
import org.ltv4j.core.evaluate.ErrorGroup;
import org.ltv4j.core.evaluate.Evaluation;
import org.ltv4j.core.evaluate.LiftPoint;
import org.ltv4j.core.evaluate.backtest.BacktestTable;
import org.ltv4j.core.evaluate.backtest.CutResult;
import org.ltv4j.core.evaluate.backtest.Estimate;
import org.ltv4j.core.evaluate.backtest.JudgedPredictions;
import org.ltv4j.core.evaluate.backtest.Metric;
import org.ltv4j.core.evaluate.backtest.ModelResult;
import org.ltv4j.core.evaluate.backtest.PairedComparison;
import org.ltv4j.core.model.Interval;

/** The comparison of models in {@code summary.json}: all numbers, no customer, no time of a clock. */
final class ComparisonFile {
    private ComparisonFile() {}

    static Map<String, Object> asMap(Comparison comparison) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("absent", comparison.absent());
        map.put("horizon", comparison.horizon());
        map.put("refundsSettledForEachDate", comparison.refundsByDate());
        for (BacktestTable table : comparison.tables()) {
            map.put(table.outcome().kind().name().toLowerCase(Locale.ROOT), table(table));
        }
        return map;
    }

    private static Map<String, Object> table(BacktestTable table) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("dates", table.cuts());
        map.put("resamples", table.bootstrap().replicates());
        map.put("confidence", table.bootstrap().confidence());
        map.put("seed", table.bootstrap().seed());
        Map<String, Object> models = new LinkedHashMap<>();
        table.results().forEach(result -> models.put(result.name(), model(result)));
        map.put("models", models);
        Map<String, Object> best = new LinkedHashMap<>();
        Map<String, Object> behind = new LinkedHashMap<>();
        for (Metric metric : table.metrics()) {
            table.best(metric).ifPresent(winner -> best.put(name(metric), winner.name()));
            Map<String, Object> others = new LinkedHashMap<>();
            table.againstBest(metric).forEach(one -> others.put(one.first(), paired(one)));
            behind.put(name(metric), others);
        }
        map.put("best", best);
        map.put("againstBest", behind);
        return map;
    }

    private static Map<String, Object> model(ModelResult result) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("dates", result.predictedCuts());
        map.put(
                "failures",
                result.cuts().stream()
                        .filter(cut -> cut.failure().isPresent())
                        .map(ComparisonFile::failure)
                        .toList());
        Map<String, Object> metrics = new LinkedHashMap<>();
        result.metrics().forEach((metric, estimate) -> metrics.put(name(metric), estimate(estimate)));
        map.put("metrics", metrics);
        result.judged().ifPresent(rows -> curves(map, rows));
        return map;
    }

    private static Map<String, Object> failure(CutResult cut) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("date", cut.cut());
        map.put("reason", cut.problem());
        return map;
    }

    private static Map<String, Object> estimate(Estimate estimate) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("value", estimate.value());
        map.put("standardError", estimate.standardError());
        map.put("lower", estimate.interval().map(Interval::lower));
        map.put("upper", estimate.interval().map(Interval::upper));
        return map;
    }

    private static Map<String, Object> paired(PairedComparison one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("difference", one.difference());
        map.put("lower", one.interval().map(Interval::lower));
        map.put("upper", one.interval().map(Interval::upper));
        map.put("p", one.pValue());
        map.put("adjustedP", one.adjustedP());
        map.put("permutationP", one.permutationP());
        return map;
    }

    private static void curves(Map<String, Object> map, JudgedPredictions rows) {
        Evaluation evaluation = rows.evaluation();
        map.put("rows", rows.size());
        map.put("lift", evaluation.lift().stream().map(ComparisonFile::lift).toList());
        map.put(
                "calibration",
                evaluation.calibration().stream().map(ComparisonFile::bin).toList());
        map.put(
                "errorsByTenth",
                rows.errorsByDecile().stream().map(ComparisonFile::group).toList());
    }

    private static Map<String, Object> lift(LiftPoint point) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("customerShare", point.customerShare());
        map.put("captured", point.captured());
        map.put("best", point.best());
        return map;
    }

    private static Map<String, Object> bin(CalibrationBin bin) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("customers", bin.customers());
        map.put("meanPredicted", bin.meanPredicted());
        map.put("meanActual", bin.meanActual());
        return map;
    }

    private static Map<String, Object> group(ErrorGroup group) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("customers", group.customers());
        map.put("meanAbsoluteError", group.meanAbsoluteError());
        map.put("rootMeanSquaredError", group.rootMeanSquaredError());
        map.put("residualQuantiles", residuals(group));
        return map;
    }

    private static Map<String, Object> residuals(ErrorGroup group) {
        Map<String, Object> map = new LinkedHashMap<>();
        List<Double> at = ErrorGroup.PROBABILITIES;
        for (int i = 0; i < at.size(); i++) {
            map.put(
                    String.valueOf(Math.round(100 * at.get(i))),
                    group.residuals().get(i));
        }
        return map;
    }

    /** The name that the metric has elsewhere in the file. */
    static String name(Metric metric) {
        return switch (metric) {
            case MAE -> "meanAbsoluteError";
            case RMSE -> "rootMeanSquaredError";
            case BIAS_PERCENT -> "biasPercent";
            case SPEARMAN -> "spearman";
            case NORMALISED_GINI -> "normalisedGini";
            case TOP_DECILE_CAPTURE -> "topDecileCapture";
            case HIGH_VALUE_PRECISION -> "highValuePrecision";
            case HIGH_VALUE_RECALL -> "highValueRecall";
            case HIGH_VALUE_F1 -> "highValueF1";
            case HIGH_VALUE_ACCURACY -> "highValueAccuracy";
            case HIGH_VALUE_AUC -> "highValueAuc";
            case AUC -> "auc";
            case BRIER -> "brier";
            case LOG_LOSS -> "logLoss";
        };
    }
}
