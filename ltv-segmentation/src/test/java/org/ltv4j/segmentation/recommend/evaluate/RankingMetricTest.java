package org.ltv4j.segmentation.recommend.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Worked by hand: hits at places 1 and 3 of 4, three items wanted. */
class RankingMetricTest {
    private static final boolean[] HIT = {true, false, true, false};

    private static double of(RankingMetric metric, int k) {
        return metric.of(HIT, HIT.length, k, 3);
    }

    @Test
    void eachMetricIsWhatItsDefinitionSays() {
        assertThat(of(RankingMetric.PRECISION, 4)).isEqualTo(0.5);
        assertThat(of(RankingMetric.RECALL, 4)).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(of(RankingMetric.AVERAGE_PRECISION, 4)).isCloseTo((1 + 2 / 3.0) / 3, within(1e-15));
        double best = 1 + 1 / (Math.log(3) / Math.log(2)) + 0.5;
        assertThat(of(RankingMetric.NDCG, 4)).isCloseTo(1.5 / best, within(1e-15));
        assertThat(of(RankingMetric.RECIPROCAL_RANK, 4)).isEqualTo(1);
        assertThat(of(RankingMetric.HIT, 4)).isEqualTo(1);
    }

    @Test
    void onlyTheFirstPlacesCount() {
        assertThat(of(RankingMetric.PRECISION, 2)).isEqualTo(0.5);
        assertThat(of(RankingMetric.AVERAGE_PRECISION, 2)).isEqualTo(0.5);
        assertThat(of(RankingMetric.NDCG, 1)).isEqualTo(1);
        assertThat(RankingMetric.RECIPROCAL_RANK.of(new boolean[] {false, false, true}, 3, 2, 1))
                .isZero();
        assertThat(RankingMetric.RECIPROCAL_RANK.of(new boolean[] {false, false, true}, 3, 3, 1))
                .isEqualTo(1 / 3.0);
    }

    @Test
    void aShortListIsWrongWhereItEnds() {
        assertThat(RankingMetric.PRECISION.of(new boolean[] {true}, 1, 5, 1)).isEqualTo(0.2);
        assertThat(RankingMetric.NDCG.of(new boolean[] {true}, 1, 5, 1)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void allLieBetween0And1(RankingMetric metric) {
        assertThat(metric.label()).isNotBlank();
        assertThat(metric.of(new boolean[] {true, true, true}, 3, 3, 3)).isCloseTo(1, within(1e-15));
        assertThat(metric.of(new boolean[3], 3, 3, 2)).isZero();
        assertThat(metric.of(new boolean[3], 0, 3, 2)).isZero();
    }
}
