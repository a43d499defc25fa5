package org.ltv4j.models.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ltv4j.core.feature.transform.FittedPipeline;
import org.ltv4j.core.io.ModelCodec;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.core.outcome.Outcome;

/** Saves an {@link ElasticNetModel}: what it foretells, the preparation, the coefficients by name, the report. */
public final class ElasticNetCodec implements ModelCodec<ElasticNetModel> {
    private static final String LINEAR = "linear";
    private static final String LOGISTIC = "logistic";
    private static final String EXPONENTIAL = "exponential";
    private static final String CONSTANT = "constant";

    /** Made by the service loader. */
    public ElasticNetCodec() {}

    @Override
    public String kind() {
        return ElasticNetModel.KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<ElasticNetModel> modelClass() {
        return ElasticNetModel.class;
    }

    @Override
    public void write(ElasticNetModel model, ModelWriter out) {
        out.object("outcome", model.outcome()::write)
                .object("response", o -> write(model.response(), o))
                .number("level", model.level())
                .objects(
                        "coefficients",
                        model.coefficients(),
                        (c, o) -> o.text("feature", c.feature())
                                .number("value", c.value())
                                .number("centre", c.centre())
                                .number("scale", c.scale()))
                .model("preparation", model.preparation());
        model.report().ifPresent(report -> out.object("report", o -> write(report, o)));
    }

    @Override
    public ElasticNetModel read(ModelReader in, int version) {
        List<Coefficient> coefficients = in.objects("coefficients").stream()
                .map(o -> new Coefficient(o.text("feature"), o.number("value"), o.number("centre"), o.number("scale")))
                .toList();
        return new ElasticNetModel(
                Outcome.read(in.object("outcome")),
                in.model("preparation", FittedPipeline.class),
                response(in.object("response")),
                in.number("level"),
                coefficients,
                in.has("report") ? Optional.of(report(in.object("report"))) : Optional.empty());
    }

    private static void write(Response response, ModelWriter out) {
        if (response instanceof Response.Exponential e) {
            out.text("kind", EXPONENTIAL)
                    .number("factor", e.factor())
                    .number("low", e.low())
                    .number("high", e.high());
        } else if (response instanceof Response.Constant constant) {
            out.text("kind", CONSTANT).number("outcome", constant.outcome());
        } else {
            out.text("kind", response instanceof Response.Linear ? LINEAR : LOGISTIC);
        }
    }

    private static Response response(ModelReader in) {
        String kind = in.text("kind");
        return switch (kind) {
            case LINEAR -> new Response.Linear();
            case LOGISTIC -> new Response.Logistic();
            case EXPONENTIAL -> new Response.Exponential(in.number("factor"), in.number("low"), in.number("high"));
            case CONSTANT -> new Response.Constant(in.number("outcome"));
            default ->
                throw in.error(
                        "kind",
                        "need one of " + LINEAR + ", " + LOGISTIC + ", " + EXPONENTIAL + ", " + CONSTANT
                                + ", got another");
        };
    }

    private static void write(ElasticNetReport report, ModelWriter out) {
        out.integer("rows", report.rows())
                .integer("customers", report.customers())
                .number("lambda", report.lambda())
                .objects(
                        "path",
                        report.path(),
                        (point, o) -> o.number("lambda", point.lambda())
                                .number("loss", point.loss())
                                .number("standardError", point.standardError())
                                .integer("nonzero", point.nonzero()))
                .texts("findings", report.findings())
                .provenance(report.provenance());
    }

    private static ElasticNetReport report(ModelReader in) {
        List<PathPoint> path = new ArrayList<>();
        for (ModelReader point : in.objects("path")) {
            path.add(new PathPoint(
                    point.number("lambda"),
                    point.number("loss"),
                    point.number("standardError"),
                    point.integer("nonzero", 0, Design.MOST_COLUMNS)));
        }
        return new ElasticNetReport(
                in.integer("rows", 1, Integer.MAX_VALUE),
                in.integer("customers", 1, Integer.MAX_VALUE),
                in.number("lambda"),
                path,
                in.texts("findings"),
                in.provenance());
    }
}
