package org.ltv4j.core.monitor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ltv4j.core.io.JsonDocuments;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.core.model.Interval;

/**
 * Findings as JSON, for other programs to read. Dates are ISO 8601, shares are from 0 to 1, levels and actions are the names of their
 * enums; what does not exist or is not finite is left out.
 */
final class MonitorJson {
    private static final int VERSION = 1;

    private MonitorJson() {}

    static String of(String format, Consumer<ModelWriter> content) {
        return JsonDocuments.of(out -> {
            out.text("format", format).integer("formatVersion", VERSION);
            content.accept(out);
        });
    }

    static void refit(Refit refit, ModelWriter out) {
        out.flag("refitted", refit.refitted())
                .text("model", refit.model().name())
                .text("knownUntil", refit.model().knownUntil().toString())
                .text("why", refit.why());
        refit.monitoring().ifPresent(report -> out.object("monitoring", inner -> report(report, inner)));
        refit.duel().ifPresent(duel -> out.object("duel", inner -> duel(duel, inner)));
    }

    private static void duel(ChampionChallenger duel, ModelWriter out) {
        out.text("from", duel.from().toString())
                .text("until", duel.until().toString())
                .choice("winner", duel.winner());
        duel.comparison().ifPresent(one -> {
            out.choice("metric", one.metric()).optionalNumber("challengerLessChampion", finite(one.difference()));
            finite(one.interval()).ifPresent(ends -> interval(ends, out));
        });
    }

    static void report(MonitoringReport report, ModelWriter out) {
        out.object("advice", inner -> advice(report.advice(), inner))
                .object("drift", inner -> drift(report.drift(), inner));
        report.calibration().ifPresent(ratios -> out.object("calibration", inner -> calibration(ratios, inner)));
        report.early().ifPresent(look -> out.object("early", inner -> early(look, inner)));
    }

    static void advice(RetrainAdvice advice, ModelWriter out) {
        out.text("asOf", advice.asOf().toString())
                .choice("action", advice.action())
                .objects(
                        "reasons",
                        advice.reasons(),
                        (reason, one) -> one.choice("action", reason.action())
                                .optionalNumber("figure", finite(reason.figure()))
                                .number("threshold", reason.threshold())
                                .text("text", reason.text()));
    }

    static void drift(DriftReport report, ModelWriter out) {
        out.text("then", report.then().toString())
                .text("now", report.now().toString())
                .integer("customersThen", report.score().rowsThen())
                .integer("customersNow", report.score().rowsNow())
                .object("score", one -> column(report.score(), one))
                .objects("features", report.features(), MonitorJson::column);
    }

    private static void column(ColumnDrift column, ModelWriter out) {
        out.text("name", column.name())
                .number("psi", column.psi())
                .number("expectedByChance", column.expectedByChance())
                .number("adjustedP", column.adjustedP())
                .choice("level", column.level())
                .flag("gap", column.isGap())
                .objects(
                        "bins",
                        column.bins(),
                        (bin, one) -> one.text("label", bin.label())
                                .integer("then", bin.then())
                                .integer("now", bin.now()));
    }

    private static void early(EarlyCalibration look, ModelWriter out) {
        out.integer("elapsedDays", look.elapsedDays())
                .choice("basis", look.basis())
                .number("share", look.share())
                .object("calibration", inner -> calibration(look.drift(), inner));
    }

    private static void calibration(CalibrationDrift drift, ModelWriter out) {
        out.text("asOf", drift.asOf().toString())
                .object("outcome", drift.outcome()::write)
                .object("overall", one -> ratio(drift.overall(), drift.level(), one));
        List<Integer> tenths = IntStream.range(0, drift.tenths().size()).boxed().toList();
        out.objects("tenths", tenths, (tenth, one) -> ratio(drift.tenths().get(tenth), drift.level(tenth), one));
    }

    private static void ratio(CalibrationRatio ratio, DriftLevel level, ModelWriter out) {
        out.integer("customers", ratio.customers())
                .optionalNumber("expected", finite(ratio.expected()))
                .optionalNumber("actual", finite(ratio.actual()))
                .optionalNumber("ratio", finite(ratio.ratio().orElse(Double.NaN)));
        finite(ratio.interval()).ifPresent(ends -> interval(ends, out));
        out.choice("level", level);
    }

    /** Sums of predictions without bounds overflow; JSON has no word for that. */
    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static Optional<Interval> finite(Optional<Interval> ends) {
        return ends.filter(both -> Double.isFinite(both.lower()) && Double.isFinite(both.upper()));
    }

    private static void interval(Interval ends, ModelWriter out) {
        out.number("lower", ends.lower()).number("upper", ends.upper());
    }
}
