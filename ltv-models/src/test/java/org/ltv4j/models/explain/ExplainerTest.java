package org.ltv4j.models.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.outcome.FeatureModel;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.TrainingSet;
import org.ltv4j.models.boost.Hurdle;
import org.ltv4j.models.boost.HurdleModel;
import org.ltv4j.models.boost.XgbLtv;
import org.ltv4j.models.boost.XgbLtvModel;
import org.ltv4j.models.boost.XgbOptions;
import org.ltv4j.models.trees.Importance;

class ExplainerTest {
    private static final TrainingSet DATA = Shop.data(1_500, 1);
    private static final FeatureMatrix OTHERS = Shop.features(200, 9);

    private static XgbOptions few(XgbOptions options) {
        return options.withoutEarlyStopping().withRounds(40).withMaxDepth(4).withLearningRate(0.2);
    }

    private static double sum(List<Contribution> contributions) {
        return contributions.stream().mapToDouble(Contribution::amount).sum();
    }

    private static void checkSums(FeatureModel model) {
        double[] predicted = model.predict(OTHERS).values();
        List<Explanation> explanations = Explainer.of(model).explain(OTHERS);
        for (int row = 0; row < predicted.length; row++) {
            Explanation why = explanations.get(row);
            double scale = Math.max(1, Math.abs(predicted[row]));
            assertThat(why.prediction()).isCloseTo(predicted[row], within(1e-5 * scale));
            assertThat(why.base() + sum(why.contributions())).isCloseTo(predicted[row], within(1e-5 * scale));
            for (StageExplanation stage : why.stages()) {
                assertThat(stage.base() + sum(stage.contributions())).isCloseTo(stage.margin(), within(1e-9));
            }
        }
    }

    @Test
    void contributionsSumToThePredictionForEveryObjective() {
        checkSums(XgbLtv.fit(DATA, few(XgbOptions.squaredError())));
        checkSums(XgbLtv.fit(DATA, few(XgbOptions.tweedie())));
        checkSums(XgbLtv.fit(DATA, few(XgbOptions.log1p())));
        checkSums(XgbLtv.fit(DATA, few(XgbOptions.quantiles(0.7))));
        checkSums(Hurdle.fit(DATA, few(XgbOptions.logistic()), few(XgbOptions.gamma())));
        Outcome churn = Outcome.churn(Horizon.of(90, TimeScale.DAY));
        double[] gone = new double[DATA.rows()];
        for (int i = 0; i < gone.length; i++) {
            gone[i] = DATA.outcome(i) > 0 ? 0 : 1;
        }
        checkSums(XgbLtv.fit(
                DATA.withOutcomes(churn, gone), few(XgbOptions.logistic()).withPositiveWeight(2)));
    }

    @Test
    void marginsAndContributionsAreThoseOfTheTrees() {
        XgbLtvModel model = XgbLtv.fit(DATA, few(XgbOptions.tweedie()));
        double[][] inputs = model.inputs(OTHERS);
        double[] reference = new double[model.ensemble().explainer().size()];
        for (int row = 0; row < 20; row++) {
            float[] values = new float[inputs.length];
            for (int f = 0; f < values.length; f++) {
                values[f] = (float) inputs[f][row];
            }
            model.ensemble().explainer().contributions(values, reference);
            StageExplanation stage =
                    Explainer.of(model).explain(OTHERS, row).stages().get(0);
            assertThat(stage.margin()).isCloseTo(model.ensemble().margin(values), within(1e-5));
            assertThat(stage.scale()).isEqualTo(MarginScale.LOG);
            for (Contribution contribution : stage.contributions()) {
                int f = Shop.SCHEMA.index(contribution.feature().name());
                assertThat(contribution.amount()).isCloseTo(reference[f], within(1e-12));
            }
            assertThat(stage.base()).isEqualTo(reference[inputs.length]);
        }
    }

    /** On the identity nothing is shared out: contributions on the scale of the outcome are those of the margin. */
    @Test
    void theIdentityChangesNothing() {
        XgbLtvModel model = XgbLtv.fit(DATA, few(XgbOptions.squaredError()));
        Explanation why = Explainer.of(model).explain(OTHERS, 3);
        StageExplanation stage = why.stages().get(0);
        for (int i = 0; i < why.contributions().size(); i++) {
            assertThat(why.contributions().get(i).amount())
                    .isCloseTo(stage.contributions().get(i).amount(), within(1e-4));
        }
        assertThatThrownBy(() -> stage.scale().factor(1)).hasMessageContaining("are added");
        assertThat(MarginScale.LOG.factor(Math.log(2))).isCloseTo(2, within(1e-12));
    }

    @Test
    void contributionsKeepTheirSignOnTheScaleOfTheOutcomeAndComeLargestFirst() {
        XgbLtvModel model = XgbLtv.fit(DATA, few(XgbOptions.tweedie()));
        for (Explanation why : Explainer.of(model).explain(OTHERS)) {
            List<Contribution> margins = why.stages().get(0).contributions();
            for (int i = 0; i < margins.size(); i++) {
                assertThat(why.contributions().get(i).feature())
                        .isEqualTo(margins.get(i).feature());
                assertThat(Math.signum(why.contributions().get(i).amount()))
                        .isEqualTo(Math.signum(margins.get(i).amount()));
                assertThat(i == 0
                                || Math.abs(margins.get(i).amount())
                                        <= Math.abs(margins.get(i - 1).amount()))
                        .isTrue();
            }
        }
    }

    @Test
    void bothStagesOfAHurdleAreToldApart() {
        HurdleModel model = Hurdle.fit(DATA, few(XgbOptions.logistic()), few(XgbOptions.gamma()));
        Explanation why = Explainer.of(model).explain(OTHERS, 0);
        assertThat(why.stages()).extracting(StageExplanation::name).containsExactly("silent", "spends");
        assertThat(why.stages())
                .extracting(StageExplanation::scale)
                .containsExactly(MarginScale.LOGIT, MarginScale.LOG);
        assertThat(why.toString()).startsWith("Explanation[spend in 90d").doesNotContain("app");
    }

    @Test
    void whatMattersComesFirstAndNoiseLast() {
        XgbLtvModel model = XgbLtv.fit(DATA, few(XgbOptions.squaredError()));
        Explainer explainer = Explainer.of(model);
        GlobalImportance importance = explainer.importance(OTHERS);
        assertThat(importance.outcome().subList(0, 3))
                .extracting(mean -> mean.feature().name())
                .containsExactlyInAnyOrder("last_90_days_purchases", "mean_spend", "favourite_channel");
        StageImportance stage = importance.stages().get(0);
        double[] gain = model.ensemble().importance(Importance.GAIN);
        double[] mean =
                model.ensemble().explainer().meanAbsolute(model.inputs(OTHERS), OTHERS.rows(), Parallelism.SEQUENTIAL);
        for (FeatureImportance feature : stage.features()) {
            int f = Shop.SCHEMA.index(feature.feature().name());
            assertThat(feature.gain()).isEqualTo(gain[f]);
            assertThat(feature.meanContribution()).isCloseTo(mean[f], within(1e-9));
        }
        assertThat(explainer.importance(OTHERS, Parallelism.of(3))).isEqualTo(importance);
        assertThatThrownBy(() -> explainer.importance(OTHERS.rows(new int[0]))).hasMessageContaining("there is none");
    }

    @Test
    void otherModelsAreRefused() {
        assertThatThrownBy(() -> Explainer.of(new Additive())).hasMessageContaining("use PartialDependence");
        XgbLtvModel quantiles = XgbLtv.fit(DATA, few(XgbOptions.quantiles(0.1, 0.9)));
        assertThatThrownBy(() -> Explainer.of(quantiles)).hasMessageContaining("fit one level");
        Explainer explainer = Explainer.of(XgbLtv.fit(DATA, few(XgbOptions.tweedie())));
        assertThatThrownBy(() -> explainer.explain(OTHERS, 200)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> explainer.explain(OTHERS.select(List.of("age")), 0))
                .isNotNull();
    }
}
