package org.ltv4j.examples.quickstart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.ltv4j.core.data.CalibrationHoldout;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.evaluate.Evaluation;
import org.ltv4j.core.evaluate.FrequencyCalibration;
import org.ltv4j.core.evaluate.HoldoutEvaluation;
import org.ltv4j.core.evaluate.NamedEvaluation;
import org.ltv4j.core.evaluate.Tracking;
import org.ltv4j.core.model.ValueModel;
import org.ltv4j.examples.report.Phrase;
import org.ltv4j.examples.report.ReportData;
import org.ltv4j.examples.report.ReportData.Best;
import org.ltv4j.examples.report.ReportData.Check;
import org.ltv4j.examples.report.ReportData.Group;
import org.ltv4j.examples.report.ReportData.Metric;

/** Compares a model that was fitted on a calibration with what happened afterwards. */
final class HoldoutChecks {
    private static final double PERCENT = 100;

    /** A measure of the library and how the report shows it. */
    private record Measure(String key, Function<Evaluation, OptionalDouble> value, Best best, boolean percent) {}

    private static final List<Measure> MEASURES = List.of(
            new Measure("mae", e -> OptionalDouble.of(e.meanAbsoluteError()), Best.LOWEST, false),
            new Measure("rmse", e -> OptionalDouble.of(e.rootMeanSquaredError()), Best.LOWEST, false),
            new Measure("mape", e -> share(e.meanAbsolutePercentageError()), Best.LOWEST, true),
            new Measure("bias", e -> share(e.biasPercent()), Best.NEAREST_TO_ZERO, true),
            new Measure("spearman", Evaluation::spearman, Best.HIGHEST, false),
            new Measure("gini", Evaluation::normalisedGini, Best.HIGHEST, true),
            new Measure("top", Evaluation::topDecileCapture, Best.HIGHEST, true));

    private HoldoutChecks() {}

    static HoldoutCheck of(ValueModel model, TransactionLog log, CalibrationHoldout split, boolean stated) {
        HoldoutEvaluation judged = HoldoutEvaluation.of(model, split);
        FrequencyCalibration groups = FrequencyCalibration.of(model.purchases(), split.calibration(), split.holdout());
        Tracking tracking = Tracking.of(model.purchases(), log, split.calibrationEnd());
        Evaluation purchases = judged.transactions().get(0).evaluation();
        Check check = new Check(
                split.calibrationEnd(),
                log.lastDay(),
                stated,
                purchases.predictedTotal(),
                purchases.actualTotal(),
                groups.groups().stream().map(HoldoutChecks::group).toList(),
                columns(judged),
                metrics(judged.transactions()),
                metrics(judged.spend()));
        return new HoldoutCheck(check, tracking(log, tracking), asMap(judged, check, groups));
    }

    private static Group group(FrequencyCalibration.Group group) {
        String label = group.frequency() + (group.orMore() ? "+" : "");
        return new Group(label, group.customers(), group.meanActual(), group.meanExpected());
    }

    private static List<Phrase> columns(HoldoutEvaluation judged) {
        List<Phrase> columns = new ArrayList<>();
        for (NamedEvaluation one : judged.transactions()) {
            columns.add(
                    columns.isEmpty()
                            ? Phrase.of("column.model")
                            : Phrase.of("column." + one.name().replace(' ', '-')));
        }
        return columns;
    }

    private static List<Metric> metrics(List<NamedEvaluation> of) {
        List<Metric> metrics = new ArrayList<>();
        if (of.isEmpty()) {
            return metrics; // spend where amounts are not known
        }
        for (Measure measure : MEASURES) {
            List<OptionalDouble> values = of.stream()
                    .map(one -> measure.value.apply(one.evaluation()))
                    .toList();
            metrics.add(new Metric(Phrase.of("metric." + measure.key), values, measure.best, measure.percent));
        }
        return metrics;
    }

    private static OptionalDouble share(OptionalDouble percent) {
        return percent.isPresent() ? OptionalDouble.of(percent.getAsDouble() / PERCENT) : percent;
    }

    private static Optional<ReportData.Tracking> tracking(TransactionLog log, Tracking tracking) {
        if (tracking.weeks().size() < 2) {
            return Optional.empty();
        }
        LocalDate firstDay = log.firstDay();
        double cut = (tracking.calibrationEnd().toEpochDay() + 1 - firstDay.toEpochDay()) / TimeScale.WEEK.days();
        List<Double> weeks = new ArrayList<>(List.of(0.0));
        List<Double> actual = new ArrayList<>(List.of(0.0));
        List<Double> expected = new ArrayList<>(List.of(0.0));
        for (Tracking.Week week : tracking.weeks()) {
            weeks.add((double) week.number());
            actual.add((double) week.actual());
            expected.add(week.expected());
        }
        return Optional.of(new ReportData.Tracking(weeks, actual, expected, OptionalDouble.of(cut)));
    }

    private static Map<String, Object> asMap(HoldoutEvaluation judged, Check check, FrequencyCalibration groups) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("calibrationEnd", check.calibrationEnd());
        map.put("stated", check.stated());
        map.put("lastDay", check.holdoutEnd());
        map.put("length", judged.length());
        map.put("purchases", evaluations(judged.transactions()));
        map.put("spend", evaluations(judged.spend()));
        map.put(
                "byFrequency",
                groups.groups().stream().map(HoldoutChecks::asMap).toList());
        return map;
    }

    private static Map<String, Object> asMap(FrequencyCalibration.Group group) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("frequency", group.frequency());
        map.put("orMore", group.orMore());
        map.put("customers", group.customers());
        map.put("meanActual", group.meanActual());
        map.put("meanExpected", group.meanExpected());
        return map;
    }

    private static Map<String, Object> evaluations(List<NamedEvaluation> evaluations) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (NamedEvaluation one : evaluations) {
            Evaluation e = one.evaluation();
            Map<String, Object> measures = new LinkedHashMap<>();
            measures.put("predictedTotal", e.predictedTotal());
            measures.put("actualTotal", e.actualTotal());
            measures.put("biasPercent", e.biasPercent());
            measures.put("meanAbsoluteError", e.meanAbsoluteError());
            measures.put("rootMeanSquaredError", e.rootMeanSquaredError());
            measures.put("meanAbsolutePercentageError", e.meanAbsolutePercentageError());
            measures.put("customersLeftOutOfPercentage", e.zeros());
            measures.put("spearman", e.spearman());
            measures.put("normalisedGini", e.normalisedGini());
            measures.put("topDecileCapture", e.topDecileCapture());
            map.put(one.name(), measures);
        }
        return map;
    }
}
