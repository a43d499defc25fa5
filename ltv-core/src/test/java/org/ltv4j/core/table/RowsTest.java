package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;

/** Records that a program already has, of any class and in any stream. */
class RowsTest {
    record Sale(Object customer, Object date, Object amount) {}

    private static final Rows<Sale> SALES = Rows.of(Sale::customer, Sale::date, Sale::amount);

    @Test
    void valuesOfAnyClassAreReadByWhatTheyAre() {
        UUID id = new UUID(1, 2);
        Ingest read = SALES.read(
                Stream.of(
                        new Sale(7, LocalDate.of(2025, 3, 1), 1),
                        new Sale(7L, "2025-03-02 09:30", "2.50"),
                        new Sale(id, Instant.parse("2025-06-30T23:00:00Z"), 3.5f),
                        new Sale(
                                "7",
                                OffsetDateTime.parse("2025-07-01T01:00:00+02:00"),
                                new java.math.BigDecimal("4.25"))),
                ReadOptions.defaults().withZone(ZoneId.of("Europe/Paris")));
        assertThat(Sales.shown(read.log()))
                .containsExactly(
                        "7 2025-03-01T00:00 1.0",
                        "7 2025-03-02T09:30 2.5",
                        id + " 2025-07-01T01:00 3.5",
                        "7 2025-07-01T01:00 4.25");
        assertThat(read.format().source()).isEqualTo("records");
    }

    @Test
    void mapsAndOptionalPartsAreRead() {
        Rows<Map<String, Object>> rows = Rows.<Map<String, Object>>ofTransactions(m -> m.get("who"), m -> m.get("day"))
                .with(ColumnRole.QUANTITY, m -> m.get("n"))
                .with(ColumnRole.UNIT_PRICE, m -> m.get("price"))
                .with(ColumnRole.ORDER, m -> m.get("receipt"));
        Ingest read =
                rows.read(Stream.of(Map.of("who", "ann", "day", "2025-03-01", "n", 2, "price", 1.25, "receipt", 17)));
        assertThat(read.log().amount(0)).isEqualTo(2.5);
        assertThat(read.log().orders().id(0)).isEqualTo("17");
    }

    @Test
    void whoBoughtWhenAloneIsEnough() {
        Ingest read = Rows.<Sale>ofTransactions(Sale::customer, Sale::date)
                .read(Stream.of(new Sale("ann", LocalDate.of(2025, 3, 1), null)));
        assertThat(read.log().hasAmounts()).isFalse();
        assertThat(read.log().size()).isEqualTo(1);
    }

    @Test
    void badRecordsAreReportedByTheirNumberAndNamedByTheirPart() {
        Stream<Sale> sales = Stream.of(
                new Sale(null, LocalDate.of(2025, 3, 1), 1), new Sale("Jane", "2025-02-30", 1),
                new Sale("Jane", LocalDate.of(2025, 3, 1), Double.NaN),
                        new Sale("Jane", LocalDate.of(2025, 3, 1), "1"));
        assertThatThrownBy(() -> SALES.read(sales))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(
                        "3 of 4 rows cannot be used (1 missing customer, 1 unreadable date, 1 unreadable number)")
                .hasMessageContaining("line 2, column date: '2025-02-30'")
                .hasMessageNotContaining("Jane");
    }

    @Test
    void instantsNeedAZone() {
        assertThatThrownBy(() -> SALES.read(Stream.of(new Sale("ann", Instant.EPOCH, 1))))
                .hasMessageContaining("instants: state the zone");
    }

    @Test
    void anEmptyStreamIsRefused() {
        assertThatThrownBy(() -> SALES.read(Stream.empty())).hasMessageContaining("has no rows");
    }

    @Test
    void aParallelStreamIsReadInItsOrder() {
        List<Sale> sales = IntStream.range(0, 5000)
                .mapToObj(i -> new Sale("c" + i % 7, LocalDate.of(2025, 1, 1).plusDays(i % 300), i))
                .toList();
        assertThat(SameRowsTest.rows(SALES.read(sales.parallelStream()).log()))
                .isEqualTo(SameRowsTest.rows(
                        SALES.read(sales.iterator(), ReadOptions.defaults()).log()));
    }

    @Test
    void readingStopsWhenItsThreadIsInterruptedAndOnErrorsOfTheSource() {
        Iterator<Sale> endless = Stream.generate(() -> new Sale("ann", LocalDate.of(2025, 3, 1), 1))
                .peek(sale -> Thread.currentThread().interrupt())
                .iterator();
        try {
            assertThatThrownBy(() -> SALES.read(endless, ReadOptions.defaults()))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        Stream<Sale> failing = Stream.of(1).map(i -> {
            throw new IllegalStateException("the source failed");
        });
        assertThatThrownBy(() -> SALES.read(failing)).isInstanceOf(IllegalStateException.class);
    }
}
