package org.ltv4j.core.feature.transform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.io.ModelCodec;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/**
 * Saves a {@link FittedPipeline}: the schema it takes, the levels of its categories, its steps with a kind and a version each,
 * and the fingerprint of the schema it gives, which must come out again when it is read.
 */
public final class FittedPipelineCodec implements ModelCodec<FittedPipeline> {
    private static final int STEP_VERSION = 1;

    /** Made by the service loader. */
    public FittedPipelineCodec() {}

    @Override
    public String kind() {
        return FittedPipeline.KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<FittedPipeline> modelClass() {
        return FittedPipeline.class;
    }

    @Override
    public String module() {
        return "ltv-core";
    }

    @Override
    public void write(FittedPipeline model, ModelWriter out) {
        out.object("input", schema -> model.input().write(schema));
        List<String> categories = model.input().names().stream()
                .filter(model.levels()::containsKey)
                .toList();
        out.objects(
                "levels",
                categories,
                (name, one) ->
                        one.text("feature", name).texts("levels", model.levels().getOrDefault(name, List.of())));
        out.objects("steps", model.code(), (step, one) -> {
            one.text("step", step.kind()).integer("version", STEP_VERSION);
            step.write(one);
        });
        out.text("output", model.output().fingerprint());
    }

    @Override
    public FittedPipeline read(ModelReader in, int version) {
        FeatureSchema input = FeatureSchema.read(in.object("input"));
        Map<String, List<String>> levels = new LinkedHashMap<>();
        for (ModelReader one : in.objects("levels")) {
            String feature = one.text("feature");
            if (levels.put(feature, one.texts("levels")) != null
                    || !input.has(feature)
                    || input.feature(input.index(feature)).type() != FeatureType.CATEGORY) {
                throw one.error("feature", "need the name of a category of the input, each once");
            }
        }
        List<StepCode> steps = new ArrayList<>();
        for (ModelReader one : in.objects("steps")) {
            one.integer("version", 1, STEP_VERSION);
            steps.add(step(one));
        }
        FittedPipeline pipeline = new FittedPipeline(input, levels, steps);
        String output = in.text("output");
        if (!output.equals(pipeline.output().fingerprint())) {
            throw in.error("output", "the steps give another schema than the pipeline that was saved");
        }
        return pipeline;
    }

    private static StepCode step(ModelReader in) {
        String kind = in.text("step");
        return switch (kind) {
            case "standard-scale" -> FittedScale.read(FittedScale.Kind.STANDARD, in);
            case "robust-scale" -> FittedScale.read(FittedScale.Kind.ROBUST, in);
            case FittedLog1p.KIND -> FittedLog1p.read(in);
            case FittedYeoJohnson.KIND -> FittedYeoJohnson.read(in);
            case FittedLimits.KIND -> FittedLimits.read(in);
            case FittedImpute.KIND -> FittedImpute.read(in);
            case FittedBins.KIND -> FittedBins.read(in);
            case FittedOneHot.KIND -> FittedOneHot.read(in);
            case FittedOrdinal.KIND -> FittedOrdinal.read(in);
            case FittedFrequency.KIND -> FittedFrequency.read(in);
            case FittedTargetEncoding.KIND -> FittedTargetEncoding.read(in);
            case FittedInteractions.KIND -> FittedInteractions.read(in);
            case "variance-filter" -> FittedSelection.read(FittedSelection.Rule.VARIANCE, in);
            case "correlation-filter" -> FittedSelection.read(FittedSelection.Rule.CORRELATION, in);
            case "mutual-information" -> FittedSelection.read(FittedSelection.Rule.INFORMATION, in);
            default -> throw in.error("step", "no step of this kind is known to this version: upgrade ltv-core");
        };
    }
}
