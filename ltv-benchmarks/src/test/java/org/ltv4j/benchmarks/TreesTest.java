package org.ltv4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The rivals score the same trees for the same rows. */
class TreesTest {
    @Test
    void allGiveTheSamePredictionsForOneRow() throws Exception {
        TreeSingleRow[] races = new TreeSingleRow[4];
        for (int i = 0; i < races.length; i++) {
            races[i] = new TreeSingleRow();
            races[i].open(2_000);
        }
        for (int i = 0; i < 500; i++) {
            float ours = races[0].ltv4j();
            assertThat(ours).isEqualTo(races[1].xgboostInPlace());
            assertThat(ours).isEqualTo(races[2].xgboostMatrix());
            assertThat(races[3].h2o()).isCloseTo(ours, within(1e-4f * (1 + Math.abs(ours)))); // adds in another order
        }
        for (TreeSingleRow race : races) {
            race.close();
        }
    }

    @Test
    void allGiveTheSamePredictionsForManyRows() throws Exception {
        TreeBatch race = new TreeBatch();
        race.open(2_000);
        try {
            float[] ours = race.ltv4j();
            float[][] inPlace = race.xgboostInPlace();
            float[][] matrix = race.xgboostMatrix();
            float[] h2o = race.h2o();
            for (int i = 0; i < ours.length; i++) {
                assertThat(ours[i]).isEqualTo(inPlace[i][0]).isEqualTo(matrix[i][0]);
                assertThat(h2o[i]).isCloseTo(ours[i], within(1e-4f * (1 + Math.abs(ours[i]))));
            }
        } finally {
            race.close();
        }
    }

    @Test
    void contributionsAreTheSameUpToTheRoundingOfFloats() throws Exception {
        for (int rows : new int[] {1, 100}) {
            TreeShap race = new TreeShap();
            race.open(2_000, rows);
            TreeShap again = new TreeShap();
            again.open(2_000, rows);
            try {
                double[] ours = race.ltv4j();
                float[][] theirs = again.xgboost();
                for (int i = 0; i < rows; i++) {
                    for (int f = 0; f <= BoostedModel.FEATURES; f++) {
                        assertThat(ours[i * (BoostedModel.FEATURES + 1) + f])
                                .isCloseTo(theirs[i][f], within(1e-4 * (1 + Math.abs(theirs[i][f]))));
                    }
                }
            } finally {
                race.close();
                again.close();
            }
        }
    }
}
