package org.ltv4j.segmentation.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ltv4j.core.data.Blanks;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.basket.BasketLogBuilder;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Baskets from Tablesaw tables and back. Sales tables with dates, amounts and customers are read by {@code
 * org.ltv4j.core.table.Tables.transactions} and made into baskets by {@link BasketLog#byOrder}.
 */
public final class BasketTables {
    private static final int SHOWN = 5;

    private BasketTables() {}

    /**
     * Baskets from a long table: a row for each item of a basket.
     *
     * @param table rows in any order
     * @param basket name of the column whose equal values make a basket
     * @param item name of the column of items
     * @return baskets in the order in which the table first names them; each has its value as its order
     * @throws InvalidDataException if a column is not there, or a row has no basket or no item; the message names the first rows
     */
    public static BasketLog fromLong(Table table, String basket, String item) {
        Column<?> keys = column(table, basket);
        Column<?> names = column(table, item);
        Map<String, Set<String>> baskets = new LinkedHashMap<>();
        List<Integer> bad = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            String key = text(keys, row);
            String name = text(names, row);
            if (Blanks.isBlank(key) || Blanks.isBlank(name)) {
                bad.add(row + 1);
            } else {
                baskets.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(name);
            }
        }
        if (!bad.isEmpty()) {
            throw new InvalidDataException(bad.size() + " of " + table.rowCount() + " rows name no " + basket
                    + " or no " + item + ": rows " + first(bad) + ". Drop them, or name what is missing");
        }
        BasketLogBuilder builder = BasketLog.builder();
        baskets.forEach((key, set) -> builder.add(set).order(key));
        return builder.build();
    }

    /**
     * Baskets from a wide table: a row for each basket, a column for each item, true or 1 where it is in.
     *
     * @param table rows are baskets
     * @param items names of the columns; none for all columns
     * @return baskets in the order of rows, items called like their columns
     * @throws InvalidDataException if a column is not there or not of true and false or 0 and 1, or a cell is empty; the message names
     *     column and row
     */
    public static BasketLog fromWide(Table table, String... items) {
        List<String> names = items.length == 0 ? table.columnNames() : List.of(items);
        List<Column<?>> columns = new ArrayList<>();
        names.forEach(name -> columns.add(flags(column(table, name))));
        BasketLogBuilder builder = BasketLog.builder();
        for (int row = 0; row < table.rowCount(); row++) {
            builder.add();
            for (int i = 0; i < columns.size(); i++) {
                if (isIn(columns.get(i), row)) {
                    builder.item(names.get(i));
                }
            }
        }
        return builder.build();
    }

    private static Column<?> flags(Column<?> column) {
        if (!(column instanceof BooleanColumn || column instanceof NumericColumn)) {
            throw new InvalidDataException("column " + column.name() + " needs true and false or 0 and 1, got type "
                    + column.type().name() + ": name the columns of items, or read a long table with fromLong");
        }
        return column;
    }

    private static boolean isIn(Column<?> column, int row) {
        if (!column.isMissing(row)) {
            if (column instanceof BooleanColumn flags) {
                return flags.getByte(row) == 1;
            }
            double number = ((NumericColumn<?>) column).getDouble(row);
            if (number == 0 || number == 1) {
                return number == 1;
            }
        }
        throw new InvalidDataException("column " + column.name() + ", row " + (row + 1) + " needs 0 or 1, got "
                + (column.isMissing(row) ? "an empty cell" : "another number"));
    }

    /**
     * A long table of baskets.
     *
     * @param baskets the baskets
     * @return a row for each item of each basket: {@code basket} counted from 1, {@code item}. Empty baskets have no row
     */
    public static Table longTable(BasketLog baskets) {
        IntColumn number = IntColumn.create("basket");
        StringColumn item = StringColumn.create("item");
        for (int b = 0; b < baskets.size(); b++) {
            for (String name : baskets.names(b)) {
                number.append(b + 1);
                item.append(name);
            }
        }
        return Table.create("baskets", number, item);
    }

    private static Column<?> column(Table table, String name) {
        if (table.columnNames().stream().noneMatch(name::equalsIgnoreCase)) {
            throw new InvalidDataException("the table has no column '" + name + "', only " + table.columnNames());
        }
        return table.column(name);
    }

    private static String text(Column<?> column, int row) {
        if (column.isMissing(row)) {
            return "";
        }
        if (column.type() == ColumnType.DOUBLE || column.type() == ColumnType.FLOAT) {
            double number = ((NumericColumn<?>) column).getDouble(row);
            if (number == Math.rint(number) && Math.abs(number) < 1L << 53) {
                return Long.toString((long) number); // codes that were read as numbers
            }
        }
        return column.getUnformattedString(row);
    }

    private static String first(List<Integer> rows) {
        String shown = rows.stream()
                .limit(SHOWN)
                .map(String::valueOf)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return rows.size() > SHOWN ? shown + ", .." : shown;
    }
}
