package org.ltv4j.models.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.SharedData;

/** Contributions against the native library, against all subsets of features, and against the margin. */
class TreeExplainerTest {
    /** All by tables as far as they go, a part by tables, none. */
    private static final long[] LIMITS = {TreeExplainer.LIMIT, 3000, 0};

    static Stream<XgbCases.Case> cases() {
        // one rewritten file has no tolerance of its own; it is a model that is here anyway
        return KernelsTest.cases()
                .filter(file -> file.expected().has("contribs") && !file.id().startsWith("rewrite"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void areThoseOfTheNativeLibraryWithinTheToleranceOfTheCase(XgbCases.Case file) {
        Json expected = file.expected();
        TreeEnsemble model = TreeEnsemble.of(file.bytes());
        int width = model.features() + 1;
        Json tolerances = tolerances(file);
        for (long limit : LIMITS) {
            TreeExplainer explainer = new TreeExplainer(model.forest(), limit);
            double[] out = new double[explainer.size()];
            for (int i = 0; i < expected.get("contrib_rows").integer(); i++) {
                explainer.contributions(XgbCases.floats(expected.get("x").get(i).text()), out);
                for (int k = 0; k < model.outputs(); k++) {
                    float[] answer = XgbCases.floats(
                            expected.get("contribs").get(i).get(k).text());
                    for (int f = 0; f < width; f++) {
                        double tolerance = tolerances
                                .get(f < width - 1 ? "features" : "bias")
                                .number();
                        assertThat(out[k * width + f])
                                .as("row %d, output %d, feature %d, limit %d", i, k, f, limit)
                                .isCloseTo(answer[f], within(tolerance));
                    }
                }
            }
        }
    }

    static Stream<XgbCases.Case> exactCases() {
        return cases().filter(file -> file.expected().has("contribs_exact_float64"));
    }

    @ParameterizedTest
    @MethodSource("exactCases")
    void areThoseOfAllSubsetsInDoublePrecision(XgbCases.Case file) {
        Json expected = file.expected();
        Json exact = expected.get("contribs_exact_float64");
        TreeEnsemble model = TreeEnsemble.of(file.bytes());
        for (long limit : LIMITS) {
            TreeExplainer explainer = new TreeExplainer(model.forest(), limit);
            double[] out = new double[explainer.size()];
            for (int i = 0; i < exact.size(); i++) {
                explainer.contributions(XgbCases.floats(expected.get("x").get(i).text()), out);
                for (int k = 0; k < model.outputs(); k++) {
                    double[] values = exact.get(i).get(k).numbers();
                    double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
                    for (int f = 0; f < values.length; f++) {
                        // bases and parts of rows are floats on either side, but not rounded at the same places; so are
                        // tables
                        assertThat(out[k * values.length + f])
                                .as("row %d, output %d, feature %d, limit %d", i, k, f, limit)
                                .isCloseTo(values[f], within((limit == 0 ? 1e-7 : 1e-6) * Math.max(1, largest)));
                    }
                }
            }
        }
    }

    /** How far the native library's floats may be off: at least four times what they are, says its README. */
    private static Json tolerances(XgbCases.Case file) {
        Json index = Json.parse(String.join("\n", SharedData.lines("reference/xgb-models/index.json")));
        return index.get("cases").list().stream()
                .filter(json -> json.get("case").text().equals(file.expectations()) && json.has("contrib_abs_tol"))
                .findFirst()
                .orElseThrow()
                .get("contrib_abs_tol");
    }

    @ParameterizedTest(name = "{0} trees of depth {1}, {2} features, {3} outputs, categories {4}, branches end {5}")
    @CsvSource({
        "1, 0, 3, 1, false, 0",
        "3, 1, 1, 1, false, 0",
        "5, 3, 4, 2, false, 0.1",
        "5, 5, 8, 1, true, 0.1",
        "4, 6, 9, 1, false, 0",
        "3, 9, 10, 1, false, 0.1",
        "2, 12, 10, 1, true, 0.1"
    })
    void areThoseOfAllSubsetsOfFeatures(
            int trees, int depth, int features, int outputs, boolean categories, double stop) {
        RandomForests made = new RandomForests(depth, features, outputs, false, categories);
        TreeEnsemble model = made.model(trees * outputs, depth, stop);
        for (long limit : LIMITS) {
            TreeExplainer explainer = new TreeExplainer(model.forest(), limit);
            double[] out = new double[explainer.size()];
            for (int i = 0; i < 5; i++) {
                float[] row = made.row();
                explainer.contributions(row, out);
                double[] exact = BruteForceShapley.of(model.forest(), row);
                for (int k = 0; k < out.length; k++) {
                    // tables are floats, the rest is double
                    assertThat(out[k]).isCloseTo(exact[k], within(limit == 0 ? 1e-12 * trees : 1e-6));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} trees of depth {1}, {2} outputs, categories {3}, branches end {4}")
    @CsvSource({
        "40, 6, 1, false, 0",
        "40, 6, 3, true, 0.1",
        "20, 7, 1, false, 0",
        "10, 8, 1, true, 0.05",
        "5, 12, 2, false, 0.1",
        "30, 60, 1, true, 0.5"
    })
    void addUpToTheMarginOnAnyNumberOfThreads(int trees, int depth, int outputs, boolean categories, double stop) {
        RandomForests made = new RandomForests(trees, 30, outputs, false, categories);
        TreeEnsemble model = made.model(trees * outputs, depth, stop);
        List<float[]> rows = Stream.generate(made::row).limit(600).toList();
        float[] flat = Forcing.flat(rows, 30);
        float[] margins = new float[600 * outputs];
        model.marginsOfRows(flat, 600, margins);
        TreeExplainer explainer = model.explainer();
        double[] out = new double[600 * explainer.size()];
        explainer.contributionsOfRows(flat, 600, out, Parallelism.SEQUENTIAL);
        for (int i = 0; i < margins.length; i++) {
            double sum = Arrays.stream(out, i * 31, (i + 1) * 31).sum();
            assertThat(sum).isCloseTo(margins[i], within(1e-5 * Math.max(1, Math.abs(margins[i]))));
        }
        double[] again = new double[out.length];
        explainer.contributionsOfColumns(Forcing.doubles(rows, 30), 600, again, Parallelism.of(3));
        assertThat(again).isEqualTo(out);
        double[] one = new double[explainer.size()];
        for (int i = 0; i < 600; i += 97) {
            explainer.contributions(rows.get(i), one);
            assertThat(one).isEqualTo(Arrays.copyOfRange(out, i * one.length, (i + 1) * one.length));
        }
    }

    @Test
    void meanAbsoluteContributionsAreTheirMeans() {
        RandomForests made = new RandomForests(5, 4, 2, false, false);
        TreeEnsemble model = made.model(20, 4, 0.1);
        List<float[]> rows = Stream.generate(made::row).limit(700).toList();
        double[][] columns = Forcing.doubles(rows, 4);
        double[] mean = model.explainer().meanAbsolute(columns, 700, Parallelism.of(2));
        double[] out = new double[model.explainer().size()];
        double[] sum = new double[8];
        for (float[] row : rows) {
            model.explainer().contributions(row, out);
            for (int i = 0; i < 8; i++) {
                sum[i] += Math.abs(out[i / 4 * 5 + i % 4]);
            }
        }
        for (int i = 0; i < 8; i++) {
            assertThat(mean[i]).isCloseTo(sum[i] / 700, within(1e-12));
        }
        assertThat(model.explainer().meanAbsolute(columns, 700, Parallelism.SEQUENTIAL))
                .isEqualTo(mean);
    }

    @Test
    void modelsThatDoNotTellTheirCoversAreRefusedByName() {
        List<String> refused = new ArrayList<>();
        KernelsTest.cases()
                .filter(file -> file.id().contains("vector-leaf") && !file.id().startsWith("x340"))
                .forEach(file -> {
                    TreeEnsemble model = TreeEnsemble.of(file.bytes());
                    assertThatThrownBy(model::explainer)
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("sum_hessian")
                            .hasMessageContaining("several outputs");
                    refused.add(file.id());
                });
        assertThat(refused).isNotEmpty();
    }

    @Test
    void arraysOfOtherLengthsAreRefusedWithWhatIsNeeded() {
        TreeEnsemble model = new RandomForests(1, 4, 1, false, false).model(3, 2, 0);
        TreeExplainer explainer = model.explainer();
        assertThatThrownBy(() -> model.contributions(new float[3], new double[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("need 4 values in a row, got 3");
        assertThatThrownBy(() -> model.contributions(new float[4], new double[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("need 5 contributions, got 4");
        assertThatThrownBy(() -> explainer.contributionsOfRows(new float[9], 2, new double[10], Parallelism.SEQUENTIAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("need 8 values, got 9");
        assertThatThrownBy(() ->
                        explainer.contributionsOfColumns(new double[4][3], 2, new double[10], Parallelism.SEQUENTIAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("need 2 values in a column, got 3");
        assertThatThrownBy(() -> explainer.meanAbsolute(new double[3][1], 1, Parallelism.SEQUENTIAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("need 4 columns, got 3");
        assertThatThrownBy(() -> explainer.meanAbsolute(new double[4][0], 0, Parallelism.SEQUENTIAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("need at least 1 row for a mean, got 0");
        assertThatThrownBy(() -> model.marginsOfColumns(new float[4][1], -1, new float[1], Parallelism.SEQUENTIAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("need a count of rows of at least 0, got -1");
    }

    @Test
    void aMillionFeaturesOfWhichFewAreAskedCostNoMoreThanTheRow() {
        RandomForests made = new RandomForests(2, 1_000_000, 1, false, true);
        TreeEnsemble model = made.model(40, 6, 0.1);
        List<float[]> rows = Stream.generate(made::row).limit(3).toList();
        double[] out = new double[1_000_001];
        for (float[] row : rows) {
            model.contributions(row, out);
            assertThat(Arrays.stream(out).sum()).isCloseTo(model.margin(row), within(1e-4));
        }
        float[][] columns = Forcing.columns(rows, 1_000_000);
        float[] margins = new float[3];
        new BlockKernel(model.forest()).margins(new RowSource.ByColumn(columns), 0, 3, margins);
        for (int i = 0; i < 3; i++) {
            assertThat(margins[i]).isEqualTo(Walk.margin(model.forest(), rows.get(i)));
        }
    }
}
