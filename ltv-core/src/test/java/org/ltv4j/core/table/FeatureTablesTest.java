package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.FeatureType;
import tech.tablesaw.api.Table;

/** A matrix of every type of feature with and without values, as CSV and as a table. */
class FeatureTablesTest {
    private final FeatureMatrix features = FeatureMatrix.of(
            IdTable.of("ann", "=bob"),
            LocalDate.of(2025, 3, 31),
            new FeatureSchema(List.of(
                    feature("spend", FeatureType.NUMBER),
                    feature("visits", FeatureType.COUNT),
                    feature("member", FeatureType.FLAG),
                    feature("drink", FeatureType.CATEGORY))),
            new double[][] {{0.1, Double.NaN}, {3, Double.NaN}, {1, Double.NaN}, {1, Double.NaN}},
            Map.of("drink", List.of("tea", "coffee, black")));

    private static Feature feature(String name, FeatureType type) {
        return Feature.of(name, type, "", name, name, "sales");
    }

    @Test
    void standAsCsv(@TempDir Path folder) throws IOException {
        String expected = """
                customer,spend,visits,member,drink
                ann,0.1,3,1,"coffee, black"
                '=bob,,,,
                """;
        StringWriter text = new StringWriter();
        FeatureCsv.writeTo(features, text);
        assertThat(text).hasToString(expected);

        FeatureCsv.write(features, folder.resolve("features.csv"));
        assertThat(Files.readString(folder.resolve("features.csv"))).isEqualTo(expected);
    }

    @Test
    void standAsTable() {
        Table table = Tables.of(features);

        assertThat(table.columnNames()).containsExactly("customer", "spend", "visits", "member", "drink");
        assertThat(table.row(0).getDouble("spend")).isEqualTo(0.1);
        assertThat(table.row(0).getDouble("visits")).isEqualTo(3);
        assertThat(table.row(0).getBoolean("member")).isTrue();
        assertThat(table.row(0).getString("drink")).isEqualTo("coffee, black");
        assertThat(table.columns().subList(1, 5)).allMatch(column -> column.isMissing(1));
    }

    @Test
    void refuseAFeatureCalledCustomer() {
        FeatureMatrix hidden = FeatureMatrix.of(
                IdTable.of("ann"),
                LocalDate.EPOCH,
                new FeatureSchema(List.of(feature("customer", FeatureType.NUMBER))),
                new double[][] {{1}},
                Map.of());

        assertThatThrownBy(() -> Tables.of(hidden)).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> FeatureCsv.writeTo(hidden, new StringWriter()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("rename");
    }
}
