package org.ltv4j.models.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.outcome.FeatureModel;
import org.ltv4j.core.outcome.Predictions;
import org.ltv4j.core.outcome.TrainingSet;

/**
 * What is known of the simulated shop is learnt from it. The truth is what the simulation expects of a customer, not the noisy
 * outcome that was drawn, so that a share of 1 could be explained; the bounds are far below what was seen and far above 0.
 */
class XgbFitTest {
    private static final Shop SHOP = Shop.of(4_000, 1);
    private static final Shop OTHERS = Shop.of(4_000, 2);

    private static double explained(double[] truth, FeatureModel model) {
        return Shop.rSquared(truth, model.predict(OTHERS.features).values());
    }

    private static double[] probabilitiesOfSilence() {
        return Arrays.stream(OTHERS.expectedPurchases)
                .map(rate -> Math.exp(-rate))
                .toArray();
    }

    private static double total(double[] values) {
        return Arrays.stream(values).sum();
    }

    @Test
    void spendOfNewCustomersIsForetold() {
        assertThat(explained(OTHERS.expectedSpend, XgbLtv.fit(SHOP.forSpend()))).isGreaterThan(0.6);
        assertThat(explained(OTHERS.expectedSpend, XgbLtv.fit(SHOP.forSpend(), XgbOptions.log1p())))
                .isGreaterThan(0.4);
        XgbOptions forest = XgbOptions.randomForest().withSampling(new Sampling(0.63, 1, 1, 1 / 3.0, 50));
        assertThat(explained(OTHERS.expectedSpend, XgbLtv.fit(SHOP.forSpend(), forest)))
                .isGreaterThan(0.5);
    }

    @Test
    void purchasesAreForetold() {
        XgbLtvModel model = XgbLtv.fit(SHOP.forPurchases());
        assertThat(model.options().objective().kind()).isEqualTo(ObjectiveKind.POISSON);
        assertThat(explained(OTHERS.expectedPurchases, model)).isGreaterThan(0.8);
        double[] values = model.predict(OTHERS.features).values();
        assertThat(total(values) / total(OTHERS.expectedPurchases)).isCloseTo(1, within(0.05));
    }

    @Test
    void churnIsForetoldAndAClassWeightLeavesItAProbability() {
        XgbLtvModel plain = XgbLtv.fit(SHOP.forChurn());
        XgbLtvModel weighted = XgbLtv.fit(SHOP.forChurn(), XgbOptions.logistic().withPositiveWeight(5));
        double[] truth = probabilitiesOfSilence();
        assertThat(explained(truth, plain)).isGreaterThan(0.8);
        assertThat(explained(truth, weighted)).isGreaterThan(0.8);
        assertThat(total(weighted.predict(OTHERS.features).values()) / total(truth))
                .isCloseTo(1, within(0.05));
        assertThat(weighted).isNotEqualTo(plain);
    }

    @Test
    void theLogarithmIsUndoneWithoutBiasOfTheTotal() {
        for (XgbOptions options : List.of(
                XgbOptions.log1p(), XgbOptions.log1p().withoutEarlyStopping().withRounds(40))) {
            XgbLtvModel model = XgbLtv.fit(SHOP.forSpend(), options);
            double naive = 0;
            for (int i = 0; i < OTHERS.spend.length; i++) {
                naive += Math.expm1(Math.log((model.predict(OTHERS.features.row(i)) + 1) / model.totalFactor()));
            }
            // without the factor more than half of the spend is lost; with it a heavy-tailed total is met within 10 %
            assertThat(naive / total(OTHERS.expectedSpend)).isLessThan(0.5);
            assertThat(total(model.predict(OTHERS.features).values()) / total(OTHERS.expectedSpend))
                    .isCloseTo(1, within(0.1));
        }
    }

    @Test
    void quantilesNeverCrossAndHoldTheirShareOfCustomers() {
        XgbOptions options = XgbOptions.quantiles(0.2, 0.5, 0.9)
                .withoutEarlyStopping()
                .withRounds(40)
                .withLearningRate(0.2)
                .withMaxDepth(3)
                .withMinChildWeight(30);
        TrainingSet seen = SHOP.forSpend();
        XgbLtvModel model = XgbLtv.fit(seen.rows(SHOP.buyers()), options); // of buyers: zeros would be ties
        int[] buyers = OTHERS.buyers();
        List<Predictions> quantiles = model.quantiles(OTHERS.features.rows(buyers));
        for (int k = 0; k < 3; k++) {
            int below = 0;
            for (int i = 0; i < buyers.length; i++) {
                below += OTHERS.spend[buyers[i]] <= quantiles.get(k).value(i) ? 1 : 0;
                if (k > 0) {
                    assertThat(quantiles.get(k).value(i))
                            .isGreaterThanOrEqualTo(quantiles.get(k - 1).value(i));
                }
            }
            double level = options.objective().parameters().get(k);
            assertThat((double) below / buyers.length).isCloseTo(level, within(0.06));
        }
        assertThat(model.predict(OTHERS.features.rows(buyers))).isEqualTo(quantiles.get(1));
        assertThat(model.predict(OTHERS.features.row(buyers[7])))
                .isEqualTo(quantiles.get(1).value(7));
    }

    @Test
    void aDecisionTreeForetellsTheMeansOfItsGroups() {
        double[] x = new double[100];
        double[] y = new double[100];
        Arrays.setAll(x, i -> i < 40 ? 1 : 2);
        Arrays.setAll(y, i -> (i < 40 ? 10 : 20) + i % 2);
        XgbLtvModel tree = XgbLtv.fit(Shop.single(x), Shop.SPEND, y, XgbOptions.decisionTree());
        assertThat(tree.predict(new double[] {1})).isCloseTo(10.5, within(1e-5)); // 20 times 10, 20 times 11
        assertThat(tree.predict(new double[] {2})).isCloseTo(20.5, within(1e-5));
        assertThat(tree.ensemble().trees()).isEqualTo(1);
    }

    @Test
    void aTreeOfChurnForetellsProbabilities() {
        XgbLtvModel forest = XgbLtv.fit(SHOP.forChurn(), XgbOptions.decisionTree());
        assertThat(Arrays.stream(forest.predict(OTHERS.features).values())).allMatch(p -> p >= 0 && p <= 1);
        assertThat(explained(probabilitiesOfSilence(), forest)).isGreaterThan(0.6);
    }

    @Test
    void aHeavyRowCountsAsOftenAsItWeighs() {
        double[] x = {1, 1, 1, 2, 2, 2};
        double[] y = {0, 0, 9, 4, 4, 4};
        XgbOptions tree = XgbOptions.decisionTree().withMinChildWeight(0);
        TrainingSet data = TrainingSet.of(Shop.single(x), Shop.SPEND, y).withWeights(new double[] {1, 1, 4, 1, 1, 1});
        assertThat(XgbLtv.fit(data, tree).predict(new double[] {1})).isCloseTo(6, within(1e-5)); // 4 * 9 / 6
    }

    @Test
    void missingValuesAreLearntFrom() {
        double[] x = new double[200];
        double[] y = new double[200];
        Arrays.setAll(x, i -> i % 4 == 0 ? Double.NaN : i % 4);
        Arrays.setAll(y, i -> i % 4 == 0 ? 50 : i % 4);
        XgbLtvModel tree = XgbLtv.fit(Shop.single(x), Shop.SPEND, y, XgbOptions.decisionTree());
        assertThat(tree.predict(new double[] {Double.NaN})).isCloseTo(50, within(1e-4));
        assertThat(tree.predict(new double[] {3})).isCloseTo(3, within(1e-4));
    }

    @Test
    void categoriesAreSplitAsSuch() {
        double[] level = new double[240];
        double[] y = new double[240];
        List<String> names = List.of("a", "b", "c", "d", "e", "f");
        Arrays.setAll(level, i -> i % 6);
        Arrays.setAll(y, i -> i % 2 == 0 ? 10 : 30); // a, c, e against b, d, f: one split of sets, five of an order
        FeatureMatrix features = FeatureMatrix.of(
                Shop.ids(240),
                Shop.DATE,
                new FeatureSchema(List.of(Shop.feature("city", FeatureType.CATEGORY))),
                new double[][] {level},
                Map.of("city", names));
        XgbLtvModel stump =
                XgbLtv.fit(features, Shop.SPEND, y, XgbOptions.decisionTree().withMaxDepth(1));
        for (int i = 0; i < 6; i++) {
            assertThat(stump.predict(new double[] {i})).as(names.get(i)).isCloseTo(i % 2 == 0 ? 10 : 30, within(1e-4));
        }
    }
}
