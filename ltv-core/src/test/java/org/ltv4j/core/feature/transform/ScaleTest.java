package org.ltv4j.core.feature.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ltv4j.core.feature.transform.Matrices.NA;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;

/** Expected numbers: StandardScaler and RobustScaler of scikit-learn 1.9.1 on the same nine values. */
class ScaleTest {
    private static final double[] SPEND = {3, 0, 12.5, NA, 7, 1e3, 0.25, NA, 40, 7};

    private static double[] after(FeatureStep step, double... values) {
        FeatureMatrix matrix = Matrices.number("spend", values);
        return FeaturePipeline.of(step).fit(matrix).apply(matrix).column("spend");
    }

    @Test
    void standardScaleIsThatOfScikitLearn() {
        assertThat(after(StandardScale.of("spend"), SPEND))
                .usingComparatorWithPrecision(1e-14)
                .containsExactly(
                        -0.3989627893738874,
                        -0.40811899969659676,
                        -0.3699681233519745,
                        NA,
                        -0.3867545089436083,
                        2.643951107873185,
                        -0.4073559821697043,
                        NA,
                        -0.2860361953938055,
                        -0.3867545089436083);
    }

    @Test
    void robustScaleIsThatOfScikitLearn() {
        assertThat(after(RobustScale.of("spend"), SPEND))
                .usingComparatorWithPrecision(1e-13)
                .containsExactly(
                        -0.23443223443223443,
                        -0.41025641025641024,
                        0.32234432234432236,
                        NA,
                        0.0,
                        58.1978021978022,
                        -0.3956043956043956,
                        NA,
                        1.934065934065934,
                        0.0);
    }

    @Test
    void aLargeMeanTakesNoDigitsOfASmallSpread() {
        // deviations of exactly -1, 0 and 1: the standard deviation is sqrt(2/3)
        double[] scaled = after(StandardScale.of("spend"), 1e9 - 1, 1e9, 1e9 + 1);
        assertThat(scaled[2]).isCloseTo(Math.sqrt(1.5), within(1e-15));
        assertThat(scaled[0]).isEqualTo(-scaled[2]);
    }

    @Test
    void constantsAreCentredAndMissingColumnsStay() {
        for (FeatureStep step : List.of(StandardScale.of("spend"), RobustScale.of("spend"))) {
            assertThat(after(step, 0.1, 0.1, 0.1, NA)).containsExactly(0, 0, 0, NA);
            assertThat(after(step, 5)).containsExactly(0);
            assertThat(after(step, NA, NA)).containsExactly(NA, NA);
        }
    }

    @Test
    void numbersOfAnySizeStayFinite() {
        for (FeatureStep step : List.of(StandardScale.of("spend"), RobustScale.of("spend"))) {
            double max = Double.MAX_VALUE;
            assertThat(Arrays.stream(after(step, -max, max, 0, max / 2))).allMatch(Double::isFinite);
            assertThat(Arrays.stream(after(step, Double.MIN_VALUE, 0, 3 * Double.MIN_VALUE)))
                    .allMatch(Double::isFinite);
        }
        double[] huge = after(StandardScale.of("spend"), 1e300, 2e300, 3e300);
        assertThat(huge[2]).isCloseTo(Math.sqrt(1.5), within(1e-14));
    }

    @Test
    void allMeansQuantitiesAndCountsButNotFlags() {
        FeatureMatrix matrix = Matrices.with()
                .numbers("spend", 1, 3)
                .counts("purchases", 2, 4)
                .flags("member", 0, 1)
                .category("channel", List.of("shop", "web"), 0, 1)
                .build();
        FeatureMatrix all = FeaturePipeline.of(StandardScale.all()).fit(matrix).apply(matrix);
        assertThat(all.column("spend")).containsExactly(-1, 1);
        assertThat(all.column("purchases")).containsExactly(-1, 1);
        assertThat(all.column("member")).containsExactly(0, 1);
        assertThat(all.column("channel")).containsExactly(0, 1);
        FeatureMatrix some =
                FeaturePipeline.of(StandardScale.allBut("spend")).fit(matrix).apply(matrix);
        assertThat(some.column("spend")).containsExactly(1, 3);
        assertThat(some.column("purchases")).containsExactly(-1, 1);
        assertThat(FeaturePipeline.of(StandardScale.of("member"))
                        .fit(matrix)
                        .apply(matrix)
                        .column("member"))
                .containsExactly(-1, 1);
    }

    @Test
    void wrongFeaturesAreNamed() {
        FeatureMatrix matrix = Matrices.with()
                .numbers("spend", 1, 3)
                .category("channel", List.of("shop", "web"), 0, 1)
                .build();
        assertThatThrownBy(() -> FeaturePipeline.of(StandardScale.of("channel")).fit(matrix))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("step 1, StandardScale(channel): feature channel is a category");
        assertThatThrownBy(() -> FeaturePipeline.of(Log1p.all(), StandardScale.of("spent"))
                        .fit(matrix))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("step 2")
                .hasMessageContaining("no feature spent at this step; there are: spend, channel");
        assertThatThrownBy(() -> StandardScale.of()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StandardScale.of("a", "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFormulaTellsWhatWasDone() {
        FeatureMatrix matrix = Matrices.number("spend", SPEND);
        FittedPipeline fitted =
                FeaturePipeline.of(Log1p.all(), StandardScale.all()).fit(matrix);
        assertThat(fitted.output().feature(0).formula()).isEqualTo("standardised(log1p(raw spend))");
        assertThat(fitted.output().feature(0).unit()).isEqualTo("standard deviations");
        assertThat(fitted.report()).hasSize(2).allMatch(line -> line.contains("spend"));
    }

    @Test
    void log1pIsOddAndExact() {
        double[] logs = after(Log1p.all(), 0, 1, -1, 1e9, NA, 1e-12);
        assertThat(logs).containsExactly(0, Math.log1p(1), -Math.log1p(1), Math.log1p(1e9), NA, Math.log1p(1e-12));
    }

    @Test
    void winsoriseTakesLimitsFromTheTrainingRows() {
        // quantiles 0.1 and 0.99 of NumPy 2.4.6 (nanquantile)
        double[] limited = after(Winsorise.quantiles(0.1, 0.99), SPEND);
        assertThat(limited[1]).isCloseTo(0.17500000000000002, within(1e-15));
        assertThat(limited[5]).isCloseTo(932.7999999999997, within(1e-11));
        assertThat(limited[4]).isEqualTo(7);
        assertThat(limited[3]).isNaN();
        // quartiles 2.3125 and 19.375: fences at -23.28125 and 44.96875
        assertThat(after(Winsorise.fences(1.5), SPEND)[5]).isEqualTo(19.375 + 1.5 * (19.375 - 2.3125));
        // median 7, absolute deviations 4 7 5.5 0 993 6.75 33 0: their median is 6.125
        assertThat(after(Winsorise.deviations(3), SPEND)[5])
                .isCloseTo(7 + 3 * 1.482602218505602 * 6.125, within(1e-12));
        assertThat(after(Winsorise.between(1, 10, "spend"), SPEND)).containsExactly(3, 1, 10, NA, 7, 10, 1, NA, 10, 7);
    }

    @Test
    void winsoriseLeavesAloneWhatHasNoSpread() {
        assertThat(after(Winsorise.fences(1.5), 0, 0, 0, 0, 9)).containsExactly(0, 0, 0, 0, 9);
        assertThat(after(Winsorise.deviations(3), 0, 0, 0, 0, 9)).containsExactly(0, 0, 0, 0, 9);
        assertThat(after(Winsorise.quantiles(0.01, 0.99), NA, NA)).containsExactly(NA, NA);
        FeatureMatrix empty = Matrices.number("spend", NA, NA);
        FittedPipeline fitted =
                FeaturePipeline.of(Winsorise.quantiles(0.01, 0.99)).fit(empty);
        assertThat(fitted.apply(new double[] {1e9})).containsExactly(1e9);
        assertThatThrownBy(() -> Winsorise.quantiles(0.9, 0.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Winsorise.between(2, 1, "spend")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Winsorise.fences(NA)).isInstanceOf(IllegalArgumentException.class);
    }
}
