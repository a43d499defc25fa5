package org.ltv4j.examples.quickstart;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.clean.CleaningReport;
import org.ltv4j.core.clean.CleaningStep;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.Interval;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.core.model.ModelComparison;
import org.ltv4j.core.model.ParameterEstimate;
import org.ltv4j.core.model.Provenance;
import org.ltv4j.core.score.CustomerScores;
import org.ltv4j.core.table.DetectedFormat;

/** {@code summary.json}: what was read, learnt and found, without the clock: the same input and options, the same bytes. */
final class SummaryFile {
    private SummaryFile() {}

    /** The summary of a job that learnt something. */
    static String of(JobOptions options, Job.Outcome outcome, Learned learned) {
        Map<String, Object> root = start("ok", null);
        read(root, options, outcome.sales());
        root.put("scoring", scoring(options, learned));
        root.put("models", models(learned));
        root.put("holdout", learned.check().map(HoldoutCheck::asMap));
        root.put("holdoutAbsent", learned.check().isPresent() ? null : learned.withoutCheck());
        root.put("totals", totals(learned.scores()));
        outcome.comparison().ifPresent(compared -> root.put("comparison", ComparisonFile.asMap(compared)));
        outcome.together().ifPresent(together -> root.put("together", TogetherFile.asMap(together)));
        root.put("options", options.asUsed());
        return Json.print(root);
    }

    /** The summary of a job from whose sales nothing could be learnt. */
    static String of(JobOptions options, Job.Outcome outcome) {
        Map<String, Object> root = start("nothing-learnt", outcome.reason());
        read(root, options, outcome.sales());
        outcome.together().ifPresent(together -> root.put("together", TogetherFile.asMap(together)));
        root.put("options", options.asUsed());
        return Json.print(root);
    }

    private static Map<String, Object> start(String status, @Nullable String reason) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("status", status);
        root.put("reason", reason);
        root.put("library", Provenance.libraryVersion());
        return root;
    }

    private static void read(Map<String, Object> root, JobOptions options, Sales sales) {
        TransactionLog log = sales.cleaned().log();
        CleaningReport report = sales.cleaned().report();
        root.put("input", input(options, sales));
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put("read", report.rowsRead());
        rows.put("kept", report.rowsKept());
        rows.put("dropped", report.rowsDropped());
        rows.put("droppedByReason", report.droppedByStep());
        rows.put("rules", report.steps().stream().map(SummaryFile::step).toList());
        root.put("rows", rows);
        root.put("columns", ColumnLines.asMap(sales.profile()));
        root.put("customers", log.customers().size());
        root.put("firstDay", log.size() == 0 ? null : log.firstDay());
        root.put("lastDay", log.size() == 0 ? null : log.lastDay());
        root.put("currency", log.currency());
    }

    private static Map<String, Object> input(JobOptions options, Sales sales) {
        DetectedFormat format = sales.format();
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("name", sales.name());
        input.put("bundledSample", options.input().file().isEmpty());
        input.put("kind", format.source());
        input.put("charset", format.charset());
        input.put("gzip", format.gzip());
        input.put("delimiter", format.delimiter());
        input.put("decimal", format.decimal());
        input.put("dateFormat", format.dateFormat());
        Map<String, Object> columns = new LinkedHashMap<>();
        format.columns().forEach((role, name) -> columns.put(role.toString(), name));
        input.put("columns", columns);
        input.put("notes", format.notes());
        return input;
    }

    private static Map<String, Object> step(CleaningStep step) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", step.name());
        map.put("rule", step.rule());
        map.put("rowsAffected", step.rowsAffected());
        map.put("rowsDropped", step.rowsDropped());
        map.put("rowsChanged", step.rowsChanged());
        map.put("amountChange", step.amountChange());
        map.put("examples", step.examples().stream().map(Object::toString).toList());
        return map;
    }

    private static Map<String, Object> scoring(JobOptions options, Learned learned) {
        Optional<LocalDate> stated = options.model().calibrationEnd();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("asOf", learned.asOf());
        map.put("fittedOn", stated.isPresent() ? "the sales until the stated calibration end" : "all sales");
        map.put("horizon", options.model().horizon());
        map.put("annualDiscount", options.model().discount());
        map.put("margin", options.model().margin());
        String money = options.model().margin() == 1 ? "revenue" : "margin on revenue";
        map.put("value", learned.inMoney() ? money : "purchases");
        map.put("interval", learned.scores().scorer().interval());
        return map;
    }

    private static Map<String, Object> models(Learned learned) {
        Map<String, Object> models = new LinkedHashMap<>();
        models.put(learned.model().purchases().kind(), model(learned.model().purchases()));
        if (learned.inMoney()) {
            models.put(learned.model().spend().kind(), model(learned.model().spend()));
        }
        return models;
    }

    private static Map<String, Object> model(LtvModel model) {
        FitReport fit = model.fit().orElseThrow();
        Map<String, Object> map = new LinkedHashMap<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        fit.parameters().forEach(parameter -> parameters.put(parameter.name(), parameter(parameter)));
        map.put("parameters", parameters);
        map.put("logLikelihood", fit.logLikelihood());
        map.put("customers", fit.customers());
        map.put("distinctHistories", fit.distinctHistories());
        map.put("edge", fit.edge());
        map.put(
                "simplerModels",
                fit.comparisons().stream().map(SummaryFile::comparison).toList());
        map.put("findings", fit.findings());
        map.put("data", fit.provenance().data());
        return map;
    }

    private static Map<String, Object> parameter(ParameterEstimate parameter) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("value", parameter.value());
        map.put("standardError", parameter.standardError());
        map.put("lower95", parameter.interval95().map(Interval::lower));
        map.put("upper95", parameter.interval95().map(Interval::upper));
        return map;
    }

    private static Map<String, Object> comparison(ModelComparison comparison) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("model", comparison.model());
        map.put("parameters", comparison.parameters());
        map.put("logLikelihood", comparison.logLikelihood());
        map.put("shortfall", comparison.shortfall());
        return map;
    }

    private static Map<String, Object> totals(CustomerScores scores) {
        ValueShares shares = ValueShares.of(scores);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("customers", scores.size());
        map.put("repeatCustomers", shares.repeatCustomers());
        map.put("value", scores.totalValue());
        map.put("expectedTransactions", scores.totalExpectedTransactions());
        map.put("top20PercentCustomers", shares.topCustomers());
        map.put("top20PercentShareOfValue", shares.topShare());
        return map;
    }
}
