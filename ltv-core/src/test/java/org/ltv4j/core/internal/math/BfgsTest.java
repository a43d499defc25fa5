package org.ltv4j.core.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BfgsTest {
    private static final Bfgs.Settings SETTINGS = new Bfgs.Settings(1e-10, 500, 10);

    /** Rosenbrock (1960): minimum 0 at (1, 1), at the end of a bent valley. */
    private static double rosenbrock(double[] at, double[] gradient) {
        double x = at[0];
        double y = at[1];
        gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
        gradient[1] = 200 * (y - x * x);
        return (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x);
    }

    @Test
    void followsABentValleyToItsEnd() {
        Bfgs.Result result = Bfgs.minimize(BfgsTest::rosenbrock, new double[] {-1.2, 1}, SETTINGS);
        assertThat(result.converged()).isTrue();
        assertThat(result.point()[0]).isCloseTo(1, within(1e-9));
        assertThat(result.point()[1]).isCloseTo(1, within(1e-9));
        assertThat(result.value()).isLessThan(1e-18);
        assertThat(result.gradientNorm()).isLessThan(1e-10);
        assertThat(result.evaluations()).isLessThan(100);
    }

    @Test
    void stopsOnAFunctionThatFallsTowardsInfinity() {
        SmoothFunction falling = (at, gradient) -> {
            gradient[0] = -Math.exp(-at[0]);
            return Math.exp(-at[0]);
        };
        Bfgs.Result result = Bfgs.minimize(falling, new double[] {0}, SETTINGS);
        assertThat(result.converged()).isTrue();
        assertThat(result.value()).isLessThan(1e-9);
    }

    @Test
    void turnsBackWhereTheFunctionHasNoValue() {
        SmoothFunction logarithm = (at, gradient) -> {
            gradient[0] = 1 - 1 / at[0];
            return at[0] > 0 ? at[0] - Math.log(at[0]) : Double.NaN;
        };
        Bfgs.Result result = Bfgs.minimize(logarithm, new double[] {30}, SETTINGS);
        assertThat(result.point()[0]).isCloseTo(1, within(1e-9));
    }

    @Test
    void saysWhenTheIterationsRanOut() {
        Bfgs.Result result =
                Bfgs.minimize(BfgsTest::rosenbrock, new double[] {-1.2, 1}, new Bfgs.Settings(1e-10, 3, 10));
        assertThat(result.converged()).isFalse();
        assertThat(result.iterations()).isEqualTo(3);
    }

    @Test
    void refusesAStartWithoutValueAndBadSettings() {
        SmoothFunction nowhere = (at, gradient) -> Double.NaN;
        assertThatThrownBy(() -> Bfgs.minimize(nowhere, new double[] {0}, SETTINGS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN at the start");
        assertThatThrownBy(() -> new Bfgs.Settings(Double.NaN, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bfgs.Settings(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bfgs.Settings(1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hessianAndItsInverseAgreeWithTheFormula() {
        double[][] hessian = SymmetricMatrix.hessian(BfgsTest::rosenbrock, new double[] {1, 1}, 1e-4);
        assertThat(hessian[0][0]).isCloseTo(802, within(1e-4));
        assertThat(hessian[0][1]).isCloseTo(-400, within(1e-4)).isEqualTo(hessian[1][0]);
        assertThat(hessian[1][1]).isCloseTo(200, within(1e-4));
        double[][] inverse = SymmetricMatrix.inverse(new double[][] {{802, -400}, {-400, 200}})
                .orElseThrow();
        assertThat(inverse[0]).containsExactly(new double[] {0.5, 1}, within(1e-12));
        assertThat(inverse[1]).containsExactly(new double[] {1, 2.005}, within(1e-12));
        double[] solution = SymmetricMatrix.solve(new double[][] {{802, -400}, {-400, 200}}, new double[] {2, 0})
                .orElseThrow();
        assertThat(solution).containsExactly(new double[] {1, 2}, within(1e-12));
    }

    @Test
    void singularAndIndefiniteMatricesHaveNoInverse() {
        assertThat(SymmetricMatrix.inverse(new double[][] {{1, 1}, {1, 1}})).isEmpty();
        assertThat(SymmetricMatrix.inverse(new double[][] {{1, 2}, {2, 1}})).isEmpty();
        assertThat(SymmetricMatrix.inverse(new double[][] {{Double.NaN}})).isEmpty();
        assertThat(SymmetricMatrix.solve(new double[][] {{0}}, new double[] {1}))
                .isEmpty();
    }
}
