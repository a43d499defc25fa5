package org.ltv4j.core.io;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.Interval;
import org.ltv4j.core.model.ModelComparison;
import org.ltv4j.core.model.ParameterEstimate;
import org.ltv4j.core.model.Provenance;

/** The report of a fit as a part of a model document: the same for every kind of model. */
final class FitReports {
    private FitReports() {}

    static void write(FitReport report, ModelWriter out) {
        out.number("logLikelihood", report.logLikelihood())
                .integer("customers", report.customers())
                .integer("distinctHistories", report.distinctHistories())
                .objects("parameters", report.parameters(), FitReports::writeParameter);
        report.covariance().ifPresent(rows -> out.rows("covariance", rows));
        report.edge().ifPresent(edge -> out.text("edge", edge));
        out.objects("comparisons", report.comparisons(), FitReports::writeComparison)
                .texts("findings", report.findings())
                .integer("evaluations", report.evaluations())
                .number("gradientNorm", report.gradientNorm())
                .provenance(report.provenance());
    }

    static FitReport read(ModelReader in) {
        List<ParameterEstimate> parameters =
                in.objects("parameters").stream().map(FitReports::readParameter).toList();
        return new FitReport(
                in.number("logLikelihood"),
                in.integer("customers", 0, Integer.MAX_VALUE),
                in.integer("distinctHistories", 0, Integer.MAX_VALUE),
                parameters,
                in.has("covariance") ? Optional.of(square(in, parameters.size())) : Optional.empty(),
                in.has("edge") ? Optional.of(in.text("edge")) : Optional.empty(),
                in.objects("comparisons").stream()
                        .map(FitReports::readComparison)
                        .toList(),
                in.texts("findings"),
                in.integer("evaluations", 0, Integer.MAX_VALUE),
                in.number("gradientNorm", 0, Double.MAX_VALUE),
                in.provenance());
    }

    private static List<List<Double>> square(ModelReader in, int size) {
        List<List<Double>> rows = in.rows("covariance");
        if (rows.size() != size || rows.stream().anyMatch(row -> row.size() != size)) {
            throw in.error("covariance", "need " + size + " rows of " + size + " numbers, one per parameter");
        }
        return rows;
    }

    private static void writeParameter(ParameterEstimate parameter, ModelWriter out) {
        out.text("name", parameter.name())
                .numberOrInfinity("value", parameter.value())
                .optionalNumber("standardError", parameter.standardError());
        parameter
                .interval95()
                .ifPresent(interval -> out.object(
                        "interval95",
                        i -> i.numberOrInfinity("lower", interval.lower())
                                .numberOrInfinity("upper", interval.upper())));
    }

    private static ParameterEstimate readParameter(ModelReader in) {
        return new ParameterEstimate(
                in.text("name"),
                in.numberOrInfinity("value"),
                in.optionalNumber("standardError"),
                in.has("interval95") ? Optional.of(readInterval(in.object("interval95"))) : Optional.empty());
    }

    private static Interval readInterval(ModelReader in) {
        double lower = in.numberOrInfinity("lower");
        double upper = in.numberOrInfinity("upper");
        if (!(lower <= upper)) {
            throw in.error("lower", "need at most the upper end, got " + lower + " and " + upper);
        }
        return new Interval(lower, upper);
    }

    private static void writeComparison(ModelComparison comparison, ModelWriter out) {
        out.text("model", comparison.model())
                .integer("parameters", comparison.parameters())
                .numberOrInfinity("logLikelihood", comparison.logLikelihood())
                .numberOrInfinity("shortfall", comparison.shortfall());
    }

    private static ModelComparison readComparison(ModelReader in) {
        return new ModelComparison(
                in.text("model"),
                in.integer("parameters", 0, Integer.MAX_VALUE),
                in.numberOrInfinity("logLikelihood"),
                in.numberOrInfinity("shortfall"));
    }

    static void writeProvenance(Provenance provenance, ModelWriter out) {
        out.text("library", provenance.library())
                .object("data", o -> provenance.data().forEach(o::text))
                .object("options", o -> provenance.options().forEach(o::text));
    }

    static Provenance readProvenance(ModelReader in) {
        return new Provenance(in.text("library"), texts(in.object("data")), texts(in.object("options")));
    }

    private static Map<String, String> texts(ModelReader in) {
        Map<String, String> texts = new TreeMap<>();
        in.names().forEach(name -> texts.put(name, in.text(name)));
        return texts;
    }
}
