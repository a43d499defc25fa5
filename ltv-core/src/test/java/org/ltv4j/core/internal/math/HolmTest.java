package org.ltv4j.core.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {
    @Test
    void raisesEachByHowManyAreLeftAndNeverBelowTheOneBefore() {
        // 0.01 * 4; 0.02 * 3; 0.03 * 2 is as much as the one before; 0.04 * 1 is less, so 0.06 again
        assertThat(Holm.adjust(new double[] {0.03, 0.01, 0.04, 0.02}))
                .containsExactly(new double[] {0.06, 0.04, 0.06, 0.06}, within(1e-15));
        assertThat(Holm.adjust(new double[] {0.7, 0.6})).containsExactly(1, 1);
        assertThat(Holm.adjust(new double[] {0.05})).containsExactly(0.05);
        assertThat(Holm.adjust(new double[0])).isEmpty();
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatIllegalArgumentException().isThrownBy(() -> Holm.adjust(new double[] {0.1, Double.NaN}));
        assertThatIllegalArgumentException().isThrownBy(() -> Holm.adjust(new double[] {-0.1}));
    }
}
