package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.CurrencyRates;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.merge.IdMapping;
import org.ltv4j.core.merge.LogUnion;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class IdMappingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "web,name,member\n17,x,M1\n18,\"a, b\",M1\n19,y,M2\n",
                "\ufeffmember;web\r\nM1;17\r\nM1;18\r\nM2;19",
                "sep=|\nweb|member\n17|M1\n\n18|M1\n19|M2\n17|M1\n"
            })
    void readsPairsOfAnyForm(String text) {
        IdMapping mapping = read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(mapping).hasToString("IdMapping[3 ids of 2 members, 0 ambiguous]");
        TransactionLog log = TransactionLog.builder("EUR")
                .add("18", LocalDate.of(2025, 1, 1), 1)
                .add("17", LocalDate.of(2025, 1, 2), 2)
                .build();
        TransactionLog joined = LogUnion.of("web", log, mapping).join().log();
        assertThat(joined.customers().size()).isEqualTo(1);
        assertThat(joined.customers().id(0)).isEqualTo("M1");
    }

    @Test
    void aFileWithoutHeaderIsReadByTheNumbersOfItsColumns() {
        byte[] pairs = "M1;17\nM2;18\n".getBytes(StandardCharsets.UTF_8);
        assertThat(IdMappings.read(
                        () -> new ByteArrayInputStream(pairs),
                        "2",
                        "1",
                        CsvOptions.defaults().withHeader(false)))
                .hasToString("IdMapping[2 ids of 2 members, 0 ambiguous]");
    }

    @Test
    void whatIsWrongIsNamedByLine() {
        refused("web,member\n17,M1\n,M2\n", "line 3 of the id mapping needs an id and a member");
        refused("web,member\n17,M1\n18\n", "line 3: has 1 fields, the header has 2");
        refused("web,membr\n17,M1\n", "no column member; nearest: membr");
        refused("web,member\n17,\"M1\"x\n", "line 2");
        refused("", "empty");
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() ->
                        read(new byte[] {'w', 'e', 'b', ',', 'm', 'e', 'm', 'b', 'e', 'r', '\n', '1', ',', -1, '\n'}))
                .withMessageContaining("line 2, column member: has bytes that are not UTF-8");
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> IdMappings.read(Path.of("no-such-file.csv"), "a", "b", CsvOptions.defaults()))
                .withMessageContaining("does not exist");
    }

    @Test
    void readsTablesToo() {
        Table table =
                Table.create(IntColumn.create("web", 17, 18, 19), StringColumn.create("member", "M1", "M1", "M2"));
        assertThat(Tables.idMapping(table, "web", "member")).hasToString("IdMapping[3 ids of 2 members, 0 ambiguous]");
        table.stringColumn("member").set(1, "");
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> Tables.idMapping(table, "web", "member"))
                .withMessageContaining("line 2");
    }

    @Test
    void ratesAreReadAsSalesAre() {
        CurrencyRates rates = CurrencyRates.of(
                "EUR",
                Sales.read(
                                "currency;from;rate\nGBP;03.03.2025;1,2105\nGBP;17.03.2025;1,19\nusd;03.03.2025;0,95\n",
                                Columns.of("currency", "from", "rate"),
                                CsvOptions.defaults())
                        .log());
        assertThat(rates.rate("GBP", "EUR", LocalDate.of(2025, 3, 16))).hasValue(1.2105);
        assertThat(rates.rate("GBP", "EUR", LocalDate.of(2025, 3, 17))).hasValue(1.19);
        assertThat(rates.currencies()).containsExactly("GBP", "USD");
    }

    private static IdMapping read(byte[] bytes) {
        return IdMappings.read(() -> new ByteArrayInputStream(bytes), "web", "member", CsvOptions.defaults());
    }

    private static void refused(String text, String message) {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining(message);
    }
}
