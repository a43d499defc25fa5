package org.ltv4j.core.table;

import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Tablesaw tables in and out. A table is read once into arrays, and nothing is computed in it: Tablesaw's own grouping
 * fails at 65,535 distinct texts and splits keys at {@code ~~~}. This is the only class of the readers that needs
 * Tablesaw on the class path.
 */
public final class Tables {
    private Tables() {}

    /**
     * The transactions of a table, strictly.
     *
     * @param table a row per sale
     * @param columns which column means what. Ids may be text or numbers; dates dates, times, instants (these need a zone,
     *     see {@link #read(Table, Columns, ReadOptions)}) or text; amounts numbers or text
     * @return the log
     * @throws InvalidDataException if a column is missing or any row cannot be used
     */
    public static TransactionLog transactions(Table table, Columns columns) {
        return read(table, columns, RowPolicy.FAIL).log();
    }

    /**
     * The transactions of a table with a report.
     *
     * @param table a row per sale
     * @param columns which column means what
     * @param policy what to do with rows that cannot be used
     * @return the log, the report and the form
     * @throws InvalidDataException if a column is missing, or a row cannot be used that must not be skipped
     */
    public static Ingest read(Table table, Columns columns, RowPolicy policy) {
        return read(table, columns, ReadOptions.defaults().withRowPolicy(policy));
    }

    /**
     * The transactions of a table with a report.
     *
     * @param table a row per sale
     * @param columns which column means what
     * @param options how texts in it are written, the zone of instants, what to do with rows that cannot be used
     * @return the log, the report and the form
     * @throws InvalidDataException if a column is missing, or a row cannot be used that must not be skipped
     */
    public static Ingest read(Table table, Columns columns, ReadOptions options) {
        ColumnBinding binding = ColumnBinding.of(table.columnNames(), columns);
        CellTable cells = new CellTable("Tablesaw table", binding, options);
        LocalClock clock = new LocalClock(options.zone().orElse(null));
        for (ColumnRole role : binding.names().keySet()) {
            CellColumn target = cells.column(role);
            if (target != null) {
                TablesawColumn.copy(table.column(binding.place(role)), role, target, clock);
            }
        }
        return cells.ingest(table.rowCount());
    }

    /**
     * Customer histories as a table with the columns {@code customer}, {@code frequency}, {@code recency}, {@code age} and
     * {@code mean_repeat_spend}.
     *
     * @param summaries histories
     * @return a row per customer, in order
     */
    public static Table of(CustomerSummaries summaries) {
        int n = summaries.size();
        String[] customers = new String[n];
        int[] frequency = new int[n];
        double[] recency = new double[n];
        double[] age = new double[n];
        double[] spend = new double[n];
        for (int i = 0; i < n; i++) {
            customers[i] = summaries.id(i);
            frequency[i] = summaries.frequency(i);
            recency[i] = summaries.recency(i);
            age[i] = summaries.age(i);
            spend[i] = summaries.meanRepeatSpend(i);
        }
        return Table.create(
                "customers",
                StringColumn.create("customer", customers),
                IntColumn.create("frequency", frequency),
                DoubleColumn.create("recency", recency),
                DoubleColumn.create("age", age),
                DoubleColumn.create("mean_repeat_spend", spend));
    }
}
