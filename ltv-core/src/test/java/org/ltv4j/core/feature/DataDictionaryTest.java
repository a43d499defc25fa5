package org.ltv4j.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.testing.Json;

class DataDictionaryTest {
    private static final LocalDate DATE = LocalDate.of(2025, 3, 31);

    private final TransactionLog log = TransactionLog.builder("EUR")
            .add("ann", DATE, 5)
            .product("tea")
            .order("1")
            .build();
    private final DataDictionary dictionary = DataDictionary.of(log)
            .with(Features.asOf(DATE).rfm().bind(log).schema())
            .with(ShopMetrics.definitions("EUR"));

    @Test
    void namesColumnsFeaturesAndMetrics() {
        assertThat(dictionary.entries())
                .extracting(DictionaryEntry::name)
                .startsWith("customer", "time", "amount", "order", "product", "days_since_last")
                .contains("repurchase_rate");
        assertThat(dictionary.only(EnumSet.of(Sensitivity.IDENTIFIER)).entries())
                .extracting(DictionaryEntry::name)
                .containsExactly("customer", "order");
    }

    @Test
    void standsAsMarkdownTables() {
        assertThat(dictionary.toMarkdown().lines())
                .contains(
                        "## Columns",
                        "## Features",
                        "## Shop metrics",
                        "| mean\\_spend | NUMBER | EUR per purchase | what the customer paid per purchase | total\\_spend / purchases"
                                + " | date, amount | rows on or before the date | without a purchase | PLAIN |",
                        "| repurchase\\_rate | NUMBER | share | who came back within the period | customers with 2 or more"
                                + " purchases in the period / customers with 1 or more | customer, date, amount | rows of the"
                                + " period, its first and last day included | where its denominator is 0 | PLAIN |");
    }

    @Test
    void marksNothingUpThatPeopleNamed() {
        DictionaryEntry evil = new DictionaryEntry(
                DictionaryEntry.Kind.COLUMN, "a|b\n<i>", "TEXT", "", "[x](y)", "", "", "", "", Sensitivity.PLAIN);

        assertThat(DataDictionary.EMPTY.with(List.of(evil)).toMarkdown())
                .contains("| a\\|b &lt;i&gt; | TEXT |  | \\[x\\](y) |");
    }

    @Test
    void standsAsJson() {
        Json root = Json.parse(dictionary.toJson());

        assertThat(root.get("format").text()).isEqualTo("ltv-data-dictionary");
        assertThat(root.get("formatVersion").integer()).isEqualTo(1);
        assertThat(root.get("entries").size()).isEqualTo(dictionary.entries().size());
        Json customer = root.get("entries").get(0);
        assertThat(customer.names())
                .containsExactly(
                        "kind",
                        "name",
                        "type",
                        "unit",
                        "meaning",
                        "formula",
                        "source",
                        "asOf",
                        "missing",
                        "sensitivity");
        assertThat(customer.get("name").text()).isEqualTo("customer");
        assertThat(customer.get("sensitivity").text()).isEqualTo("IDENTIFIER");
    }

    @Test
    void everyFeatureOfTheLibrarySaysAllThatADictionaryNeeds() {
        FeatureSchema schema = Plans.all(DATE)
                .bind(Plans.withAllColumns(TransactionLog.builder("EUR"), DATE))
                .schema();

        assertThat(schema.features()).hasSizeGreaterThan(100).allSatisfy(feature -> {
            assertThat(feature.meaning()).isNotBlank();
            assertThat(feature.formula()).isNotBlank();
            assertThat(feature.source()).isNotBlank();
            assertThat(feature.asOf()).isNotBlank();
        });
    }

    @Test
    void refusesANameTwice() {
        assertThatThrownBy(() -> dictionary.with(ShopMetrics.definitions("EUR")))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("customers");
        assertThat(DataDictionary.EMPTY.only(Set.of()).toMarkdown()).isEqualTo("# Data dictionary\n");
    }
}
