package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.privacy.AccessContext;
import org.ltv4j.core.privacy.Disclosure;
import org.ltv4j.core.privacy.DisclosurePolicy;
import org.ltv4j.core.privacy.Mask;
import org.ltv4j.core.privacy.Role;
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
    void showEachRoleWhatItMaySee() throws IOException {
        FeatureMatrix sensitive = FeatureMatrix.of(
                IdTable.of("13812345678", "13912345678"),
                LocalDate.of(2025, 3, 31),
                new FeatureSchema(List.of(
                        feature("spend", FeatureType.NUMBER),
                        feature("age", FeatureType.NUMBER).withSensitivity(Sensitivity.SENSITIVE))),
                new double[][] {{0.5, 2}, {33, 44}},
                Map.of());
        DisclosurePolicy marketing = DisclosurePolicy.of(Role.MARKETING).withMask("customer", Mask.PHONE);
        StringWriter text = new StringWriter();
        FeatureCsv.writeTo(sensitive, marketing, text);
        assertThat(text).hasToString("customer,spend\n138****5678,0.5\n139****5678,2.0\n");
        assertThat(Tables.of(sensitive, marketing).columnNames()).containsExactly("customer", "spend");

        DisclosurePolicy nobody = marketing.withField("customer", Disclosure.HIDE);
        assertThat(Tables.of(sensitive, nobody).columnNames()).containsExactly("spend");
        assertThatThrownBy(() -> Tables.of(sensitive, nobody.withField("spend", Disclosure.MASK)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("marketing may see none of the 2 features");
        assertThat(Tables.of(sensitive).columnNames()).containsExactly("customer", "spend", "age");
    }

    /** Whoever gets a column that is personal is told of before it goes out; what cannot be recorded is not written. */
    @Test
    void tellWhoGotWhichSensitiveColumn() throws IOException {
        FeatureMatrix sensitive = FeatureMatrix.of(
                IdTable.of("13812345678", "13912345678"),
                LocalDate.of(2025, 3, 31),
                new FeatureSchema(List.of(
                        feature("spend", FeatureType.NUMBER),
                        feature("age", FeatureType.NUMBER).withSensitivity(Sensitivity.SENSITIVE))),
                new double[][] {{0.5, 2}, {33, 44}},
                Map.of());
        List<String> heard = new ArrayList<>();
        AccessContext context = new AccessContext(
                "r.chen", "complaint", Clock.systemUTC(), event -> heard.add(event.what() + " " + event.count()));
        Tables.of(sensitive, DisclosurePolicy.of(Role.OFFICER).withAccess(context));
        assertThat(heard).containsExactly("age 2", "customer 2");
        heard.clear();
        FeatureCsv.writeTo(sensitive, DisclosurePolicy.of(Role.MARKETING).withAccess(context), new StringWriter());
        assertThat(heard).containsExactly("customer 2");

        StringWriter nothing = new StringWriter();
        DisclosurePolicy unrecorded = DisclosurePolicy.of(Role.OFFICER)
                .withField("customer", Disclosure.HIDE)
                .withAccess(new AccessContext("r.chen", "complaint", Clock.systemUTC(), event -> {
                    throw new IllegalStateException("disk full");
                }));
        assertThatThrownBy(() -> FeatureCsv.writeTo(sensitive, unrecorded, nothing))
                .hasMessage("disk full");
        assertThat(nothing.toString()).isEmpty();
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
