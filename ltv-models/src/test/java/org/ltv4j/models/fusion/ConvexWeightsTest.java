package org.ltv4j.models.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConvexWeightsTest {
    private static double value(double[][] gram, double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                sum += weights[i] * gram[i][j] * weights[j];
            }
        }
        return sum;
    }

    /** Two independent errors: weights go as the inverse variances, 1/4 against 1. */
    @Test
    void independentErrorsAreWeighedByTheirInverseVariances() {
        double[] weights = ConvexWeights.of(new double[][] {{4, 0}, {0, 1}});
        assertThat(weights).containsExactly(new double[] {0.2, 0.8}, within(1e-9));
    }

    @Test
    void aMemberThatOnlyAddsErrorGetsNothing() {
        // the second errs as the first does and more: the best affine mixture would subtract it
        assertThat(ConvexWeights.of(new double[][] {{1, 2}, {2, 5}})).containsExactly(1, 0);
        assertThat(ConvexWeights.of(new double[][] {{3}})).containsExactly(1);
    }

    @Test
    void membersAlikeOrPerfectAreNoTrouble() {
        double[] alike = ConvexWeights.of(new double[][] {{2, 2}, {2, 2}});
        assertThat(alike[0] + alike[1]).isEqualTo(1);
        assertThat(ConvexWeights.of(new double[][] {{2, 0}, {0, 0}})).containsExactly(0, 1);
        assertThat(ConvexWeights.of(new double[2][2])).containsExactly(1, 0);
    }

    /** At the minimum no member's slope is below the value, and those with weight have exactly it (Karush-Kuhn-Tucker). */
    @Test
    void noOtherWeightsAreBetter() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 300; trial++) {
            int members = 1 + random.nextInt(8);
            int rows = 1 + random.nextInt(12);
            double[][] errors = new double[members][rows];
            double[][] gram = new double[members][members];
            for (double[] row : errors) {
                for (int i = 0; i < rows; i++) {
                    row[i] = random.nextDouble() - 0.3;
                }
            }
            for (int i = 0; i < members; i++) {
                for (int j = 0; j < members; j++) {
                    for (int row = 0; row < rows; row++) {
                        gram[i][j] += errors[i][row] * errors[j][row];
                    }
                }
            }
            double[] weights = ConvexWeights.of(gram);
            double best = value(gram, weights);
            double sum = 0;
            for (int i = 0; i < members; i++) {
                double slope = 0;
                for (int j = 0; j < members; j++) {
                    slope += gram[i][j] * weights[j];
                }
                assertThat(weights[i]).isBetween(0.0, 1.0 + 1e-12);
                assertThat(slope).as("trial %d", trial).isGreaterThanOrEqualTo(best - 1e-9 * rows);
                sum += weights[i];
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
        }
    }
}
