package org.ltv4j.models.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.io.ModelFormatException;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.TrainingSet;
import org.ltv4j.core.testing.ModelDocument;

/** Two stages: whether, and how much. */
class HurdleTest {
    private static final Shop SHOP = Shop.of(4_000, 1);
    private static final Shop OTHERS = Shop.of(4_000, 2);

    @Test
    void spendOfNewCustomersIsForetold() {
        HurdleModel model = Hurdle.fit(SHOP.forSpend());
        double[] values = model.predict(OTHERS.features).values();
        assertThat(Shop.rSquared(OTHERS.expectedSpend, values)).isGreaterThan(0.6); // the mean explains 0
        // of twelve such shops 1.004 with a standard deviation of 0.026; 0.931 without the factor of gamma
        assertThat(sum(values) / sum(OTHERS.expectedSpend)).isCloseTo(1, within(0.06));
        assertThat(model.outcome()).isEqualTo(Shop.SPEND);
        assertThat(model.otherwise()).isZero();
        assertThat(model.toString()).contains("churn in 90d", "spend in 90d");
        assertThat(model.fit()).isEmpty();
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    @Test
    void aPredictionIsMadeOfBothStages() {
        double[] y = {0, 0, 0, 8, 8, 8, -1, -3, 8, 8};
        double[] x = {1, 1, 1, 1, 2, 2, 2, 2, 2, 2};
        XgbOptions stump = XgbOptions.decisionTree().withMinChildWeight(0).withMaxDepth(1);
        HurdleModel model = Hurdle.fit(TrainingSet.of(Shop.single(x), Shop.SPEND, y), stump, stump);
        assertThat(model.otherwise()).isCloseTo(-4 / 5.0, within(1e-12)); // five rows of 0, 0, 0, -1, -3
        double[] values = model.predict(Shop.single(1, 2)).values();
        assertThat(values[0]).isCloseTo(0.25 * 8 + 0.75 * -0.8, within(1e-5)); // one of four spends, and spends 8
        assertThat(values[1]).isCloseTo(4 / 6.0 * 8 + 2 / 6.0 * -0.8, within(1e-5));
    }

    @Test
    void bothStagesAreSaved() {
        XgbOptions tree = XgbOptions.decisionTree().withMinChildWeight(0);
        TrainingSet data = TrainingSet.of(Shop.single(1, 2, 3, 4), Shop.SPEND, new double[] {0, -2, 5, 7});
        HurdleModel model = Hurdle.fit(data, tree, tree);
        ModelDocument document = ModelDocument.parse(Models.toJson(model));
        assertThat(Models.fromJson(Models.toJson(model))).isEqualTo(model).hasSameHashCodeAs(model);
        assertThatThrownBy(() -> Models.fromJson(document.with(List.of("otherwise"), 1)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("the mean of outcomes of at most 0");
        assertThatThrownBy(() -> Models.fromJson(document.with(List.of("silent"), document.get(List.of("spends")))))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("a model of churn and one of spend");
        assertThatThrownBy(() -> Models.fromJson(document.without(List.of("spends"))))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("$.spends: missing");
    }

    @Test
    void whatHasOneStageIsRefused() {
        assertThatThrownBy(() -> Hurdle.fit(SHOP.forChurn()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("XgbOptions.logistic()");
        TrainingSet nobody = TrainingSet.of(Shop.single(1, 2), Shop.SPEND, new double[2]);
        assertThatThrownBy(() -> Hurdle.fit(nobody)).hasMessageContaining("of 2 outcomes 0 are above 0");
        TrainingSet everybody = TrainingSet.of(Shop.single(1, 2), Shop.SPEND, new double[] {1, 2});
        assertThatThrownBy(() -> Hurdle.fit(everybody)).hasMessageContaining("of 2 outcomes 2 are above 0");
    }

    @Test
    void stagesThatDoNotBelongTogetherAreRefused() {
        XgbOptions tree = XgbOptions.decisionTree();
        double[] y = {0, 1, 0, 1};
        double[] x = {1, 2, 3, 4};
        XgbLtvModel churn = XgbLtv.fit(Shop.single(x), Shop.CHURN, y, tree);
        XgbLtvModel spend = XgbLtv.fit(Shop.single(x), Shop.SPEND, y, tree);
        XgbLtvModel month = XgbLtv.fit(Shop.single(x), Outcome.spend(Horizon.of(30, TimeScale.DAY)), y, tree);
        XgbLtvModel other = XgbLtv.fit(SHOP.forSpend().rows(new int[] {0, 1, 2, 3}), tree);
        assertThat(new HurdleModel(churn, spend, 0).schema()).isEqualTo(spend.schema());
        assertThatThrownBy(() -> new HurdleModel(spend, churn, 0)).hasMessageContaining("a model of churn and one of");
        assertThatThrownBy(() -> new HurdleModel(churn, month, 0)).hasMessageContaining("differently far");
        assertThatThrownBy(() -> new HurdleModel(churn, other, 0)).hasMessageContaining("different features");
        assertThatThrownBy(() -> new HurdleModel(churn, spend, Double.NaN)).hasMessageContaining("got NaN");
    }
}
