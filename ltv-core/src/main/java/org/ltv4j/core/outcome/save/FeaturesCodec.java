package org.ltv4j.core.outcome.save;

import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.core.outcome.FeatureModel;
import org.ltv4j.core.outcome.FeaturesEstimator;

/** A model of features: the file holds the model, which holds their schema; their source is given by the program. */
final class FeaturesCodec implements OutcomeModelCodec<FeaturesEstimator.Fitted> {
    @Override
    public String kind() {
        return "features";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String module() {
        return "ltv-core";
    }

    @Override
    public Class<FeaturesEstimator.Fitted> modelClass() {
        return FeaturesEstimator.Fitted.class;
    }

    @Override
    public void write(FeaturesEstimator.Fitted model, ModelWriter out) {
        out.model("model", model.model());
    }

    @Override
    public FeaturesEstimator.Fitted read(ModelReader in, int version, FeatureSources sources) {
        FeatureModel model = in.model("model", FeatureModel.class);
        return new FeaturesEstimator.Fitted(sources.of(model.schema()), model);
    }
}
