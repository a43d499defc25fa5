package org.ltv4j.models.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.feature.FeatureMatrix;

/** An additive model depends on each feature by its own function, up to a constant: the mean of the others. */
class PartialDependenceTest {
    private static final FeatureMatrix FEATURES = Shop.features(300, 4);
    private static final DependenceOptions OPTIONS = DependenceOptions.DEFAULT;

    private static PartialDependence of(String feature, DependenceOptions options) {
        return PartialDependence.of(new Additive(), FEATURES, feature, options);
    }

    @Test
    void anAdditiveModelGivesItsOwnFunctions() {
        PartialDependence purchases = of("last_90_days_purchases", OPTIONS);
        assertThat(purchases.points()).isEqualTo(10); // 0 to 9, each once
        for (int k = 0; k < purchases.points(); k++) {
            assertThat(purchases.value(k)).isEqualTo(k);
            assertThat(purchases.mean(k) - purchases.mean(0)).isCloseTo(k * k, within(1e-9));
            for (int row = 0; row < purchases.rows(); row++) {
                assertThat(purchases.curve(row)[k] - purchases.curve(row)[0]).isCloseTo(k * k, within(1e-9));
            }
        }
        double others = IntStream.range(0, 300)
                .mapToDouble(i -> 3 * FEATURES.value(i, 3) + 10 * FEATURES.value(i, 2))
                .average()
                .orElseThrow();
        assertThat(purchases.mean(0)).isCloseTo(others, within(1e-9));
        PartialDependence channel = of("favourite_channel", OPTIONS);
        assertThat(channel.levels()).containsExactly("app", "shop", "web");
        assertThat(channel.mean(2) - channel.mean(0)).isCloseTo(20, within(1e-9));
        assertThat(of("noise_a", OPTIONS).mean(0))
                .isEqualTo(of("noise_a", OPTIONS).mean(19));
    }

    @Test
    void twoFeaturesOfAnAdditiveModelDoNotInteract() {
        PartialDependenceSurface surface = PartialDependenceSurface.of(
                new Additive(),
                FEATURES,
                "age",
                "last_90_days_purchases",
                OPTIONS.withPoints(4).withRows(50));
        double[] ages = surface.firstValues();
        double[] purchases = surface.secondValues();
        for (int i = 0; i < ages.length; i++) {
            for (int j = 0; j < purchases.length; j++) {
                assertThat(surface.mean(i, j) - surface.mean(0, 0))
                        .isCloseTo(
                                3 * (ages[i] - ages[0]) + purchases[j] * purchases[j] - purchases[0] * purchases[0],
                                within(1e-9));
            }
        }
        assertThatThrownBy(() -> PartialDependenceSurface.of(new Additive(), FEATURES, "age", "age", OPTIONS))
                .hasMessageContaining("age twice");
    }

    @Test
    void theSampleDependsOnTheSeedAndNothingElse() {
        DependenceOptions small = OPTIONS.withRows(30);
        PartialDependence one = of("age", small);
        assertThat(one.rows()).isEqualTo(30);
        assertThat(of("age", small).mean(0)).isEqualTo(one.mean(0));
        assertThat(of("age", small.withSeed(1)).mean(0)).isNotEqualTo(one.mean(0));
    }

    @Test
    void badInputIsRefused() {
        double[][] columns = new double[Shop.SCHEMA.size()][2];
        columns[1] = new double[] {Double.NaN, Double.NaN};
        assertThatThrownBy(() -> PartialDependence.of(new Additive(), Shop.matrix(columns), "mean_spend", OPTIONS))
                .hasMessageContaining("mean_spend has no value");
        assertThatThrownBy(() -> of("nothing", OPTIONS)).hasMessageContaining("nothing");
        assertThatThrownBy(() -> OPTIONS.withPoints(1)).hasMessageContaining("at least 2 points");
    }
}
