package org.ltv4j.models.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.TrainingSet;

/** What cannot be learnt is refused with what to do; what teaches nothing gives a model that says so. */
class XgbBadInputTest {
    private static final double[] X = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    private static TrainingSet set(Outcome outcome, double... outcomes) {
        return TrainingSet.of(Shop.single(Arrays.copyOf(X, outcomes.length)), outcome, outcomes);
    }

    private static double[] constant(double value) {
        double[] values = new double[10];
        Arrays.fill(values, value);
        return values;
    }

    static Stream<XgbOptions> ofSpend() {
        return Stream.of(
                XgbOptions.tweedie(),
                XgbOptions.gamma(),
                XgbOptions.poisson(),
                XgbOptions.squaredError(),
                XgbOptions.log1p(),
                XgbOptions.absoluteError(),
                XgbOptions.quantiles(0.1, 0.9),
                XgbOptions.randomForest(),
                XgbOptions.decisionTree());
    }

    /** 0.1 is no float: what is foretold is the outcome itself, not what trees make of it. */
    @ParameterizedTest
    @MethodSource("ofSpend")
    void outcomesThatAreAllTheSameAreForetoldToTheLastDigit(XgbOptions options) {
        for (double outcome : new double[] {37.5, 0.1, 1e-30, 1e20}) {
            XgbLtvModel model = XgbLtv.fit(set(Shop.SPEND, constant(outcome)), options);
            requireAlways(model, outcome);
            assertThat(model.report().findings()).singleElement().asString().contains("all outcomes are the same");
            XgbLtvModel loaded = (XgbLtvModel) Models.fromJson(Models.toJson(model));
            assertThat(loaded).isEqualTo(model);
            requireAlways(loaded, outcome);
        }
    }

    private static void requireAlways(XgbLtvModel model, double outcome) {
        assertThat(model.constant()).hasValue(outcome);
        assertThat(model.predict(new double[] {4})).isEqualTo(outcome);
        assertThat(model.predict(new float[] {Float.NaN})).isEqualTo(outcome);
        assertThat(model.predict(Shop.single(1, 99, Double.NaN)).values()).containsOnly(outcome);
        assertThat(model.outcomeOf(3)).isEqualTo(outcome);
        if (model.options().objective().kind() == ObjectiveKind.QUANTILE) {
            assertThat(model.quantiles(Shop.single(1, 2)))
                    .allMatch(q -> q.value(0) == outcome && q.value(1) == outcome);
        }
    }

    @ParameterizedTest
    @MethodSource("ofSpend")
    void aShopWithoutSalesIsForetoldNone(XgbOptions options) {
        if (options.objective().kind() == ObjectiveKind.GAMMA) {
            assertThatThrownBy(() -> XgbLtv.fit(set(Shop.SPEND, constant(0)), options))
                    .hasMessageContaining("10 of 10 outcomes cannot be learnt with GAMMA");
            return;
        }
        requireAlways(XgbLtv.fit(set(Shop.SPEND, constant(0)), options), 0);
        XgbLtvModel onlyRefunds = XgbLtv.fit(set(Shop.SPEND, constant(-3)), options.clampNegative());
        requireAlways(onlyRefunds, 0);
    }

    @Test
    void churnOfAllOrNobodyIsForetoldAsSuch() {
        for (double churned : new double[] {0, 1}) {
            requireAlways(XgbLtv.fit(set(Shop.CHURN, constant(churned))), churned);
            requireAlways(XgbLtv.fit(set(Shop.CHURN, constant(churned)), XgbOptions.randomForest()), churned);
        }
    }

    @Test
    void whoWeighsNothingDoesNotMakeADifference() {
        double[] y = constant(0.1);
        y[2] = 1e9;
        double[] weights = constant(3);
        weights[2] = 0;
        requireAlways(XgbLtv.fit(set(Shop.SPEND, y).withWeights(weights)), 0.1);
    }

    @Test
    void outcomesThatDifferHaveNoConstant() {
        XgbOptions quick = XgbOptions.tweedie().withoutEarlyStopping().withRounds(2);
        assertThat(XgbLtv.fit(set(Shop.SPEND, 1, 1, 1, 2), quick).constant()).isEmpty();
    }

    /** The one customer who differs is held back, so that those trained on are all the same. */
    @Test
    void aPartWithoutDifferencesTrainsAllTheSame() {
        double[] y = constant(0);
        y[3] = 1;
        for (long seed = 0; seed < 12; seed++) {
            XgbLtvModel churn =
                    XgbLtv.fit(set(Shop.CHURN, y), XgbOptions.logistic().withSeed(seed));
            assertThat(churn.predict(new double[] {4})).isBetween(0.0, 1.0);
            XgbLtvModel spend =
                    XgbLtv.fit(set(Shop.SPEND, y), XgbOptions.tweedie().withSeed(seed));
            assertThat(spend.predict(new double[] {4})).isBetween(0.0, 1.0);
        }
    }

    @Test
    void oneRowIsForetoldAsItIs() {
        assertThat(XgbLtv.fit(set(Shop.SPEND, 5)).predict(new double[] {1})).isCloseTo(5, within(1e-5));
    }

    @Test
    void negativeOutcomesAreRefusedWithWhatToDo() {
        for (XgbOptions options : List.of(XgbOptions.tweedie(), XgbOptions.poisson(), XgbOptions.log1p())) {
            assertThatThrownBy(() -> XgbLtv.fit(set(Shop.SPEND, 1, 0, -3.5, 0, -1, 7), options))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining("2 of 6 outcomes cannot be learnt with " + options.objective())
                    .hasMessageContaining("row 3 has -3.5")
                    .hasMessageContaining("XgbOptions.clampNegative()")
                    .hasMessageContaining("Hurdle");
            XgbLtvModel clamped = XgbLtv.fit(
                    set(Shop.SPEND, 1, 0, -3.5, 0, -1, 7),
                    options.clampNegative().withoutEarlyStopping().withRounds(2));
            assertThat(clamped.report().findings()).contains("2 of 6 outcomes were below 0 and counted as 0");
        }
        assertThatThrownBy(() -> XgbLtv.fit(set(Shop.SPEND, 1, 0, 3), XgbOptions.gamma()))
                .hasMessageContaining("1 of 3 outcomes")
                .hasMessageContaining("above 0")
                .hasMessageContaining("Hurdle");
    }

    @Test
    void objectivesThatDoNotFitTheOutcomeAreRefused() {
        assertThatThrownBy(() -> XgbLtv.fit(set(Shop.CHURN, 0, 1), XgbOptions.tweedie()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("churn in 90d cannot be learnt with TWEEDIE(1.5): use XgbOptions.logistic()");
        assertThatThrownBy(() -> XgbLtv.fit(set(Shop.SPEND, 0, 1), XgbOptions.logistic()))
                .hasMessageContaining("logistic is for churn");
    }

    @Test
    void noRowsAreRefused() {
        FeatureMatrix nobody = Shop.single();
        assertThatThrownBy(() -> XgbLtv.fit(nobody, Shop.SPEND, new double[0], XgbOptions.tweedie()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("at least one row");
        TrainingSet weightless =
                set(Shop.SPEND, 1, 2, 3).withWeights(new double[] {1, 0, 0}).rows(new int[] {1, 2});
        assertThatThrownBy(() -> XgbLtv.fit(weightless)).hasMessageContaining("all 2 rows weigh 0");
    }

    @Test
    void outcomesThatAreNotFiniteAreRefused() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() ->
                            XgbLtv.fit(Shop.single(1, 2), Shop.SPEND, new double[] {1, bad}, XgbOptions.tweedie()))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining("row 2: " + bad);
        }
    }

    @Test
    void valuesBeyondFloatAreRefused() {
        assertThatThrownBy(
                        () -> XgbLtv.fit(Shop.single(1, 1e39), Shop.SPEND, new double[] {1, 2}, XgbOptions.tweedie()))
                .hasMessageContaining("row 2, feature x: 1.0E39 is beyond float");
        assertThatThrownBy(() -> XgbLtv.fit(set(Shop.SPEND, 1, -1e39), XgbOptions.squaredError()))
                .hasMessageContaining("row 2 has -1.0E39")
                .hasMessageContaining("larger unit");
    }

    @Test
    void aColumnWithoutValuesIsAFinding() {
        double[] nothing = constant(Double.NaN);
        FeatureMatrix features = FeatureMatrix.of(
                Shop.ids(10),
                Shop.DATE,
                new FeatureSchema(List.of(
                        Shop.feature("x", FeatureType.NUMBER),
                        Shop.feature("gone", FeatureType.NUMBER),
                        Shop.feature("city", FeatureType.CATEGORY))),
                new double[][] {X, nothing, nothing},
                Map.of("city", List.of()));
        XgbOptions options = XgbOptions.tweedie().withoutEarlyStopping().withRounds(3);
        XgbLtvModel model = XgbLtv.fit(features, Shop.SPEND, X, options);
        assertThat(model.report().findings())
                .containsExactly("no row has a value of gone, city: nothing is learnt from them");
        assertThat(model.predict(features).values())
                .isEqualTo(XgbLtv.fit(Shop.single(X), Shop.SPEND, X, options)
                        .predict(Shop.single(X))
                        .values());
        assertThat(Models.fromJson(Models.toJson(model))).isEqualTo(model);
    }

    @Test
    void trainingThatGoesAstrayIsAnError() {
        XgbOptions wild =
                XgbOptions.squaredError().withoutEarlyStopping().withGrowth(new Growth(3, 1, 6, 0, 0, 0, 0, 256));
        double[] y = {3e38, -3e38, 3e38, -3e38, 3e38, 3e38}; // each is a float, but their differences are not
        assertThatThrownBy(() -> XgbLtv.fit(set(Shop.SPEND, y), wild))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("went astray")
                .hasMessageContaining("Lower the learning rate");
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        XgbOptions options = XgbOptions.tweedie();
        assertThatThrownBy(() -> options.withLearningRate(0)).hasMessageContaining("0 < learningRate <= 1, got 0.0");
        assertThatThrownBy(() -> options.withLearningRate(Double.NaN)).hasMessageContaining("got NaN");
        assertThatThrownBy(() -> options.withRounds(0)).hasMessageContaining("1 <= rounds <= 100000, got 0");
        assertThatThrownBy(() -> options.withMaxDepth(31)).hasMessageContaining("1 <= maxDepth <= 30");
        assertThatThrownBy(() -> options.withMinChildWeight(-1)).hasMessageContaining("minChildWeight >= 0");
        assertThatThrownBy(() -> options.withRowShare(1.1)).hasMessageContaining("share of rows");
        assertThatThrownBy(() -> options.withColumnShare(0)).hasMessageContaining("share of columns");
        assertThatThrownBy(() -> options.withPositiveWeight(2)).hasMessageContaining("counts for logistic only");
        assertThatThrownBy(() -> XgbOptions.logistic().withPositiveWeight(0)).hasMessageContaining("> 0");
        assertThatThrownBy(() -> EarlyStopping.DEFAULT.withPatience(0)).hasMessageContaining("patience");
        assertThatThrownBy(() -> EarlyStopping.DEFAULT.withOneIn(1)).hasMessageContaining("oneIn");
        assertThatThrownBy(() -> CategoryRules.DEFAULT.withOneHotUpTo(0)).hasMessageContaining("oneHotUpTo");
        assertThatThrownBy(() -> CategoryRules.DEFAULT.withMostLevels(0)).hasMessageContaining("mostLevels");
        assertThatThrownBy(() -> Objective.tweedie(2)).hasMessageContaining("above 1 and below 2, got [2.0]");
        assertThatThrownBy(() -> XgbOptions.quantiles(0.9, 0.1)).hasMessageContaining("each above the one before");
        assertThatThrownBy(() -> XgbOptions.quantiles()).hasMessageContaining("1 to 99 quantile levels");
        assertThatThrownBy(() -> new Objective(ObjectiveKind.GAMMA, List.of(1.0)))
                .hasMessageContaining("no parameters");
    }

    @Test
    void everyOptionCanBeChanged() {
        Growth growth = Growth.DEFAULT
                .withRounds(7)
                .withLearningRate(0.3)
                .withMaxDepth(2)
                .withMinChildWeight(3)
                .withMinSplitGain(0.1)
                .withL2(2)
                .withL1(0.5)
                .withBins(32);
        assertThat(growth).isEqualTo(new Growth(7, 0.3, 2, 3, 0.1, 2, 0.5, 32));
        Sampling sampling = Sampling.NONE
                .withRows(0.5)
                .withColumnsPerTree(0.6)
                .withColumnsPerLevel(0.7)
                .withColumnsPerSplit(0.8)
                .withParallelTrees(2);
        assertThat(sampling).isEqualTo(new Sampling(0.5, 0.6, 0.7, 0.8, 2));
        XgbOptions options =
                XgbOptions.tweedie().withGrowth(growth).withRowShare(0.5).withColumnShare(0.6);
        assertThat(options.growth()).isEqualTo(growth);
        assertThat(options.sampling()).isEqualTo(Sampling.NONE.withRows(0.5).withColumnsPerTree(0.6));
        XgbLtvModel model = XgbLtv.fit(
                set(Shop.SPEND, X),
                options.withGrowth(growth.withMinChildWeight(0))
                        .withSampling(sampling)
                        .withoutEarlyStopping());
        assertThat(model.ensemble().trees()).isEqualTo(14);
        assertThat(model.toString()).isEqualTo("XgbLtvModel[spend in 90d, TWEEDIE(1.5), 1 features, 7 rounds]");
    }
}
