package org.ltv4j.models.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.io.ModelFormatException;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.core.outcome.FeatureModel;
import org.ltv4j.core.outcome.TrainingSet;
import org.ltv4j.core.testing.ModelDocument;
import org.ltv4j.core.testing.SavedModelContract;

/** A saved model is the same when it is loaded, and a changed one is refused before a tree is walked. */
class XgbSavedTest extends SavedModelContract {
    private static final FeatureMatrix FEATURES = FeatureMatrix.of(
            Shop.ids(8),
            Shop.DATE,
            new FeatureSchema(
                    List.of(Shop.feature("x", FeatureType.NUMBER), Shop.feature("city", FeatureType.CATEGORY))),
            new double[][] {{1, 2, 3, 4, 5, 6, 7, 8}, {0, 1, 0, 1, Double.NaN, 0, 1, 0}},
            Map.of("city", List.of("Aachen", "Bonn")));
    private static final double[] SPEND = {0, 4, 0, 9, 0, 16, 25, 0};
    private static final XgbOptions TINY = XgbOptions.log1p()
            .withoutEarlyStopping()
            .withRounds(2)
            .withMaxDepth(2)
            .withMinChildWeight(0);

    private static final XgbLtvModel MODEL = XgbLtv.fit(data(), TINY);

    private static TrainingSet data() {
        return TrainingSet.of(FEATURES, Shop.SPEND, SPEND);
    }

    @Override
    protected List<? extends LtvModel> models() {
        return List.of(XgbLtv.fit(
                data(),
                TINY.withValidation(ValidationPart.CUSTOMERS).increasing("x").interacting("x", "city")));
    }

    @Override
    protected void checkPredictions(LtvModel model) {
        FeatureModel loaded = (FeatureModel) model;
        if (FEATURES.schema().names().containsAll(loaded.schema().names())) {
            FeatureMatrix features = FEATURES.select(loaded.schema().names());
            if (loaded.schema().equals(features.schema())) {
                assertThat(loaded.predict(features).size()).isEqualTo(8);
            }
        }
    }

    private static String with(Object value, Object... place) {
        return ModelDocument.parse(Models.toJson(MODEL)).with(List.of(place), value);
    }

    private static void refuses(ThrowingCallable load, String... words) {
        assertThatThrownBy(load)
                .isInstanceOf(ModelFormatException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(DataFingerprint.sha256().digest(bytes));
    }

    /** The document around these trees, with checksums made right. */
    private static String around(byte[] trees) {
        ModelDocument document = ModelDocument.parse(with(sha256(trees), "trees", "sha256"));
        return document.with(
                List.of("trees", "base64"), List.of(Base64.getEncoder().encodeToString(trees)));
    }

    @Test
    void changedTreesAreRefused() {
        byte[] trees = MODEL.booster();
        String text = Base64.getEncoder().encodeToString(trees);
        refuses(() -> Models.fromJson(with("0".repeat(64), "trees", "sha256")), "$.trees.sha256", "were changed");
        refuses(
                () -> Models.fromJson(with(List.of(text.substring(0, 400)), "trees", "base64")),
                "$.trees.sha256",
                "cut short");
        refuses(() -> Models.fromJson(with(List.of(text.substring(0, 401)), "trees", "base64")), "no base64");
        refuses(() -> Models.fromJson(with(List.of("%%%%"), "trees", "base64")), "$.trees.base64", "no base64");
        refuses(() -> Models.fromJson(with("json", "trees", "format")), "need 'xgboost-ubj'");
    }

    @Test
    void everyByteOfTheTreesIsLookedAtEvenWhereTheChecksumIsMadeRight() {
        byte[] trees = MODEL.booster();
        for (int i = 0; i < trees.length; i += 3) {
            byte[] changed = trees.clone();
            changed[i] ^= 0x41;
            try {
                checkPredictions(Models.fromJson(around(changed)));
            } catch (ModelFormatException e) {
                assertThat(e.getMessage()).isNotBlank();
            } catch (InvalidDataException e) {
                assertThat(e).hasMessageContaining("no prediction"); // a leaf that overflows the exponential
            }
        }
    }

    @Test
    void treesOfAnotherModelAreRefused() {
        byte[] moreFeatures = XgbLtv.fit(Shop.of(30, 1).forSpend(), TINY).booster();
        refuses(() -> Models.fromJson(around(moreFeatures)), "need features 2, they have 5");
        FeatureSchema renamed = new FeatureSchema(
                List.of(Shop.feature("y", FeatureType.NUMBER), Shop.feature("city", FeatureType.CATEGORY)));
        FeatureMatrix others = FeatureMatrix.of(
                Shop.ids(2),
                Shop.DATE,
                renamed,
                new double[][] {{1, 2}, {0, 1}},
                Map.of("city", List.of("Aachen", "Bonn")));
        byte[] otherNames =
                XgbLtv.fit(others, Shop.SPEND, new double[] {1, 2}, TINY).booster();
        refuses(() -> Models.fromJson(around(otherNames)), "need features named [x, city], they have [y, city]");
        byte[] fewerRounds = XgbLtv.fit(data(), TINY.withRounds(1)).booster();
        refuses(() -> Models.fromJson(around(fewerRounds)), "need rounds 2, they have 1");
        byte[] otherObjective = XgbLtv.fit(
                        data(), XgbOptions.tweedie().withoutEarlyStopping().withRounds(2))
                .booster();
        refuses(() -> Models.fromJson(around(otherObjective)), "need objective LOG1P, they have reg:tweedie");
        byte[] manyOutputs = XgbLtv.fit(
                        data(),
                        XgbOptions.quantiles(0.1, 0.9).withoutEarlyStopping().withRounds(2))
                .booster();
        refuses(() -> Models.fromJson(around(manyOutputs)), "need outputs 1, they have 2");
    }

    @Test
    void membersThatDoNotFitAreRefused() {
        refuses(() -> Models.fromJson(with("TWEEDIE", "options", "objective")), "Tweedie needs one variance power");
        refuses(() -> Models.fromJson(with("x", "options", "seed")), "$.options.seed");
        refuses(() -> Models.fromJson(with(0, "totalFactor")), "totalFactor is above 0");
        refuses(() -> Models.fromJson(with(1e308, "totalFactor")), "within float");
        refuses(() -> Models.fromJson(with(-1, "constant")), "a constant outcome is one that LOG1P can learn");
        refuses(() -> Models.fromJson(with("x", "constant")), "$.constant");
        refuses(() -> Models.fromJson(with(3, "report", "rounds")), "$.report.rounds");
        refuses(() -> Models.fromJson(with(List.of(1.0), "report", "validationLoss")), "need as many losses");
        refuses(() -> Models.fromJson(with(List.of(), "levels")), "feature city needs names of levels");
        refuses(() -> Models.fromJson(with("x", "levels", 0, "feature")), "feature x needs names of levels");
        refuses(
                () -> Models.fromJson(with(
                        List.of(
                                Map.of("feature", "city", "names", List.of("a")),
                                Map.of("feature", "city", "names", List.of("b"))),
                        "levels")),
                "has its levels twice");
        refuses(
                () -> Models.fromJson(with(
                        List.of(
                                Map.of("feature", "city", "names", List.of("a")),
                                Map.of("feature", "till", "names", List.of("b"))),
                        "levels")),
                "not in the schema");
        refuses(() -> Models.fromJson(with("CHURN", "outcome", "kind")), "cannot be learnt with LOG1P");
    }

    @Test
    void aFactorOfTotalsBelongsToTheObjectivesThatNeedIt() {
        XgbOptions two = XgbOptions.poisson().withoutEarlyStopping().withRounds(2);
        ModelDocument poisson = ModelDocument.parse(Models.toJson(XgbLtv.fit(data(), two)));
        refuses(() -> Models.fromJson(poisson.with(List.of("totalFactor"), 1.1)), "1 for objectives other than LOG1P");
        ModelDocument tree = ModelDocument.parse(
                Models.toJson(XgbLtv.fit(FEATURES, Shop.CHURN, new double[8], XgbOptions.decisionTree())));
        refuses(() -> Models.fromJson(tree.with(List.of("constant"), 0.5)), "of churn in 90d, got 0.5");
    }

    @Test
    void nobodyWhoWasTrainedOnIsNamed() {
        XgbLtvModel model = XgbLtv.fit(Shop.of(200, 1).forSpend(), TINY);
        assertThat(Models.toJson(model)).doesNotContain("customer-");
        assertThat(model.toString()).doesNotContain("customer-");
    }

    @Test
    void manyTreesFillSeveralLines() {
        XgbLtvModel large =
                XgbLtv.fit(Shop.of(2_000, 1).forSpend(), TINY.withRounds(60).withMaxDepth(6));
        String json = Models.toJson(large);
        ModelDocument document = ModelDocument.parse(json);
        assertThat((List<?>) document.get(List.of("trees", "base64"))).hasSizeGreaterThan(1);
        assertThat(Models.fromJson(json)).isEqualTo(large);
    }
}
