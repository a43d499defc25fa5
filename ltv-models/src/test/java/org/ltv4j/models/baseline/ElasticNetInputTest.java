package org.ltv4j.models.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.transform.FeaturePipeline;
import org.ltv4j.core.feature.transform.Impute;
import org.ltv4j.core.feature.transform.OneHot;
import org.ltv4j.core.io.ModelFormatException;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.outcome.TrainingSet;
import org.ltv4j.core.testing.ModelDocument;

class ElasticNetInputTest {
    private static final ElasticNetOptions OPTIONS =
            ElasticNetOptions.defaults().withLambda(0.01);
    private static final double[] UP = {1, 2, 3, 4, 5, 6};

    @Test
    void gapsCategoriesAndFlagsAreReadByName() {
        ElasticNetModel model = ElasticNet.fit(Sets.mixed(Sets.SPEND, 400, 4), OPTIONS);
        assertThat(model.coefficients())
                .extracting(Coefficient::feature)
                .containsExactly(
                        "channel_is_app",
                        "channel_is_shop",
                        "channel_is_web",
                        "channel_is_other",
                        "member",
                        "gap",
                        "gap_missing");
        // made as 2 per channel, 3 for members, 1 per day of gap, and noise of sd 0.29
        assertThat(model.coefficient("member").value()).isCloseTo(3, within(0.1));
        assertThat(model.coefficient("gap").value()).isCloseTo(1, within(0.03));
        assertThat(model.coefficient("channel_is_web").value()
                        - model.coefficient("channel_is_app").value())
                .isCloseTo(4, within(0.1));
        assertThat(model.coefficient("channel_is_other").value()).isZero();
        assertThatThrownBy(() -> model.coefficient("colour")).isInstanceOf(InvalidDataException.class);
    }

    @Test
    void levelsAreMatchedByNameAndNewOnesAreNoTrouble() {
        TrainingSet data = Sets.mixed(Sets.SPEND, 100, 6);
        ElasticNetModel model = ElasticNet.fit(data, OPTIONS);
        double[][] web = {{2, 2}, {1, 0}, {4, Double.NaN}};
        double[][] reordered = {{0, 0}, {1, 0}, {4, Double.NaN}};
        FeatureMatrix known = FeatureMatrix.of(
                IdTable.numbered(2), Sets.DATE, data.schema(), web, Map.of("channel", List.of("app", "shop", "web")));
        FeatureMatrix other = FeatureMatrix.of(
                IdTable.numbered(2), Sets.DATE, data.schema(), reordered, Map.of("channel", List.of("web", "kiosk")));
        assertThat(model.predict(other)).isEqualTo(model.predict(known));
        reordered[0][0] = 1;
        FeatureMatrix unseen = FeatureMatrix.of(
                IdTable.numbered(2), Sets.DATE, data.schema(), reordered, Map.of("channel", List.of("web", "kiosk")));
        assertThat(model.predict(unseen).value(0)).isFinite();
    }

    @Test
    void oneRowIsForetoldToTheBitAsInAMatrix() {
        for (TrainingSet data : List.of(Sets.mixed(Sets.SPEND, 60, 1), Sets.mixed(Sets.CHURN, 60, 2))) {
            ElasticNetModel model = ElasticNet.fit(data, OPTIONS);
            FeatureMatrix features = data.features();
            for (int row = 0; row < features.rows(); row++) {
                assertThat(model.predict(features.row(row)))
                        .isEqualTo(model.predict(features).value(row));
            }
        }
    }

    @Test
    void otherFeaturesAreRefusedByName() {
        ElasticNetModel model = ElasticNet.fit(Sets.of(Sets.SPEND, UP, UP, UP), OPTIONS);
        assertThatThrownBy(() -> model.predict(Sets.matrix(UP)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("missing: x1");
    }

    @Test
    void outcomesThatAreAllTheSameAreForetoldWithAFinding() {
        double[] same = {4.1, 4.1, 4.1, 4.1, 4.1, 4.1};
        for (ElasticNetOptions options : List.of(OPTIONS, ElasticNetOptions.defaults())) {
            ElasticNetModel model = ElasticNet.fit(Sets.of(Sets.SPEND, same, UP), options);
            assertThat(model.predict(new double[] {1000})).isEqualTo(4.1);
            assertThat(model.report().orElseThrow().findings())
                    .containsExactly(
                            "all outcomes are the same: the model foretells that for everybody, whatever the features");
        }
    }

    /** To the last digit: a mean of 0.1 six times is not 0.1, and odds are never those of certainty. */
    @Test
    void outcomesThatAreAllTheSameAreForetoldExactly() {
        for (double outcome : new double[] {0, 0.1, 4.1, 1e20}) {
            double[] same = new double[6];
            Arrays.fill(same, outcome);
            for (ElasticNetTarget target : ElasticNetTarget.values()) {
                ElasticNetModel model = ElasticNet.fit(Sets.of(Sets.SPEND, same, UP), OPTIONS.withTarget(target));
                requireAlways(model, outcome);
            }
        }
        for (double churned : new double[] {0, 1}) {
            double[] same = new double[6];
            Arrays.fill(same, churned);
            requireAlways(ElasticNet.fit(Sets.of(Sets.CHURN, same, UP), ElasticNetOptions.defaults()), churned);
        }
    }

    private static void requireAlways(ElasticNetModel model, double outcome) {
        assertThat(model.response()).isEqualTo(new Response.Constant(outcome));
        assertThat(model.predict(new double[] {1000})).isEqualTo(outcome);
        ElasticNetModel loaded = (ElasticNetModel) Models.fromJson(Models.toJson(model));
        assertThat(loaded).isEqualTo(model);
        assertThat(loaded.predict(new double[] {-3})).isEqualTo(outcome);
        assertThat(model.report().orElseThrow().findings())
                .anyMatch(text -> text.contains("all outcomes are the same"));
    }

    @Test
    void aConstantProbabilityIsZeroOrOne() {
        double[] same = new double[6];
        ModelDocument document =
                ModelDocument.parse(Models.toJson(ElasticNet.fit(Sets.of(Sets.CHURN, same, UP), OPTIONS)));
        assertThatThrownBy(() -> Models.fromJson(document.with(List.of("response", "outcome"), 0.5)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("constant of 0 or 1");
        assertThatThrownBy(() -> new Response.Constant(Double.NaN)).hasMessageContaining("got NaN");
    }

    @Test
    void featuresThatSayNothingGiveTheMean() {
        ElasticNetModel model =
                ElasticNet.fit(Sets.of(Sets.SPEND, UP, new double[] {3, 3, 3, 3, 3, 3}), ElasticNetOptions.defaults());
        assertThat(model.predict(new double[] {17})).isEqualTo(3.5);
        assertThat(model.report().orElseThrow().findings())
                .containsExactly("no feature goes with the outcomes: the model foretells their mean for everybody");
    }

    @Test
    void aFeatureWithoutAnyValueCountsForNothing() {
        double[] gone = new double[6];
        Arrays.fill(gone, Double.NaN);
        ElasticNetModel model = ElasticNet.fit(Sets.of(Sets.SPEND, UP, UP, gone), OPTIONS);
        assertThat(model.coefficient("x1").value()).isZero();
        assertThat(model.report().orElseThrow().findings())
                .containsExactly("no row has a value of x1: nothing is learnt from it");
        assertThat(model.predict(new double[] {2, 1e6})).isEqualTo(model.predict(new double[] {2, Double.NaN}));
    }

    @Test
    void logarithmsKeepTheTotalOfTheTrainingRowsAndTheirRange() {
        TrainingSet data = Sets.mixed(Sets.SPEND, 200, 9);
        ElasticNetModel model = ElasticNet.fit(data, OPTIONS.withTarget(ElasticNetTarget.LOG1P));
        double[] predicted = model.predict(data.features()).values();
        assertThat(Arrays.stream(predicted).sum())
                .isCloseTo(Arrays.stream(data.outcomes()).sum(), within(1e-6));
        double most = Arrays.stream(data.outcomes()).max().orElseThrow();
        Response.Exponential response = (Response.Exponential) model.response();
        assertThat(model.predict(new double[] {2, 1, 1e9}))
                .isEqualTo(response.factor() * StrictMath.exp(StrictMath.log1p(most)) - 1);
    }

    @Test
    void badInputIsRefusedInWords() {
        TrainingSet refund = Sets.of(Sets.SPEND, new double[] {1, -2, 3, 4, 5, 6}, UP);
        assertThatThrownBy(() -> ElasticNet.fit(refund, OPTIONS.withTarget(ElasticNetTarget.LOG1P)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("row 2: an outcome of -2.0")
                .hasMessageContaining("AS_IS");
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Sets.of(Sets.SPEND, new double[] {1, 2, 3, 4, 5, bad}, UP))
                    .isInstanceOf(InvalidDataException.class);
        }
        assertThatThrownBy(() -> ElasticNet.fit(Sets.of(Sets.SPEND, UP, UP).rows(new int[0]), OPTIONS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("at least one row");
        assertThatThrownBy(() -> ElasticNet.fit(Sets.of(Sets.SPEND, UP, UP)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("6 customers cannot be dealt into 10 folds");
        double[] huge = {1e200, 2, 3, 4, 5, 6};
        assertThatThrownBy(() -> ElasticNet.fit(Sets.of(Sets.SPEND, UP, huge), OPTIONS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("feature x0 has values that are too large");
        assertThatThrownBy(() -> ElasticNet.fit(Sets.of(Sets.SPEND, huge, UP), OPTIONS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("outcomes are too large");
        TrainingSet weightless = Sets.of(Sets.SPEND, UP, UP)
                .withWeights(new double[] {1, 0, 0, 0, 0, 0})
                .rows(new int[] {1, 2});
        assertThatThrownBy(() -> ElasticNet.fit(weightless, OPTIONS)).hasMessageContaining("all 2 rows weigh 0");
    }

    @Test
    void aPreparationMustLeaveNumbersWithoutGaps() {
        TrainingSet data = Sets.mixed(Sets.SPEND, 50, 3);
        assertThatThrownBy(() -> ElasticNet.fit(data, OPTIONS.withPreparation(FeaturePipeline.of(OneHot.all()))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("feature gap: missing after the preparation")
                .hasMessageContaining("add Impute");
        assertThatThrownBy(
                        () -> ElasticNet.fit(data, OPTIONS.withPreparation(FeaturePipeline.of(Impute.median("gap")))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("feature channel is still a category");
        FeaturePipeline complete = FeaturePipeline.of(OneHot.all());
        int[] full = IntStream.range(0, data.rows())
                .filter(row -> !Double.isNaN(data.value(row, 2)))
                .toArray();
        ElasticNetModel model = ElasticNet.fit(data.rows(full), OPTIONS.withPreparation(complete));
        double[] gap = {0, 1, Double.NaN};
        assertThatThrownBy(() -> model.predict(gap)).hasMessageContaining("feature gap is missing");
        assertThatThrownBy(() -> model.predict(data.features())).hasMessageContaining("feature gap: missing");
    }

    @Test
    void tooManyColumnsAreRefused() {
        double[][] wide = new double[Design.MOST_COLUMNS + 1][6];
        assertThatThrownBy(() -> ElasticNet.fit(Sets.of(Sets.SPEND, UP, wide), OPTIONS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("2001 columns")
                .hasMessageContaining("withMaxLevels");
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        for (double bad : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> OPTIONS.withMix(bad));
        }
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> OPTIONS.withLambda(bad));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> OPTIONS.withCrossValidation(1, 1, LambdaRule.LEAST_LOSS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LambdaChoice.CrossValidated(5, 1, LambdaRule.LEAST_LOSS, 1));
    }
}
