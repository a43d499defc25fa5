package org.ltv4j.segmentation.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.segmentation.basket.BasketLog;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class BasketTablesTest {

    @Test
    void rowsOfOneBasketNeedNotStandTogether() {
        Table table = Table.create(
                IntColumn.create("receipt", 2, 1, 2, 2), StringColumn.create("product", "tea", "milk", "cake", "tea"));
        BasketLog baskets = BasketTables.fromLong(table, "receipt", "product");
        assertThat(baskets.size()).isEqualTo(2);
        assertThat(baskets.names(0)).containsExactly("tea", "cake");
        assertThat(baskets.orders().id(baskets.order(0))).isEqualTo("2");
        assertThat(baskets.names(1)).containsExactly("milk");
    }

    @Test
    void codesThatWereReadAsNumbersAreNoFractions() {
        Table table = Table.create(DoubleColumn.create("b", 1.0, 1.0), DoubleColumn.create("i", 85123, 2.5));
        assertThat(BasketTables.fromLong(table, "b", "i").names(0)).containsExactly("85123", "2.5");
    }

    @Test
    void aRowWithoutBasketOrItemIsNamed() {
        IntColumn receipt = IntColumn.create("receipt", 1, 1, 1);
        receipt.setMissing(1);
        Table table = Table.create(receipt, StringColumn.create("product", "tea", "milk", " "));
        assertThatThrownBy(() -> BasketTables.fromLong(table, "receipt", "product"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("2 of 3 rows name no receipt or no product: rows 2, 3.");
        assertThatThrownBy(() -> BasketTables.fromLong(table, "order", "product"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("the table has no column 'order', only [receipt, product]");
    }

    @Test
    void aWideTableHasAColumnForEachItem() {
        Table table =
                Table.create(BooleanColumn.create("tea", true, false, false), IntColumn.create("cake, dry", 1, 1, 0));
        BasketLog baskets = BasketTables.fromWide(table);
        assertThat(baskets.size()).isEqualTo(3);
        assertThat(baskets.names(0)).containsExactlyInAnyOrder("tea", "cake, dry");
        assertThat(baskets.names(1)).containsExactly("cake, dry");
        assertThat(baskets.length(2)).isZero();
        assertThat(BasketTables.fromWide(table, "tea").occurrences()).isEqualTo(1);
    }

    @Test
    void otherThanZeroAndOneIsRefused() {
        IntColumn quantities = IntColumn.create("cake", 1, 3);
        assertThatThrownBy(() -> BasketTables.fromWide(Table.create(quantities)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("column cake, row 2 needs 0 or 1, got another number");
        quantities.setMissing(1);
        assertThatThrownBy(() -> BasketTables.fromWide(Table.create(quantities)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("column cake, row 2 needs 0 or 1, got an empty cell");
        assertThatThrownBy(() -> BasketTables.fromWide(Table.create(StringColumn.create("id", "a"))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("column id needs true and false or 0 and 1");
    }

    @Test
    void aLongTableReadsBack() {
        BasketLog baskets = BasketLog.builder().add("tea", "cake").add("milk").build();
        Table table = BasketTables.longTable(baskets);
        assertThat(table.rowCount()).isEqualTo(3);
        BasketLog again = BasketTables.fromLong(table, "basket", "item");
        assertThat(again.names(0)).containsExactlyElementsOf(baskets.names(0));
        assertThat(again.names(1)).containsExactlyElementsOf(baskets.names(1));
    }
}
