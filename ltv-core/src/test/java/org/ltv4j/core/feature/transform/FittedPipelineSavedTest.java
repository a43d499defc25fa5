package org.ltv4j.core.feature.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.io.ModelFormatException;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.core.testing.ModelDocument;
import org.ltv4j.core.testing.SavedModelContract;

/** The contract of saved models on pipelines with every kind of step. */
class FittedPipelineSavedTest extends SavedModelContract {
    private static final FeatureMatrix MATRIX = FittedPipelineTest.random(30, 9, List.of("线上", "b", "c"));

    private static FittedPipeline fit(FeatureStep... steps) {
        return fit(List.of("spend", "city"), steps);
    }

    private static FittedPipeline fit(List<String> features, FeatureStep... steps) {
        return fit(MATRIX.select(features), steps);
    }

    private static FittedPipeline fit(FeatureMatrix matrix, FeatureStep... steps) {
        double[] target = new SplittableRandom(5).doubles(matrix.rows()).toArray();
        return FeaturePipeline.of(steps).fitTransform(matrix, target).pipeline();
    }

    private static FittedPipeline everything() {
        return fit(MATRIX, FittedPipelineTest.everything().steps().toArray(FeatureStep[]::new));
    }

    /** Small ones: each value of each document is tried with many hostile ones. */
    @Override
    protected List<? extends LtvModel> models() {
        List<String> numbers = List.of("spend", "gap");
        return List.of(
                fit(
                        Impute.median("spend").byGroup("city").withIndicator(),
                        Impute.level("none", "city"),
                        Ordinal.of("city").keepingSource(),
                        Frequency.of("city").keepingSource(),
                        TargetEncoding.of("city").keepingSource(),
                        OneHot.of("city").withOther()),
                fit(
                        numbers,
                        Impute.mean("spend").byBins("gap", 2),
                        Bin.quantiles(3, "spend"),
                        Winsorise.fences(2, "gap")),
                fit(
                        numbers,
                        StandardScale.of("gap"),
                        YeoJohnson.of("spend"),
                        Interactions.none().ratio("spend", "gap")),
                fit(numbers, VarianceFilter.constants(), CorrelationFilter.above(0.1), MutualInformation.top(2)));
    }

    @Override
    protected void checkPredictions(LtvModel model) {
        FittedPipeline pipeline = (FittedPipeline) model;
        double[] row = new double[pipeline.input().size()];
        assertThat(pipeline.apply(row)).hasSize(pipeline.output().size()).doesNotContain(Double.POSITIVE_INFINITY);
        Arrays.fill(row, Double.NaN);
        pipeline.apply(row);
    }

    @Test
    void aLoadedPipelineGivesTheSameBits() {
        FittedPipeline fitted = everything();
        String json = Models.toJson(fitted);
        FittedPipeline loaded = Models.fromJson(json, FittedPipeline.class);
        assertThat(loaded).isEqualTo(fitted);
        assertThat(Models.toJson(loaded)).isEqualTo(json);
        FeatureMatrix later = FittedPipelineTest.random(40, 10, List.of("x", "c", "线上"));
        assertThat(loaded.apply(later)).isEqualTo(fitted.apply(later));
        assertThat(loaded.output().features()).isEqualTo(fitted.output().features());
        assertThat(loaded.report()).isEqualTo(fitted.report());
        assertThat(loaded.dropped()).isEqualTo(fitted.dropped());
    }

    @Test
    void aStepOfALaterVersionIsRefused() {
        ModelDocument document = ModelDocument.parse(Models.toJson(fit(Log1p.of("spend"))));
        assertThatThrownBy(() -> Models.fromJson(document.with(List.of("steps", 0, "version"), 2.0)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("$.steps[0].version");
        assertThatThrownBy(() -> Models.fromJson(document.with(List.of("steps", 0, "step"), "spline")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("$.steps[0].step")
                .hasMessageContaining("upgrade ltv-core");
    }

    @Test
    void aScaleOfZeroAndALevelTooManyAreRefused() {
        ModelDocument scale = ModelDocument.parse(Models.toJson(fit(StandardScale.of("spend"))));
        assertThatThrownBy(() -> Models.fromJson(scale.with(List.of("steps", 0, "features", 0, "scale"), 0.0)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("scale: need a number above 0");
        ModelDocument target = ModelDocument.parse(Models.toJson(fit(TargetEncoding.of("city"))));
        assertThatThrownBy(
                        () -> Models.fromJson(target.with(List.of("steps", 0, "features", 0, "means"), List.of(1.0))))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("feature city has 3 levels, not 1");
        assertThatThrownBy(() -> Models.fromJson(target.with(List.of("levels", 0, "levels"), List.of("a", "a", "b"))))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("level that stands twice");
    }

    @Test
    void theSchemaThatComesOutIsChecked() {
        ModelDocument document = ModelDocument.parse(Models.toJson(fit(Log1p.of("spend"))));
        assertThatThrownBy(() -> Models.fromJson(document.with(List.of("steps", 0, "features"), List.of())))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("$.output");
        assertThatThrownBy(() -> Models.fromJson(document.with(List.of("input", "features", 0, "formula"), "another")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("$.input.fingerprint");
    }
}
