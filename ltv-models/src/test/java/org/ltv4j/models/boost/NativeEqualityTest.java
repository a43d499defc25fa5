package org.ltv4j.models.boost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.core.outcome.TrainingSet;
import org.ltv4j.models.trees.TreeEnsemble;

/** What XGBoost itself says of rows that it was not trained on, and what its model says in Java: the same to the last bit. */
class NativeEqualityTest {
    private static final Shop SHOP = Shop.of(1_500, 3);
    private static final Shop OTHERS = Shop.of(2_000, 4);

    static Stream<XgbOptions> spend() {
        XgbOptions sampled = XgbOptions.squaredError().withSampling(new Sampling(0.7, 0.8, 0.9, 0.8, 3));
        return Stream.of(
                        XgbOptions.tweedie(),
                        XgbOptions.squaredError(),
                        XgbOptions.log1p(),
                        XgbOptions.absoluteError(),
                        XgbOptions.quantiles(0.1, 0.5, 0.9),
                        XgbOptions.quantiles(0.8),
                        sampled,
                        XgbOptions.tweedie().withCategories(new CategoryRules(1, 2, UnseenLevel.MISSING)),
                        XgbOptions.tweedie().increasing("purchases").interacting("purchases", "mean_amount"))
                .map(options -> options.withoutEarlyStopping().withRounds(25).withMaxDepth(6));
    }

    @ParameterizedTest
    @MethodSource("spend")
    void spend(XgbOptions options) throws XGBoostError {
        compare(SHOP.forSpend(), options);
    }

    @Test
    void spendOfBuyers() throws XGBoostError {
        compare(
                SHOP.forSpend().rows(SHOP.buyers()),
                XgbOptions.gamma().withoutEarlyStopping().withRounds(25));
    }

    static Stream<XgbOptions> ofOtherOutcomes() {
        return Stream.of(
                XgbOptions.poisson().withoutEarlyStopping().withRounds(25),
                XgbOptions.logistic().withoutEarlyStopping().withRounds(25),
                XgbOptions.logistic().withoutEarlyStopping().withRounds(25).withPositiveWeight(3),
                XgbOptions.randomForest().withSampling(new Sampling(0.6, 1, 1, 0.5, 30)),
                XgbOptions.decisionTree());
    }

    @ParameterizedTest
    @MethodSource("ofOtherOutcomes")
    void purchasesAndChurn(XgbOptions options) throws XGBoostError {
        compare(options.objective().kind() == ObjectiveKind.LOGISTIC ? SHOP.forChurn() : SHOP.forPurchases(), options);
    }

    private static void compare(TrainingSet data, XgbOptions options) throws XGBoostError {
        XgbLtvModel model = XgbLtv.fit(data, options);
        TrainingSet others = OTHERS.forSpend();
        Rows rows = Rows.of(others, Split.all(others), others.outcomes(), 1);
        float[][] expected = nativeMargins(model.booster(), rows);
        TreeEnsemble trees = model.ensemble();
        float[] margins = new float[rows.count() * trees.outputs()];
        trees.marginsOfRows(rows.values(), rows.count(), margins);
        for (int i = 0; i < rows.count(); i++) {
            for (int k = 0; k < trees.outputs(); k++) {
                assertThat(Float.floatToRawIntBits(margins[i * trees.outputs() + k]))
                        .as("margin %d of row %d", k, i)
                        .isEqualTo(Float.floatToRawIntBits(expected[i][k]));
            }
        }
    }

    private static float[][] nativeMargins(byte[] model, Rows rows) throws XGBoostError {
        Booster booster = null;
        DMatrix matrix = null;
        try {
            booster = XGBoost.loadModel(model);
            booster.setParam("nthread", 1);
            matrix = new DMatrix(rows.values(), rows.count(), rows.features(), Float.NaN);
            matrix.setFeatureTypes(rows.types());
            matrix.setFeatureNames(rows.names());
            return booster.predict(matrix, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (booster != null) {
                booster.dispose();
            }
            if (matrix != null) {
                matrix.dispose();
            }
        }
    }

    /** The curve is computed in Java from native margins; it must be what the model in Java loses on the same rows. */
    @ParameterizedTest
    @MethodSource("spend")
    void theLastLossIsThatOfTheModel(XgbOptions options) {
        TrainingSet data = SHOP.forSpend();
        double[] labels = new TrainingChecks(data, options).labels();
        Rows rows = Rows.of(data, Split.all(data), labels, 1);
        Map<String, Object> parameters = NativeParameters.of(options, data.schema(), 1, OptionalDouble.empty());
        Trainer.Result result =
                new Trainer(options.objective(), parameters, ProgressListener.NONE).train(rows, null, 5, 1);
        TreeEnsemble trees = TreeEnsemble.of(result.model());
        float[] flat = new float[rows.count() * trees.outputs()];
        trees.marginsOfRows(rows.values(), rows.count(), flat);
        float[][] margins = new float[rows.count()][trees.outputs()];
        for (int i = 0; i < flat.length; i++) {
            margins[i / trees.outputs()][i % trees.outputs()] = flat[i];
        }
        assertThat(result.curve().get(4).training()).isEqualTo(new Losses(options.objective(), rows).of(margins));
    }
}
