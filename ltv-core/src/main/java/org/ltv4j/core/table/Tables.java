package org.ltv4j.core.table;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.evaluate.backtest.BacktestTable;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.merge.IdMapping;
import org.ltv4j.core.privacy.DisclosurePolicy;
import org.ltv4j.core.profile.LogProfile;
import org.ltv4j.core.profile.ProfileComparison;
import org.ltv4j.core.score.CustomerScores;
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
     * Which customer id of a source is which member, from a table with a row for each pair.
     *
     * @param table the pairs
     * @param id column of the id in the source, text or whole numbers
     * @param member column of the member, text or whole numbers
     * @return the mapping
     * @throws InvalidDataException if a column is missing, or a row has no id or no member
     */
    public static IdMapping idMapping(Table table, String id, String member) {
        ColumnBinding binding = ColumnBinding.of(table.columnNames(), Columns.ofTransactions(id, member));
        CellColumn ids = new CellColumn();
        CellColumn members = new CellColumn();
        LocalClock clock = new LocalClock(null);
        ColumnRole asId = ColumnRole.CUSTOMER;
        TablesawColumn.copy(table.column(binding.place(ColumnRole.CUSTOMER)), asId, ids, clock);
        TablesawColumn.copy(table.column(binding.place(ColumnRole.DATE)), asId, members, clock);
        IdTable idTexts = ids.texts();
        IdTable memberTexts = members.texts();
        IdMapping.Builder mapping = IdMapping.builder();
        for (int row = 0; row < table.rowCount(); row++) {
            int code = ids.code(row);
            int memberCode = members.code(row);
            mapping.add(code < 0 ? "" : idTexts.id(code), memberCode < 0 ? "" : memberTexts.id(memberCode), row + 1);
        }
        return mapping.build();
    }

    /**
     * A table beside the sales, such as products or events.
     *
     * @param table any table
     * @param options how texts in it are written, the zone of instants, what to do with rows that cannot be used
     * @return the source
     */
    public static TableSource source(Table table, ReadOptions options) {
        return TableSource.of(options, cells -> {
            int[] places = TableColumn.places(cells.columns(), table.columnNames());
            LocalClock clock = new LocalClock(options.zone().orElse(null));
            for (int i = 0; i < places.length; i++) {
                TablesawColumn.copy(
                        table.column(places[i]), cells.columns().get(i).role(), cells.cell(i), clock);
            }
            for (int row = 1; row <= table.rowCount(); row++) {
                cells.addRow(row);
            }
        });
    }

    /**
     * Customer histories as a table with the columns {@code customer}, {@code frequency}, {@code recency}, {@code age},
     * {@code mean_repeat_spend} and {@code first_spend}.
     *
     * @param summaries histories
     * @return a row per customer, in order
     */
    public static Table of(CustomerSummaries summaries) {
        int n = summaries.size();
        return Table.create(
                "customers",
                StringColumn.create("customer", IntStream.range(0, n).mapToObj(summaries::id)),
                IntColumn.create("frequency", IntStream.range(0, n).map(summaries::frequency)),
                numbers("recency", n, summaries::recency),
                numbers("age", n, summaries::age),
                numbers("mean_repeat_spend", n, summaries::meanRepeatSpend),
                numbers("first_spend", n, summaries::firstSpend));
    }

    /**
     * Scores as a table: the columns of the histories, then {@code probability_alive}, {@code expected_transactions}, {@code
     * expected_spend}, {@code value}, where the scorer gave intervals {@code value_lower} and {@code value_upper}, and {@code
     * rank}, 1 for the highest value.
     *
     * @param scores scores of customers
     * @return a row per customer, in the order of the histories
     */
    public static Table of(CustomerScores scores) {
        int n = scores.size();
        Table table = of(scores.customers()).setName("scores");
        table.addColumns(
                numbers("probability_alive", n, scores::probabilityAlive),
                numbers("expected_transactions", n, scores::expectedTransactions),
                numbers("expected_spend", n, scores::expectedSpend),
                numbers("value", n, scores::value));
        if (scores.scorer().interval().isPresent()) {
            table.addColumns(
                    numbers(
                            "value_lower",
                            n,
                            i -> scores.interval(i).orElseThrow().lower()),
                    numbers(
                            "value_upper",
                            n,
                            i -> scores.interval(i).orElseThrow().upper()));
        }
        table.addColumns(IntColumn.create("rank", IntStream.range(0, n).map(scores::rank)));
        return table;
    }

    /**
     * A profile as a table: {@code column}, {@code rows}, {@code missing}, {@code distinct}, {@code min}, {@code mean}, {@code
     * standard_deviation}, {@code p01} to {@code p99}, {@code max} (of ids: of the rows that bear each), {@code first} and {@code
     * last}.
     *
     * @param profile what stands in the columns of a log
     * @return a row per column
     */
    public static Table of(LogProfile profile) {
        return ProfileTables.of(profile);
    }

    /**
     * Two profiles side by side: the columns of {@link #of(LogProfile)} with {@code _before} and {@code _after}.
     *
     * @param comparison profiles before and after cleaning
     * @return a row per column
     */
    public static Table of(ProfileComparison comparison) {
        return ProfileTables.of(comparison);
    }

    /**
     * The histograms of a profile: {@code column}, {@code bin}, {@code from}, {@code to} and {@code count}.
     *
     * @param profile what stands in the columns of a log
     * @return a row per bin
     */
    public static Table histograms(LogProfile profile) {
        return ProfileTables.histograms(profile);
    }

    /**
     * A backtest as a table: {@code model}, {@code date} (a date, or {@code all}), {@code metric}, {@code value}, {@code
     * standard_error}, {@code lower} and {@code upper} end of the interval, {@code fit_seconds}, {@code predict_seconds} and {@code
     * problem}.
     *
     * @param backtest models judged on past dates
     * @return a row per model, date and metric that exists, and one per failure, without a metric
     */
    public static Table of(BacktestTable backtest) {
        return BacktestTables.of(backtest);
    }

    /**
     * Features as a table: the column {@code customer}, then a column per feature. Numbers and counts are double columns, flags
     * boolean ones, categories text columns with the names of their levels; what is missing is missing.
     *
     * @param features features of customers
     * @return a row per customer, in order
     * @throws InvalidDataException if a feature is called {@code customer}
     */
    public static Table of(FeatureMatrix features) {
        return FeatureTables.of(DisclosedFeatures.whole(features));
    }

    /**
     * Features as a table for one reader: features that the policy masks or hides are left out; the customer is shown, masked, a
     * pseudonym or left out.
     *
     * @param features features of customers
     * @param policy what the reader may see
     * @return a row per customer, in order
     * @throws InvalidDataException if a feature is called {@code customer}, or the reader may see none
     */
    public static Table of(FeatureMatrix features, DisclosurePolicy policy) {
        return FeatureTables.of(DisclosedFeatures.of(features, policy));
    }

    /**
     * Scores as a table for one reader: as {@link #of(CustomerScores)}, with the customer shown, masked, a pseudonym or left out.
     *
     * @param scores scores of customers
     * @param policy what the reader may see of the field {@code customer}
     * @return a row per customer, in the order of the histories
     */
    public static Table of(CustomerScores scores, DisclosurePolicy policy) {
        Table table = of(scores);
        if (!policy.shows(DisclosedFeatures.CUSTOMER, Sensitivity.IDENTIFIER)) {
            return table.removeColumns(DisclosedFeatures.CUSTOMER);
        }
        List<String> ids = table.stringColumn(DisclosedFeatures.CUSTOMER).asList();
        List<String> shown = policy.render(DisclosedFeatures.CUSTOMER, Sensitivity.IDENTIFIER, ids);
        return table.replaceColumn(DisclosedFeatures.CUSTOMER, StringColumn.create(DisclosedFeatures.CUSTOMER, shown));
    }

    private static DoubleColumn numbers(String name, int rows, IntToDoubleFunction value) {
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = value.applyAsDouble(row);
        }
        return DoubleColumn.create(name, values);
    }
}
