package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.AttributeType;
import org.ltv4j.core.data.CustomerAttributes;
import org.ltv4j.core.data.CustomerEvents;
import org.ltv4j.core.data.EventKind;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.ProductCatalog;
import org.ltv4j.core.data.Sensitivity;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Products, attributes and events from files, tables and queries. */
class TableSourceTest {
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 1);
    private static final AttributeColumns PEOPLE = AttributeColumns.of("customer")
            .with("birth_date", AttributeType.DATE, Sensitivity.SENSITIVE)
            .with("newsletter", AttributeType.FLAG, Sensitivity.PLAIN)
            .with("region", AttributeType.CATEGORY, Sensitivity.PLAIN)
            .with("income", AttributeType.NUMBER, Sensitivity.SENSITIVE);
    private static final EventColumns EVENTS = EventColumns.of("customer", "at")
            .withKind("type")
            .withValue("score")
            .withText("comment");

    private static TableSource csv(String text) {
        return csv(text, CsvOptions.defaults());
    }

    private static TableSource csv(String text, CsvOptions options) {
        return TableSource.csv(named("test.csv", text.getBytes(StandardCharsets.UTF_8)), options);
    }

    private static ByteSource named(String name, byte[] bytes) {
        return new ByteSource() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public String name() {
                return name;
            }
        };
    }

    private static int day(LocalDate date) {
        return (int) date.toEpochDay();
    }

    @Test
    void productsFromCsv() {
        TableIngest<ProductCatalog> read = csv("sku;Abteilung;Gruppe;Preis;Marke\n"
                        + "00123;Getränke;Kaffee;2,80;Roma\n"
                        + "B;Speisen;;12,50;\n"
                        + "C;;;;\"a \"\"b\"\"\"\n")
                .catalog(CatalogColumns.of("SKU")
                        .withCategories("Abteilung", "Gruppe")
                        .withPrice("Preis", 5)
                        .withAttribute("brand", "Marke"));
        ProductCatalog catalog = read.data();
        assertThat(read.report().rowsKept()).isEqualTo(3);
        assertThat(catalog.path("00123")).containsExactly("Getränke", "Kaffee");
        assertThat(catalog.categories().names()).containsExactly("unknown", "Getränke", "Speisen");
        assertThat(catalog.priceBands().nameOf("B")).isEqualTo("5 and more");
        assertThat(catalog.priceBands().nameOf("C")).isEqualTo("unknown");
        assertThat(catalog.attribute("brand").nameOf("C")).isEqualTo("a \"b\"");
    }

    @Test
    void productsWithoutAnIdAreReportedOrLeftOut() {
        String text = "sku,category,price\nA,drinks,1\n,food,2\nC,food,-3\nD,food,much\n";
        CatalogColumns columns =
                CatalogColumns.of("sku").withCategories("category").withPrice("price", 5);
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> csv(text).catalog(columns))
                .withMessageContaining("test.csv: 3 of 4 rows cannot be used")
                .withMessageContaining("line 3, column sku: is missing")
                .withMessageContaining("line 4, column price: '-3.0' is a price below 0")
                .withMessageContaining("line 5, column price: is not a number");
        TableIngest<ProductCatalog> read =
                csv(text, CsvOptions.defaults().withRowPolicy(RowPolicy.SKIP)).catalog(columns);
        assertThat(read.data().products().size()).isEqualTo(1);
        assertThat(read.report().rowsRead()).isEqualTo(4);
        assertThat(read.report().rowsDropped()).isEqualTo(3);
    }

    @Test
    void attributesFromCsv() {
        TableIngest<CustomerAttributes> read = csv("customer,birth_date,newsletter,region,income,updated\n"
                        + "ann,17/05/1984,Yes,south,1200.5,\n"
                        + "bob,,,,,\n"
                        + "ann,,no,,,15/03/2025\n")
                .attributes(PEOPLE.withKnownSince("updated"));
        CustomerAttributes people = read.data();
        assertThat(people.value(people.index("birth_date"), 0, 0))
                .isEqualTo(LocalDate.of(1984, 5, 17).toEpochDay());
        assertThat(people.value(people.index("newsletter"), 0, day(MARCH) + 13)).isEqualTo(1);
        assertThat(people.value(people.index("newsletter"), 0, day(MARCH) + 14)).isEqualTo(0);
        assertThat(people.value(people.index("income"), 0, 0)).isEqualTo(1200.5);
        assertThat(people.value(people.index("region"), 1, 0)).isNaN();
        assertThat(people.customers().size()).isEqualTo(2);
    }

    @Test
    void badAttributesAreReportedWithoutShowingThem() {
        String text = "customer,birth_date,newsletter,region,income\n"
                + "zoe,1984-02-30,yes,south,1\n"
                + "bob,1984-05-17,perhaps,south,2\n"
                + "cid,1984-05-17,yes,south,a lot\n"
                + ",1984-05-17,yes,south,3\n";
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> csv(text).attributes(PEOPLE))
                .withMessageContaining("4 of 4 rows cannot be used")
                .withMessageContaining("line 2, column birth_date")
                .withMessageContaining("line 3, column newsletter: is no yes and no no")
                .withMessageContaining("line 4, column income")
                .withMessageContaining("line 5, column customer: is missing")
                .withMessageNotContainingAny("1984-02-30", "perhaps", "a lot", "zoe", "bob", "day 30");
    }

    @Test
    void eventsFromCsv() {
        TableIngest<CustomerEvents> read = csv("customer,at,type,score,comment\n"
                        + "ann,2025-03-02 18:00,NPS,9,\n"
                        + "ann,2025-03-01 09:30,登录,,\n"
                        + "bob,2025-03-01 10:00,Review,5,\"很好喝,\n真的\"\n")
                .events(EVENTS.withKindNamed("登录", EventKind.VISIT));
        CustomerEvents events = read.data();
        assertThat(events.size()).isEqualTo(3);
        assertThat(events.kinds()).containsExactly(EventKind.NPS, EventKind.VISIT, EventKind.REVIEW);
        assertThat(events.second(0))
                .isEqualTo(LocalDateTime.of(2025, 3, 1, 9, 30).toEpochSecond(ZoneOffset.UTC));
        assertThat(events.sourceRow(0)).isEqualTo(3);
        assertThat(events.value(1)).isEqualTo(9);
        assertThat(events.text(2)).contains("很好喝,\n真的");
    }

    @Test
    void badEventsAreReportedByReason() {
        String text = "customer,at,type,score,comment\n"
                + "zoe,2025-03-01,nps,11,\n"
                + "zoe,2025-03-01,nps,,\n"
                + "zoe,,visit,,\n"
                + ",2025-03-01,visit,,\n"
                + "zoe,2025-03-01,,,\n"
                + "zoe,2025-03-01,投诉,,secret words\n"
                + "zoe,2025-03-01,visit\n"
                + "zoe,2025-03-01,visit,,\n";
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> csv(text).events(EVENTS))
                .withMessageContaining("7 of 8 rows cannot be used")
                .withMessageContaining("line 2, column score: '11.0' is no NPS score, a whole number from 0 to 10")
                .withMessageContaining("line 3, column score: is missing: an answer has a score")
                .withMessageContaining("line 4, column at: is missing")
                .withMessageContaining("line 5, column customer: is missing")
                .withMessageContaining("line 6, column type: is missing")
                .withMessageContaining("line 7, column type: is no name of a kind")
                .withMessageContaining("line 8: has 3 fields, the header has 5")
                .withMessageNotContainingAny("zoe", "secret");
        TableIngest<CustomerEvents> read =
                csv(text, CsvOptions.defaults().withRowPolicy(RowPolicy.SKIP)).events(EVENTS);
        assertThat(read.data().size()).isEqualTo(1);
        assertThat(read.report().rowsRead()).isEqualTo(8);
        assertThat(read.report().rowsKept()).isEqualTo(1);
    }

    @Test
    void allEventsMayBeOfOneKind() {
        CustomerEvents events = csv("who,when,stars\nann,2025-03-01,4\n")
                .events(EventColumns.of("who", "when")
                        .withKind(EventKind.SATISFACTION)
                        .withValue("stars"))
                .data();
        assertThat(events.kinds()).containsExactly(EventKind.SATISFACTION);
        assertThat(events.value(0)).isEqualTo(4);
    }

    @Test
    void aProductDescribedInTwoWaysIsRefused() {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> csv("sku,category\nA,drinks\nA,food\n")
                        .catalog(CatalogColumns.of("sku").withCategories("category")))
                .withMessageContaining("test.csv: 1 products stand twice");
    }

    @Test
    void aFileMayHaveNoHeader() {
        ProductCatalog catalog = csv("A,drinks\nB,food\n", CsvOptions.defaults().withHeader(false))
                .catalog(CatalogColumns.of("1").withCategories("2"))
                .data();
        assertThat(catalog.categories().nameOf("A")).isEqualTo("drinks");
        assertThat(catalog.products().size()).isEqualTo(2);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> TableSource.csv(Path.of("nowhere.csv")).catalog(CatalogColumns.of("sku")))
                .withMessageContaining("nowhere.csv")
                .withMessageContaining("does not exist");
    }

    @Test
    void wrongColumnsAreAllNamed() {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> csv("custmer,at,typ,typ\nann,2025-03-01,a,b\n")
                        .events(EventColumns.of("customer", "at").withKind("typ")))
                .withMessageContaining("no column customer; nearest: custmer")
                .withMessageContaining("column typ stands 2 times")
                .withMessageContaining("found: custmer, at, typ, typ");
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> csv("sku\n").catalog(CatalogColumns.of("sku")))
                .withMessageContaining("test.csv")
                .withMessageContaining("has no rows");
    }

    @Test
    void otherCharsetsAndBytesThatDoNotFit() {
        Charset gb = Charset.forName("GB18030");
        byte[] bytes = "商品,类别\n拿铁,饮料\n".getBytes(gb);
        ProductCatalog catalog = TableSource.csv(
                        named("gb.csv", bytes), CsvOptions.defaults().withCharset(gb))
                .catalog(CatalogColumns.of("商品").withCategories("类别"))
                .data();
        assertThat(catalog.categories().nameOf("拿铁")).isEqualTo("饮料");
        byte[] broken = "sku,category\nA,\u00e4\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> TableSource.csv(named("latin.csv", broken), CsvOptions.defaults())
                        .catalog(CatalogColumns.of("sku").withCategories("category")))
                .withMessageContaining("line 2, column category: does not fit the charset");
    }

    @Test
    void fromTablesawTables() {
        Table people = Table.create(
                IntColumn.create("customer", 7, 8),
                DateColumn.create("birth_date", LocalDate.of(1984, 5, 17), null),
                BooleanColumn.create("newsletter", true, false),
                StringColumn.create("region", "south", ""),
                DoubleColumn.create("income", 1.5, Double.NaN));
        CustomerAttributes attributes =
                Tables.source(people, ReadOptions.defaults()).attributes(PEOPLE).data();
        assertThat(attributes.customers().id(0)).isEqualTo("7");
        assertThat(attributes.value(0, 0, 0))
                .isEqualTo(LocalDate.of(1984, 5, 17).toEpochDay());
        assertThat(attributes.value(1, 1, 0)).isEqualTo(0);
        assertThat(attributes.value(2, 1, 0)).isNaN();
        assertThat(attributes.value(3, 0, 0)).isEqualTo(1.5);

        Table visits =
                Table.create(StringColumn.create("customer", "ann"), DateTimeColumn.create("at", MARCH.atTime(9, 30)));
        CustomerEvents events = Tables.source(visits, ReadOptions.defaults())
                .events(EventColumns.of("customer", "at").withKind(EventKind.VISIT))
                .data();
        assertThat(events.day(0)).isEqualTo(day(MARCH));
    }

    @Test
    void fromAQuery() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table events (customer, at, type, score, comment)");
            statement.execute("insert into events values (17, '2025-03-01 09:30:00', 'nps', 9, null),"
                    + " ('ann', '2025-03-02', 'review', null, '很好')");
            CustomerEvents events = TableSource.query(connection, "select * from events")
                    .events(EVENTS)
                    .data();
            assertThat(events.customers().id(0)).isEqualTo("17");
            assertThat(events.value(0)).isEqualTo(9);
            assertThat(events.text(1)).contains("很好");
            assertThatExceptionOfType(InvalidDataException.class)
                    .isThrownBy(() -> TableSource.query(connection, "select * from nothing")
                            .events(EVENTS))
                    .withMessageContaining("the query cannot be read");
        }
    }
}
