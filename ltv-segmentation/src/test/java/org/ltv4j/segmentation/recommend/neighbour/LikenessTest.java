package org.ltv4j.segmentation.recommend.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LikenessTest {
    /** Cells of the table; the values are those of the unit test of Apache Mahout's LogLikelihood, printed to 3 decimals. */
    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @CsvSource({
        "1, 0, 0, 1, 2.773",
        "10, 0, 0, 10, 27.726",
        "5, 1995, 0, 100000, 39.331",
        "1000, 1995, 1000, 100000, 4730.737",
        "1000, 1000, 1000, 100000, 5734.343",
        "1000, 1000, 1000, 99000, 5714.932"
    })
    void theRatioIsThatOfTheLiterature(int k11, int k12, int k21, int k22, double ratio) {
        int rows = k11 + k12 + k21 + k22;
        assertThat(Likeness.ratio(k11, k11 + k12, k11 + k21, rows)).isCloseTo(ratio, within(0.0005));
    }

    @Test
    void likenessIsAShareOfWhatIsShared() {
        assertThat(Likeness.COSINE.of(3, 4, 9, 20)).isCloseTo(0.5, within(1e-15));
        assertThat(Likeness.JACCARD.of(3, 4, 9, 20)).isCloseTo(0.3, within(1e-15));
        assertThat(Likeness.LOG_LIKELIHOOD.of(10, 10, 10, 20)).isCloseTo(27.726 / 28.726, within(1e-5));
    }

    @Test
    void itemsTogetherNoMoreOftenThanByChanceAreNotAlikeByTheRatio() {
        assertThat(Likeness.LOG_LIKELIHOOD.of(5, 10, 10, 20)).isZero();
        assertThat(Likeness.LOG_LIKELIHOOD.of(4, 10, 10, 20)).isZero();
        assertThat(Likeness.LOG_LIKELIHOOD.of(6, 10, 10, 20)).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void nothingSharedIsNotAlike(Likeness likeness) {
        assertThat(likeness.of(0, 0, 0, 0)).isZero();
        assertThat(likeness.of(0, 3, 0, 5)).isZero();
        assertThat(likeness.of(5, 5, 5, 5)).isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @EnumSource
    void countsThatNoRowsHaveAreRefused(Likeness likeness) {
        assertThatIllegalArgumentException().isThrownBy(() -> likeness.of(-1, 3, 3, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> likeness.of(4, 3, 4, 9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> likeness.of(1, 3, 4, 5))
                .withMessageContaining("rows = 5");
    }
}
