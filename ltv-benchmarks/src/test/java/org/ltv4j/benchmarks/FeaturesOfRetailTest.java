package org.ltv4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ltv4j.core.feature.FeatureMatrix;

class FeaturesOfRetailTest {
    @Test
    void bothEnginesComputeTheSameFortyFeatures() throws Exception {
        FeaturesOfRetail race = new FeaturesOfRetail();
        race.open(20_000);
        try {
            assertSame(race.ltv4j(), race.query());
        } finally {
            race.close();
        }
    }

    private static void assertSame(FeatureMatrix ours, FeaturesOfRetail.Result theirs) {
        assertThat(ours.columns()).isEqualTo(RetailFeatures.COUNT);
        assertThat(theirs.customers()).hasSize(ours.rows()).hasSizeGreaterThan(500);
        int favourite = ours.schema().index("favourite_product");
        int same = 0;
        for (int i = 0; i < ours.rows(); i++) {
            int row = ours.customers().indexOf(theirs.customers().get(i)).orElseThrow();
            for (int column = 0; column < ours.columns(); column++) {
                double value = ours.value(row, column);
                if (column == favourite) {
                    String name = ours.levels("favourite_product").get((int) value);
                    same += name.equals(theirs.favourites().get(i)) ? 1 : 0;
                } else {
                    String name = ours.schema().feature(column).name();
                    double other = theirs.rows().get(i)[column];
                    if (Double.isNaN(value)) {
                        assertThat(other).as(name).isNaN();
                    } else {
                        assertThat(other).as(name).isCloseTo(value, within(1e-9 * (1 + Math.abs(value))));
                    }
                }
            }
        }
        assertThat(same).isPositive(); // ties fall either way; the favourite's share is compared above
    }
}
