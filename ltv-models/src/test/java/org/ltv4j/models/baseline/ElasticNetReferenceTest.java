package org.ltv4j.models.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.TrainingSet;

/**
 * Coefficients of scikit-learn 1.2.1 on 60 rows of 5 features that a formula gives, fitted on columns standardised by their
 * weighted mean and standard deviation and put back on the original scale.
 *
 * <p>Scaling of the objectives: {@code ElasticNet(alpha = lambda, l1_ratio = mix)}, whose squares are divided by twice the rows and whose
 * weights are made to sum to them; {@code Ridge(alpha = lambda * sum of weights)}, whose squares are not divided; {@code
 * LogisticRegression(solver = "saga", C = 1 / (lambda * sum of weights), l1_ratio = mix)}. Tolerances of 1e-14 and 1e-15.
 */
class ElasticNetReferenceTest {
    private static final int ROWS = 60;

    private static TrainingSet data(Outcome outcome, boolean weighted) {
        double[][] x = new double[5][ROWS];
        double[] y = new double[ROWS];
        double[] weights = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < x.length; j++) {
                x[j][i] = (i * 37 + j * 61 + i * i * (j + 3)) % 101 / 10.0;
            }
            y[i] = outcome.isProbability()
                    ? x[0][i] - x[3][i] + (i * i * 11 + i * 5) % 31 / 4.0 - 4 > 0 ? 1 : 0
                    : 3 * x[0][i] - 2 * x[1][i] + 0.5 * x[2][i] + (i * i * 7 + i * 13) % 47 / 3.0;
            weights[i] = weighted ? 1 + i % 4 : 1;
        }
        return Sets.of(outcome, y, x).withWeights(weights);
    }

    private static void agrees(TrainingSet data, double lambda, double mix, double intercept, String coefficients) {
        ElasticNetModel model =
                ElasticNet.fit(data, ElasticNetOptions.defaults().withMix(mix).withLambda(lambda));
        double[] expected = Arrays.stream(coefficients.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        for (int j = 0; j < expected.length; j++) {
            double found = model.coefficient("x" + j).value();
            assertThat(found).as("x%d", j).isCloseTo(expected[j], within(1e-8));
            assertThat(found == 0).as("x%d is left out", j).isEqualTo(expected[j] == 0);
        }
        assertThat(model.intercept()).isCloseTo(intercept, within(1e-7));
    }

    @ParameterizedTest(name = "weighted {0}, lambda {1}, mix {2}")
    @CsvSource({
        "false, 0.5, 0.5, 5.4977185588644915, 2.58569327103 -1.82052591619 0.572516495573 0.16663014802 0.100380261",
        "false, 1.5, 1.0, 7.456456133569878, 2.81296816435 -1.89374339399 0.280234966224 0 0",
        "false, 0.2, 0.0, 4.0501347646949295, 2.7543190825 -1.95828788828 0.619702934155 0.285508225342 0.162691995108",
        "false, 2.0, 0.3, 10.179600144727345, 1.32491506409 -0.941089610714 0.376087023471 0 0.0801302673488",
        "true, 0.5, 0.5, 6.654412165879126, 2.42153530572 -1.77590917128 0.49141669231 0.0874447426748 0.112628681387",
        "true, 1.5, 1.0, 8.432002541554233, 2.6232341655 -1.87034382381 0.198470858413 0 0",
        "true, 0.2, 0.0, 5.352844463464354, 2.6013072122 -1.93468874181 0.522217667749 0.222188618867 0.165057390656",
        "true, 2.0, 0.3, 10.422231689237265, 1.19848160917 -0.870754223835 0.307489059349 0 0.118343240906",
    })
    void leastSquaresAgree(boolean weighted, double lambda, double mix, double intercept, String coefficients) {
        agrees(data(Sets.SPEND, weighted), lambda, mix, intercept, coefficients);
    }

    @ParameterizedTest(name = "weighted {0}, lambda {1}, mix {2}")
    @CsvSource({
        "false, 0.05, 0.5, 0.269815319566, 0.266170084028 0.0106696961093 -0.00977240062005 -0.415756485761 0.0271232324942",
        "false, 0.1, 1.0, 0.436369512014, 0.145771243781 0 0 -0.291954674008 0",
        "false, 0.01, 0.0, 0.119252864297, 0.397746567466 0.0950573478281 -0.035102792607 -0.607246899078 0.0553316094254",
        "true, 0.05, 0.5, -0.0634640240029, 0.308399048137 0 -0.0170515508581 -0.41272793655 0.0545631935509",
        "true, 0.1, 1.0, 0.141713439084, 0.198487475077 0 0 -0.293769367937 0",
        "true, 0.01, 0.0, 0.0904137197778, 0.435951807689 -0.0017805583493 -0.0588415901206 -0.57729065399 0.0874634702019",
    })
    void logisticRegressionsAgree(boolean weighted, double lambda, double mix, double intercept, String coefficients) {
        agrees(data(Sets.CHURN, weighted), lambda, mix, intercept, coefficients);
    }
}
