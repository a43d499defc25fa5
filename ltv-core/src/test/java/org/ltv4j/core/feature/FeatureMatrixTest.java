package org.ltv4j.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;

class FeatureMatrixTest {
    private static final FeatureSchema SCHEMA = new FeatureSchema(
            List.of(feature("number", FeatureType.NUMBER), feature("category", FeatureType.CATEGORY)));
    private static final Map<String, List<String>> LEVELS = Map.of("category", List.of("a", "b"));

    private static Feature feature(String name, FeatureType type) {
        return Feature.of(name, type, "unit", "meaning", "formula", "source");
    }

    private static FeatureMatrix matrix(double... numbers) {
        double[] categories = new double[numbers.length];
        return FeatureMatrix.of(
                IdTable.numbered(numbers.length),
                LocalDate.EPOCH,
                SCHEMA,
                new double[][] {numbers, categories},
                LEVELS);
    }

    @Test
    void keepsNothingOfTheCallersArrays() {
        double[] numbers = {1, -0.0, Double.NaN};
        FeatureMatrix matrix = matrix(numbers);
        numbers[0] = 7;
        matrix.column("number")[0] = 8;

        assertThat(matrix.row(0)).containsExactly(1, 0);
        assertThat(1 / matrix.value(1, 0)).isPositive(); // -0.0 became 0.0
        assertThat(matrix).isEqualTo(matrix(1, 0, Double.NaN)).hasSameHashCodeAs(matrix(1, 0, Double.NaN));
        assertThat(matrix).isNotEqualTo(matrix(1, 0, 0));
    }

    @Test
    void givesSomeColumnsAndSomeRows() {
        FeatureMatrix matrix = matrix(1, 2, 3);

        assertThat(matrix.select(List.of("category")).schema().names()).containsExactly("category");
        assertThat(matrix.select(List.of("category")).levels("category")).containsExactly("a", "b");
        assertThat(matrix.rows(new int[] {2, 0}).column("number")).containsExactly(3, 1);
        assertThat(matrix.without(List.of("2", "x")).column("number")).containsExactly(1, 3);
        assertThat(matrix.without(List.of("x"))).isSameAs(matrix);
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, Infinity",
        "NUMBER, -Infinity",
        "COUNT, -1",
        "COUNT, 0.5",
        "COUNT, Infinity",
        "FLAG, 2",
        "CATEGORY, 2",
        "CATEGORY, -1",
        "CATEGORY, 0.5"
    })
    void refusesValuesThatAreNotOfTheType(FeatureType type, double value) {
        FeatureSchema schema = new FeatureSchema(List.of(feature("f", type)));
        assertThatThrownBy(() -> FeatureMatrix.of(
                        IdTable.of("secret"),
                        LocalDate.EPOCH,
                        schema,
                        new double[][] {{value}},
                        Map.of("f", List.of("a", "b"))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("row 1, feature f")
                .hasMessageContaining(type.name())
                .hasMessageNotContaining("secret");
    }

    @Test
    void takesAFeatureThatWasComputedElsewhere() {
        FeatureMatrix matrix = matrix(1, 2, 3);
        Feature share = feature("filled_share", FeatureType.NUMBER);
        IdTable others = IdTable.of(
                "nobody", matrix.customers().id(2), matrix.customers().id(0));
        FeatureMatrix more = matrix.with(share, others, new double[] {9, 0.25, -0.0});

        assertThat(more.column("filled_share")).containsExactly(0.0, Double.NaN, 0.25);
        assertThat(more.select(matrix.schema().names())).isEqualTo(matrix);
        assertThatThrownBy(() -> matrix.with(share, others, new double[] {1}))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("1 values for 3 customers");
        assertThatThrownBy(() -> matrix.with(share, others, new double[] {0, Double.POSITIVE_INFINITY, 0}))
                .isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> more.with(share, others, new double[3])).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> matrix.with(feature("c2", FeatureType.CATEGORY), others, new double[3]))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("levels");
    }

    @Test
    void refusesColumnsThatDoNotFit() {
        assertThatThrownBy(() -> FeatureMatrix.of(
                        IdTable.of("a"), LocalDate.EPOCH, SCHEMA, new double[][] {{1, 2}, {0}}, LEVELS))
                .hasMessageContaining("number has 2 values for 1 customers");
        assertThatThrownBy(
                        () -> FeatureMatrix.of(IdTable.of("a"), LocalDate.EPOCH, SCHEMA, new double[][] {{1}}, LEVELS))
                .hasMessageContaining("2 features");
        assertThatThrownBy(() ->
                        FeatureMatrix.of(IdTable.of("a"), LocalDate.EPOCH, SCHEMA, new double[][] {{1}, {0}}, Map.of()))
                .hasMessageContaining("category is a category and needs its levels");
        assertThatThrownBy(() -> matrix(1).levels("number")).hasMessageContaining("has no levels");
        assertThatThrownBy(() -> matrix(1).column("nombre")).hasMessageContaining("no feature nombre");
    }

    @Test
    void aSchemaTellsWhatIsDifferent() {
        FeatureSchema fitted = new FeatureSchema(List.of(
                feature("a", FeatureType.NUMBER), feature("b", FeatureType.NUMBER), feature("c", FeatureType.COUNT)));
        FeatureSchema given = new FeatureSchema(List.of(
                feature("a", FeatureType.NUMBER).withAsOf("rows of the last 90 days"),
                feature("c", FeatureType.COUNT),
                feature("d", FeatureType.FLAG)));
        FeatureSchema turned = new FeatureSchema(List.of(fitted.feature(1), fitted.feature(0), fitted.feature(2)));

        fitted.requireSame(new FeatureSchema(fitted.features()));
        assertThatThrownBy(() -> fitted.requireSame(given))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("missing: b")
                .hasMessageContaining("not expected: d")
                .hasMessageContaining("a means something else")
                .hasMessageContaining("last 90 days");
        assertThatThrownBy(() -> fitted.requireSame(turned)).hasMessageContaining("another order");
        assertThat(fitted.fingerprint()).hasSize(64).isNotEqualTo(turned.fingerprint());
        assertThatThrownBy(() -> new FeatureSchema(List.of())).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> feature("Größe", FeatureType.NUMBER)).isInstanceOf(InvalidDataException.class);
    }
}
