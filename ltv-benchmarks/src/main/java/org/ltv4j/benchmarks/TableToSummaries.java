package org.ltv4j.benchmarks;

import static tech.tablesaw.aggregate.AggregateFunctions.count;
import static tech.tablesaw.aggregate.AggregateFunctions.earliestDate;
import static tech.tablesaw.aggregate.AggregateFunctions.latestDate;
import static tech.tablesaw.aggregate.AggregateFunctions.sum;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.table.Columns;
import org.ltv4j.core.table.Tables;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * From a Tablesaw table in memory to one row per customer: {@link SalesFile#ROWS} rows of 4,372 customers, invoice after
 * invoice as a shop writes them.
 */
@State(Scope.Benchmark)
public class TableToSummaries extends Bulk {
    private Table table = Table.create();

    /** JMH makes it. */
    public TableToSummaries() {}

    /** Fills the table. */
    @Setup(Level.Trial)
    public void open() {
        open(SalesFile.ROWS);
    }

    void open(int rows) {
        SplittableRandom random = new SplittableRandom(541_909);
        int[] customer = new int[rows];
        LocalDate[] day = new LocalDate[rows];
        double[] amount = new double[rows];
        for (int i = 0; i < rows; ) {
            int buyer = 12_346 + (int) (SalesFile.CUSTOMERS * Math.pow(random.nextDouble(), 2));
            int end = Math.min(rows, i + 1 + random.nextInt(SalesFile.LINES_OF_AN_INVOICE));
            LocalDate date = SalesFile.END.minusDays(373L * (rows - 1 - i) / rows);
            for (; i < end; i++) {
                customer[i] = buyer;
                day[i] = date;
                amount[i] = (1 + random.nextInt(10_000)) / 100.0;
            }
        }
        table = Table.create(
                IntColumn.create("customer", customer),
                DateColumn.create("day", day),
                DoubleColumn.create("amount", amount));
    }

    /**
     * Ours: x, t_x, T and m, purchases of one day merged.
     *
     * @return the summaries, in days
     */
    @Benchmark
    public CustomerSummaries ltv4j() {
        return Tables.transactions(table, Columns.of("customer", "day", "amount"))
                .summaries(SalesFile.END, TimeScale.DAY);
    }

    /**
     * Tablesaw's own summary: rows, total, first and last day. It does less: days are not merged.
     *
     * @return two tables, one row per customer
     */
    @Benchmark
    public List<Table> tablesaw() {
        Table money = table.summarize("amount", sum, count).by("customer");
        Table days = table.summarize("day", earliestDate, latestDate).by("customer");
        return List.of(money, days);
    }
}
