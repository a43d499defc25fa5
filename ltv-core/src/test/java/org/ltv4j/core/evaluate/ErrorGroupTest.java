package org.ltv4j.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ErrorGroupTest {
    @Test
    void groupsRiseWithThePredictionAndHoldTheErrorsOfTheirCustomers() {
        double[] predicted = {4, 1, 3, 2};
        double[] actual = {9, 1, 0, 4};
        List<ErrorGroup> halves = ErrorGroup.of(predicted, actual, 2);
        assertThat(halves).hasSize(2);
        ErrorGroup low = halves.get(0); // predictions 1 and 2, residuals 0 and 2
        assertThat(low.customers()).isEqualTo(2);
        assertThat(low.meanPredicted()).isEqualTo(1.5);
        assertThat(low.meanActual()).isEqualTo(2.5);
        assertThat(low.bias()).isEqualTo(-1);
        assertThat(low.meanAbsoluteError()).isEqualTo(1);
        assertThat(low.rootMeanSquaredError()).isEqualTo(Math.sqrt(2));
        assertThat(low.residuals()).containsExactly(0.1, 0.5, 1.0, 1.5, 1.9); // linear between 0 and 2
        ErrorGroup high = halves.get(1); // predictions 3 and 4, residuals -3 and 5
        assertThat(high.residuals().get(2)).isEqualTo(1);
        assertThat(high.meanAbsoluteError()).isEqualTo(4);
    }

    @Test
    void equalPredictionsStayTogether() {
        double[] predicted = {0, 0, 0, 0, 0, 0, 0, 1, 2, 3};
        List<ErrorGroup> groups = ErrorGroup.deciles(predicted, predicted);
        assertThat(groups.stream().map(ErrorGroup::customers)).containsExactly(7, 1, 1, 1);
        assertThat(ErrorGroup.deciles(new double[] {5}, new double[] {7})).hasSize(1);
    }

    @Property(tries = 200, seed = "20261122")
    void everyCustomerIsInOneGroup(@ForAll @Size(min = 1, max = 60) List<@IntRange(max = 9) Integer> values) {
        double[] predicted = values.stream().mapToDouble(v -> v).toArray();
        double[] actual = new double[predicted.length];
        Arrays.setAll(actual, i -> (i * 7) % 5);
        List<ErrorGroup> groups = ErrorGroup.deciles(predicted, actual);
        Evaluation all = Evaluation.of(predicted, actual);
        assertThat(groups.stream().mapToInt(ErrorGroup::customers).sum()).isEqualTo(predicted.length);
        assertThat(groups.stream()
                                .mapToDouble(g -> g.customers() * g.meanAbsoluteError())
                                .sum()
                        / predicted.length)
                .isCloseTo(all.meanAbsoluteError(), within(1e-9));
        for (int g = 1; g < groups.size(); g++) {
            assertThat(groups.get(g).meanPredicted())
                    .isGreaterThan(groups.get(g - 1).meanPredicted());
        }
        assertThat(groups).allSatisfy(group -> assertThat(group.residuals()).isSorted());
    }

    @Test
    void impossibleInputIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ErrorGroup.deciles(new double[0], new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> ErrorGroup.of(new double[1], new double[1], 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErrorGroup.deciles(new double[] {Double.POSITIVE_INFINITY}, new double[1]))
                .withMessageContaining("row 1");
    }
}
