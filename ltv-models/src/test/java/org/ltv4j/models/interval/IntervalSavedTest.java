package org.ltv4j.models.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.core.outcome.TrainingSet;
import org.ltv4j.core.testing.SavedModelContract;
import org.ltv4j.models.boost.XgbLtv;
import org.ltv4j.models.boost.XgbLtvModel;
import org.ltv4j.models.boost.XgbOptions;

class IntervalSavedTest extends SavedModelContract {
    private static final TrainingSet DATA = Draws.draw(400, new SplittableRandom(2), (x, u) -> x * u);
    private static final XgbOptions TINY =
            XgbOptions.squaredError().withoutEarlyStopping().withRounds(2).withMaxDepth(1);
    private static final XgbLtvModel POINT = XgbLtv.fit(DATA, TINY);
    private static final IntervalOptions NINETY = IntervalOptions.of(0.9);

    private static IntervalModel quantiles() {
        return ConformalQuantiles.fit(
                DATA,
                NINETY.withSide(Side.UPPER).withGroups(CalibrationGroups.ofFeature("x", 0.5)),
                XgbOptions.quantiles(0.5).withoutEarlyStopping().withRounds(2).withMaxDepth(1));
    }

    @Override
    protected List<? extends LtvModel> models() {
        return List.of(
                quantiles(),
                SplitConformal.calibrate(
                        POINT,
                        DATA,
                        NINETY.withGroups(CalibrationGroups.ofLevels("channel")),
                        Spread.ofPrediction(0.25)));
    }

    @Override
    protected void checkPredictions(LtvModel model) {
        FeatureMatrix features = Draws.features(5, new SplittableRandom(4));
        if (model instanceof IntervalModel intervals && intervals.schema().equals(features.schema())) {
            Intervals predicted = intervals.predict(features);
            for (int i = 0; i < predicted.size(); i++) {
                assertThat(predicted.lower(i)).isLessThanOrEqualTo(predicted.upper(i));
            }
        }
    }

    @Test
    void everyFormIsSaved() {
        FeatureMatrix features = Draws.features(50, new SplittableRandom(9));
        for (IntervalModel model : List.of(
                quantiles(),
                ConformalQuantiles.calibrate(POINT, POINT, DATA, NINETY.onNewestDate()),
                SplitConformal.calibrate(POINT, DATA, NINETY, Spread.CONSTANT),
                SplitConformal.calibrate(
                        POINT,
                        DATA,
                        NINETY.withGroups(CalibrationGroups.ofPrediction(0.2, 0.3))
                                .withSide(Side.LOWER),
                        Spread.ofModel(POINT, 0.1)))) {
            IntervalModel loaded = Models.fromJson(Models.toJson(model), IntervalModel.class);
            assertThat(loaded).isEqualTo(model).hasSameHashCodeAs(model).hasToString(model.toString());
            assertThat(loaded.predict(features)).isEqualTo(model.predict(features));
        }
    }

    @Test
    void theSameDataAndSeedGiveTheSameFile() {
        assertThat(Models.toJson(quantiles())).isEqualTo(Models.toJson(quantiles()));
    }

    @Test
    void aModelOfMeansHasNoQuantiles() {
        assertThatThrownBy(() -> ConformalQuantiles.calibrate(POINT, DATA, NINETY))
                .hasMessageContaining("foretells no quantiles");
    }
}
