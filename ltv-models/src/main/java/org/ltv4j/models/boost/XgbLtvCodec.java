package org.ltv4j.models.boost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.io.ModelCodec;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.models.trees.TreeEnsemble;

/**
 * Saves a {@link XgbLtvModel}: what it foretells from which features, how it was trained, and its trees as XGBoost's own UBJ in base64
 * with a checksum of their own. On loading, trees are checked node by node in Java; no native code sees a file.
 */
public final class XgbLtvCodec implements ModelCodec<XgbLtvModel> {
    private static final int MOST = Integer.MAX_VALUE;

    /** Made by the service loader. */
    public XgbLtvCodec() {}

    @Override
    public String kind() {
        return XgbLtvModel.KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<XgbLtvModel> modelClass() {
        return XgbLtvModel.class;
    }

    @Override
    public void write(XgbLtvModel model, ModelWriter out) {
        List<String> categories = model.schema().names().stream()
                .filter(model.levels()::containsKey)
                .toList();
        out.object("outcome", model.outcome()::write)
                .object("schema", model.schema()::write)
                .objects(
                        "levels",
                        categories,
                        (name, o) -> o.text("feature", name)
                                .texts("names", model.levels().getOrDefault(name, List.of())))
                .object("options", o -> OptionsCodec.write(model.options(), o))
                .number("totalFactor", model.totalFactor())
                .optionalNumber("constant", model.constant())
                .object("report", o -> write(model.report(), o))
                .object("trees", o -> BoosterText.write(model.booster(), o));
    }

    @Override
    public XgbLtvModel read(ModelReader in, int version) {
        Map<String, List<String>> levels = new HashMap<>();
        in.objects("levels").forEach(o -> {
            if (levels.put(o.text("feature"), o.texts("names")) != null) {
                throw o.error("feature", "has its levels twice");
            }
        });
        byte[] booster = BoosterText.read(in.object("trees"));
        return new XgbLtvModel(
                Outcome.read(in.object("outcome")),
                FeatureSchema.read(in.object("schema")),
                levels,
                OptionsCodec.read(in.object("options")),
                in.number("totalFactor"),
                in.optionalNumber("constant"),
                booster,
                TreeEnsemble.of(booster),
                report(in.object("report")));
    }

    private static void write(BoostReport report, ModelWriter out) {
        out.integer("rows", report.rows())
                .integer("customers", report.customers())
                .integer("heldBack", report.heldBack())
                .integer("rounds", report.rounds())
                .text("lossName", report.lossName())
                .numbers(
                        "trainingLoss",
                        report.curve().stream().mapToDouble(RoundLoss::training).toArray())
                .numbers(
                        "validationLoss",
                        report.curve().stream()
                                .flatMapToDouble(loss -> loss.validation().stream())
                                .toArray())
                .texts("findings", report.findings())
                .provenance(report.provenance());
    }

    private static BoostReport report(ModelReader in) {
        double[] training = in.numbers("trainingLoss");
        double[] validation = in.numbers("validationLoss");
        if (training.length == 0 || validation.length != 0 && validation.length != training.length) {
            throw in.error("validationLoss", "need as many losses as rounds were tried, or none");
        }
        List<RoundLoss> curve = new ArrayList<>();
        for (int i = 0; i < training.length; i++) {
            curve.add(new RoundLoss(
                    training[i], validation.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(validation[i])));
        }
        return new BoostReport(
                in.integer("rows", 1, MOST),
                in.integer("customers", 1, MOST),
                in.integer("heldBack", 0, MOST),
                in.integer("rounds", 1, curve.size()),
                in.text("lossName"),
                curve,
                in.texts("findings"),
                in.provenance());
    }
}
