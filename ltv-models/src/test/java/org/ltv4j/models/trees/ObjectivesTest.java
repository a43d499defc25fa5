package org.ltv4j.models.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.io.ModelFormatException;

/** What objectives make of base scores and margins: the formulas of XGBoost's documentation, with java.lang.Math in double. */
class ObjectivesTest {
    @ParameterizedTest
    @ValueSource(floats = {-20, -1, -0.001f, 0, 1e-8f, 0.5f, 3, 17})
    void logisticIsOneOverOnePlusExpToTheLastPlaceButOne(float margin) {
        int exact = Float.floatToIntBits((float) (1 / (1 + Math.exp(-margin))));

        assertThat(Float.floatToIntBits(Link.LOGISTIC.of(margin))).isBetween(exact - 1, exact + 1);
    }

    @Test
    void farMarginsEndAtZeroAndOne() {
        assertThat(Link.LOGISTIC.of(1_000)).isEqualTo(1);
        assertThat(Link.LOGISTIC.of(-1_000)).isBetween(0f, 1e-38f);
        assertThat(Link.LOGISTIC.of(Float.NaN)).isNaN();
        assertThat(Link.EXP.of(-1_000)).isZero();
        assertThat(Link.HINGE.of(Float.MIN_VALUE)).isEqualTo(1);
        assertThat(Link.HINGE.of(0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "reg:squarederror, -1.5, -1.5",
        "reg:linear, 2.5, 2.5",
        "gpu:reg:linear, 2.5, 2.5",
        "binary:logitraw, 0.2, 0.2",
        "binary:hinge, 0.2, 0.2",
        "rank:ndcg, 0.5, 0.5",
        "multi:softprob, 0.5, 0.5",
        "reg:quantileerror, 1.25, 1.25",
        "binary:logistic, 0.5, 0",
        "reg:logistic, 0.25, -1.0986123", // -ln 3
        "count:poisson, 0.5, -0.6931472", // -ln 2
        "reg:gamma, 1, 0",
        "reg:tweedie, 2, 0.6931472",
        "survival:cox, 2, 0.6931472",
        "survival:aft, 2, 0.6931472"
    })
    void baseScoresAreWrittenInTheUnitsOfPredictions(String objective, float baseScore, float margin) {
        assertThat(Objectives.margins(objective, new float[] {baseScore}))
                .usingComparatorWithPrecision(1e-7f)
                .containsExactly(margin);
    }

    /**
     * XGBoost 3.0.4, trained on targets that are all 0, writes the base score 0E0; loaded again it predicts 0.0 for
     * count:poisson, and NaN for reg:tweedie, whose leaves are NaN.
     */
    @ParameterizedTest
    @ValueSource(strings = {"count:poisson", "reg:tweedie"})
    void aTargetOfZerosStartsFromTheLogarithmOfZero(String objective) {
        String zeros = SmallModel.with("binary:logistic", objective).replace("[5E-1]", "0E0");
        TreeEnsemble model = SmallModel.read(zeros);
        TreeEnsemble ofNaN = SmallModel.read(Chains.ofFeatures(1)
                .replace("reg:squarederror", objective)
                .replace("\"split_conditions\": [0,1,2]", "\"split_conditions\": [0, NaN, NaN]")
                .replace("\"base_score\": \"0\"", "\"base_score\": \"0E0\""));
        float[] row = {20, 1, Float.NaN};

        assertThat(model.margin(row)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(Float.floatToRawIntBits(model.predict(row))).isZero();
        assertThat(model.predictRows(new float[3 * 30], 30)).containsOnly(0f);
        assertThat(ofNaN.predict(new float[1])).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "binary:logistic, 0",
        "binary:logistic, 1",
        "reg:gamma, -0.5",
        "count:poisson, -1",
        "reg:squarederror, NaN"
    })
    void baseScoresOutOfRangeAreRefused(String objective, float baseScore) {
        assertThatThrownBy(() -> Objectives.margins(objective, new float[] {baseScore}))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("base_score: need a ")
                .hasMessageContaining("got " + baseScore);
    }

    /** XGBoost 3.3: a first expectile and positive gaps, log(1 + exp(margin)) + 1e-6 each. */
    @Test
    void expectilesNeverCross() {
        float[] base = Objectives.margins("reg:expectileerror", new float[] {1, 1.5f, 3});
        float[] values = base.clone();

        Link.EXPECTILES.apply(values, 0, 3);

        assertThat(base[1]).isCloseTo((float) Math.log(Math.expm1(0.5 - 1e-6)), within(1e-6f));
        assertThat(values).usingComparatorWithPrecision(1e-6f).containsExactly(1, 1.5f, 3);
        float[] far = {2, -50, 50};
        Link.EXPECTILES.apply(far, 0, 3);
        assertThat(far[1]).isCloseTo(2 + 1e-6f, within(1e-6f));
        assertThat(far[2]).isCloseTo(52, within(1e-5f));
    }

    @Test
    void quantilesAreSortedFromVersionThreePointFourOn() {
        float[] values = {9, 3, 1, 2, 9};

        Link.SORTED.apply(values, 1, 3);

        assertThat(values).containsExactly(9, 1, 2, 3, 9);
        assertThat(Objectives.link("reg:quantileerror", 304, 3)).isEqualTo(Link.SORTED);
        assertThat(Objectives.link("reg:quantileerror", 303, 3)).isEqualTo(Link.IDENTITY);
        assertThat(Objectives.link("reg:quantileerror", 304, 1)).isEqualTo(Link.IDENTITY);
    }

    @Test
    void softmaxOfOneClassIsCertain() {
        assertThat(Link.SOFTMAX.of(-3)).isEqualTo(1);
        assertThat(Link.SOFTMAX.of(Float.NaN)).isNaN();
        assertThat(Link.ARGMAX.of(-3)).isZero();
        float[] far = {-1_000, 1_000};
        Link.SOFTMAX.apply(far, 0, 2);
        assertThat(far).containsExactly(0, 1);
    }

    @Test
    void linksOfOneOutputAgreeWithThoseOfMany() {
        for (Link link : Link.values()) {
            float[] one = {0.7f};
            link.apply(one, 0, 1);
            assertThat(link.of(0.7f)).as(link.name()).isEqualTo(one[0]);
            assertThat(link.predictions(3)).isEqualTo(link == Link.ARGMAX ? 1 : 3);
        }
    }
}
