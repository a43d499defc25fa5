package org.ltv4j.models.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.outcome.Predictions;

/** A row alone, rows together, levels by name, and what is refused. */
class XgbScoringTest {
    private static final Shop SHOP = Shop.of(1_000, 1);
    private static final Shop MANY = Shop.of(9_000, 2); // three blocks
    private static final XgbOptions QUICK =
            XgbOptions.tweedie().withoutEarlyStopping().withRounds(20);
    private static final XgbLtvModel MODEL = XgbLtv.fit(SHOP.forSpend(), QUICK);
    private static double sink;

    @Test
    void aRowAloneIsForetoldAsAmongOthers() {
        List<XgbLtvModel> models = List.of(
                MODEL,
                XgbLtv.fit(SHOP.forSpend(), XgbOptions.log1p().withRounds(20)),
                XgbLtv.fit(SHOP.forSpend(), XgbOptions.quantiles(0.1, 0.9).withRounds(5)),
                XgbLtv.fit(SHOP.forSpend(), XgbOptions.absoluteError().withRounds(5)),
                XgbLtv.fit(SHOP.forPurchases(), XgbOptions.poisson().withRounds(20)),
                XgbLtv.fit(SHOP.forChurn(), XgbOptions.logistic().withRounds(20).withPositiveWeight(2)));
        for (XgbLtvModel model : models) {
            Predictions together = model.predict(MANY.features);
            assertThat(together.customers()).isEqualTo(MANY.features.customers());
            assertThat(together.asOf()).isEqualTo(Shop.DATE);
            assertThat(together.outcome()).isEqualTo(model.outcome());
            for (int i = 0; i < MANY.features.rows(); i += 7) {
                assertThat(model.predict(MANY.features.row(i)))
                        .as(model.toString())
                        .isEqualTo(together.value(i));
            }
        }
    }

    @Test
    void nobodyIsForetoldNothing() {
        assertThat(MODEL.predict(MANY.features.rows(new int[0])).size()).isZero();
    }

    @Test
    void floatRowsAllocateNothing() {
        assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean, "this JVM does not count allocations");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        float[] row = {3, 10, 20, 1, 0};
        score(row);
        long before = threads.getCurrentThreadAllocatedBytes();
        score(row);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000); // of 10,000 calls
        assertThat(MODEL.predict(row)).isEqualTo(MODEL.predict(new double[] {3, 10, 20, 1, 0}));
    }

    private static void score(float[] row) {
        for (int i = 0; i < 10_000; i++) {
            row[1] = i;
            sink += MODEL.predict(row);
        }
        row[1] = 10;
    }

    @Test
    void doublesAreRoundedToFloat() {
        double[] row = {3, 10, 20.123_456_789_012, 1, 0};
        double[] rounded = row.clone();
        rounded[2] = (float) row[2];
        assertThat(MODEL.predict(row)).isEqualTo(MODEL.predict(rounded));
    }

    @Test
    void otherFeaturesAreRefusedByName() {
        FeatureMatrix fewer = MANY.features.select(List.of("purchases", "days_since_last", "channel", "noise"));
        assertThatThrownBy(() -> MODEL.predict(fewer))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("missing: mean_amount");
        FeatureMatrix moved =
                MANY.features.select(List.of("days_since_last", "purchases", "mean_amount", "channel", "noise"));
        assertThatThrownBy(() -> MODEL.predict(moved)).hasMessageContaining("another order");
        assertThatThrownBy(() -> MODEL.predict(Shop.single(1))).hasMessageContaining("not expected: x");
    }

    private static FeatureMatrix cities(List<String> levels, double... values) {
        Feature city = Shop.feature("city", FeatureType.CATEGORY);
        return FeatureMatrix.of(
                Shop.ids(values.length),
                Shop.DATE,
                new FeatureSchema(List.of(city)),
                new double[][] {values},
                Map.of("city", levels));
    }

    private static XgbLtvModel byCity(UnseenLevel unseen) {
        double[] values = new double[90];
        double[] y = new double[90];
        Arrays.setAll(values, i -> i % 3 == 2 ? Double.NaN : i % 3);
        Arrays.setAll(y, i -> 10 * (1 + i % 3)); // Aachen 10, Bonn 20, unknown 30
        XgbOptions tree = XgbOptions.decisionTree().withCategories(CategoryRules.DEFAULT.withUnseen(unseen));
        return XgbLtv.fit(cities(List.of("Aachen", "Bonn"), values), Shop.SPEND, y, tree);
    }

    @Test
    void levelsAreMatchedByName() {
        XgbLtvModel model = byCity(UnseenLevel.MISSING);
        assertThat(model.levels()).containsExactly(Map.entry("city", List.of("Aachen", "Bonn")));
        FeatureMatrix others = cities(List.of("Zittau", "Bonn", "Aachen"), 1, 2, 0, Double.NaN);
        assertThat(Arrays.stream(model.predict(others).values()).map(Math::rint))
                .containsExactly(20.0, 10.0, 30.0, 30.0); // Zittau is missing
        assertThat(Math.rint(model.predict(new double[] {1}))).isEqualTo(20);
        assertThat(Math.rint(model.predict(new double[] {2}))).isEqualTo(30);
    }

    @Test
    void anUnseenLevelIsAnErrorIfAskedFor() {
        XgbLtvModel model = byCity(UnseenLevel.ERROR);
        assertThat(model.predict(cities(List.of("Zittau", "Bonn"), 1)).value(0)).isBetween(19.9, 20.1);
        assertThatThrownBy(() -> model.predict(cities(List.of("Zittau", "Bonn"), 1, 0)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("row 2, feature city has a level that training has not met")
                .hasMessageNotContaining("Zittau");
        assertThatThrownBy(() -> model.predict(new double[] {2})).hasMessageContaining("has not met");
    }

    @Test
    void rowsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> MODEL.predict(new double[4])).hasMessageContaining("need 5 values in a row, got 4");
        assertThatThrownBy(() -> MODEL.predict(new float[6])).hasMessageContaining("got 6");
        assertThatThrownBy(() -> MODEL.predict(new double[] {1, Double.POSITIVE_INFINITY, 1, 1, 1}))
                .hasMessageContaining("feature days_since_last is infinite");
        for (double level : new double[] {-1, 0.5}) {
            assertThatThrownBy(() -> MODEL.predict(new double[] {1, 1, 1, level, 1}))
                    .hasMessageContaining("feature channel is a category")
                    .hasMessageContaining(level + " is none");
        }
        assertThatThrownBy(() -> MODEL.quantiles(MANY.features))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("XgbOptions.quantiles");
    }

    @Test
    void whatCannotBeBelowZeroIsNot() {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] y = {0, 0, 0, -4, 0, 5, 0, 9};
        XgbOptions steep = XgbOptions.squaredError()
                .withoutEarlyStopping()
                .withRounds(20)
                .withLearningRate(0.5)
                .withMinChildWeight(0);
        FeatureMatrix features = Shop.single(x);
        assertThat(Arrays.stream(XgbLtv.fit(features, Shop.SPEND, y, steep)
                                .predict(features)
                                .values())
                        .min()
                        .orElseThrow())
                .isNegative();
        XgbLtvModel clamped = XgbLtv.fit(features, Shop.SPEND, y, steep.clampNegative());
        assertThat(Arrays.stream(clamped.predict(features).values()).min().orElseThrow())
                .isNotNegative();
        assertThat(clamped.report().findings()).containsExactly("1 of 8 outcomes were below 0 and counted as 0");
    }
}
