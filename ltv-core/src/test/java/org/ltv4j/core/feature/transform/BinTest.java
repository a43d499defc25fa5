package org.ltv4j.core.feature.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ltv4j.core.feature.transform.Matrices.NA;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureType;

/** Bins, and products and ratios of features. */
class BinTest {
    private static double[] bins(FeatureStep step, double... values) {
        FeatureMatrix matrix = Matrices.number("x", values);
        return FeaturePipeline.of(step).fit(matrix).apply(matrix).column("x_bin");
    }

    /** KBinsDiscretizer(4, strategy="quantile") of scikit-learn 1.9.1: edges 0, 1, 7, 12.5, 1000. */
    @Test
    void quantileEdgesAreThoseOfScikitLearn() {
        FeatureMatrix matrix = Matrices.number("x", 3, 0, 12.5, 7, 1000, 0.25, 40, 7, 1);
        FittedPipeline fitted = FeaturePipeline.of(Bin.quantiles(4, "x")).fit(matrix);
        assertThat(((FittedBins) fitted.steps().get(0)).features().get(0).edges())
                .containsExactly(1.0, 7.0, 12.5);
        // a value on an edge belongs to the bin below (as with pandas' qcut)
        assertThat(fitted.apply(matrix).column("x_bin")).containsExactly(1, 0, 2, 1, 3, 0, 3, 1, 0);
        assertThat(fitted.apply(new double[] {-5})).containsExactly(0);
        assertThat(fitted.apply(new double[] {1e9})).containsExactly(3);
        assertThat(fitted.apply(new double[] {NA})).containsExactly(NA);
    }

    @Test
    void binsAreACategoryWithLevelsOrANumber() {
        FeatureMatrix matrix = Matrices.number("x", 1, 2, 3, 4);
        FittedPipeline category =
                FeaturePipeline.of(Bin.quantiles(2, "x").keepingSource()).fit(matrix);
        assertThat(category.output().names()).containsExactly("x", "x_bin");
        assertThat(category.output().feature(1).type()).isEqualTo(FeatureType.CATEGORY);
        assertThat(category.outputLevels().get("x_bin")).containsExactly("1", "2");
        FittedPipeline number =
                FeaturePipeline.of(Bin.quantiles(2, "x").asNumber()).fit(matrix);
        assertThat(number.output().feature(0).type()).isEqualTo(FeatureType.COUNT);
        assertThat(number.apply(matrix).column("x_bin")).containsExactly(0, 0, 1, 1);
        FittedPipeline flags =
                FeaturePipeline.of(Bin.quantiles(2, "x"), OneHot.of("x_bin")).fit(matrix);
        assertThat(flags.output().names()).containsExactly("x_bin_is_1", "x_bin_is_2");
    }

    @Test
    void equalValuesShareABin() {
        assertThat(bins(Bin.quantiles(4, "x"), 0, 0, 0, 0, 0, 0, 0, 0, 5, 9))
                .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1, 1);
        assertThat(bins(Bin.quantiles(4, "x"), 7, 7, 7)).containsExactly(0, 0, 0);
        assertThat(bins(Bin.quantiles(4, "x"), 7)).containsExactly(0);
        assertThat(bins(Bin.quantiles(4, "x"), NA, NA)).containsExactly(NA, NA);
    }

    @Test
    void edgesMayBeGiven() {
        assertThat(bins(Bin.at(new double[] {0, 10}, "x"), -1, 0, 0.5, 10, 11, NA))
                .containsExactly(0, 0, 1, 1, 2, NA);
        assertThatThrownBy(() -> Bin.at(new double[] {1, 1}, "x"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("edges must be finite and rise, edge 2 is 1.0 after 1.0");
        assertThatThrownBy(() -> Bin.at(new double[] {NA}, "x")).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> Bin.at(new double[0], "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Bin.quantiles(1, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void productsAndRatiosStandAtTheEnd() {
        FeatureMatrix matrix = Matrices.with()
                .numbers("spend", 10, 20, NA, 5)
                .counts("visits", 2, 0, 3, NA)
                .category("city", List.of("a"), 0, 0, 0, 0)
                .build();
        FittedPipeline fitted = FeaturePipeline.of(
                        Interactions.none().ratio("spend", "visits").product("spend", "spend"))
                .fit(matrix);
        assertThat(fitted.output().names())
                .containsExactly("spend", "visits", "city", "spend_per_visits", "spend_times_spend");
        assertThat(fitted.output().feature(3).unit()).isEqualTo("EUR per 1");
        assertThat(fitted.output().feature(4).unit()).isEqualTo("EUR x EUR");
        assertThat(fitted.output().feature(3).formula()).isEqualTo("ratio(raw spend, raw visits)");
        assertThat(fitted.output().feature(3).sensitivity()).isEqualTo(Sensitivity.PLAIN);
        FeatureMatrix result = fitted.apply(matrix);
        assertThat(result.column("spend_per_visits")).containsExactly(5, NA, NA, NA);
        assertThat(result.column("spend_times_spend")).containsExactly(100, 400, NA, 25);
        assertThat(fitted.apply(new double[] {1e300, 1, 0})).containsExactly(1e300, 1, 0, 1e300, Double.MAX_VALUE);
        assertThatThrownBy(() -> FeaturePipeline.of(Interactions.none().product("spend", "city"))
                        .fit(matrix))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("feature city is a category");
        assertThatThrownBy(() -> FeaturePipeline.of(
                                Interactions.none().product("spend", "visits").product("spend", "visits"))
                        .fit(matrix))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("spend_times_visits would stand twice");
    }
}
