package org.ltv4j.core.table;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.ltv4j.core.profile.ColumnProfile;
import org.ltv4j.core.profile.HistogramBin;
import org.ltv4j.core.profile.LogProfile;
import org.ltv4j.core.profile.NumberSummary;
import org.ltv4j.core.profile.ProfileComparison;
import org.ltv4j.core.profile.ProfileComparison.ColumnChange;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Profiles as Tablesaw tables. */
final class ProfileTables {
    private ProfileTables() {}

    static Table of(LogProfile profile) {
        List<ColumnProfile> columns = profile.columns();
        Table table = Table.create(
                "profile",
                StringColumn.create(
                        "column", columns.stream().map(c -> c.column().toString())),
                counts("rows", columns, ColumnProfile::rows),
                counts("missing", columns, ColumnProfile::missing),
                counts("distinct", columns, ColumnProfile::distinct));
        addNumbers(table, columns, c -> c, "");
        table.addColumns(
                DateTimeColumn.create(
                        "first", columns.stream().map(c -> c.first().orElse(null))),
                DateTimeColumn.create("last", columns.stream().map(c -> c.last().orElse(null))));
        return table;
    }

    static Table of(ProfileComparison comparison) {
        List<ColumnChange> columns = comparison.columns();
        Table table = Table.create(
                "profiles",
                StringColumn.create(
                        "column", columns.stream().map(c -> c.column().toString())),
                counts("rows_before", columns, c -> c.before().rows()),
                counts("rows_after", columns, c -> c.after().rows()),
                counts("missing_before", columns, c -> c.before().missing()),
                counts("missing_after", columns, c -> c.after().missing()),
                counts("distinct_before", columns, c -> c.before().distinct()),
                counts("distinct_after", columns, c -> c.after().distinct()));
        addNumbers(table, columns, ColumnChange::before, "_before");
        addNumbers(table, columns, ColumnChange::after, "_after");
        return table;
    }

    static Table histograms(LogProfile profile) {
        StringColumn column = StringColumn.create("column");
        StringColumn bin = StringColumn.create("bin");
        DoubleColumn from = DoubleColumn.create("from");
        DoubleColumn to = DoubleColumn.create("to");
        LongColumn count = LongColumn.create("count");
        for (ColumnProfile of : profile.columns()) {
            for (HistogramBin each : of.histogram()) {
                column.append(of.column().toString());
                bin.append(each.label());
                from.append(each.from());
                to.append(each.to());
                count.append(each.count());
            }
        }
        return Table.create("histograms", column, bin, from, to, count);
    }

    private static <T> void addNumbers(Table table, List<T> rows, Function<T, ColumnProfile> profile, String suffix) {
        table.addColumns(
                numbers("min" + suffix, rows, profile, NumberSummary::min),
                numbers("mean" + suffix, rows, profile, NumberSummary::mean),
                numbers("standard_deviation" + suffix, rows, profile, NumberSummary::standardDeviation));
        for (double p : NumberSummary.PROBABILITIES) {
            String name = "p" + (p < 0.1 ? "0" : "") + Math.round(100 * p);
            table.addColumns(numbers(name + suffix, rows, profile, summary -> summary.quantile(p)));
        }
        table.addColumns(numbers("max" + suffix, rows, profile, NumberSummary::max));
    }

    private static <T> Column<?> counts(String name, List<T> rows, ToLongFunction<T> value) {
        return LongColumn.create(name, rows.stream().mapToLong(value).toArray());
    }

    private static <T> Column<?> numbers(
            String name, List<T> rows, Function<T, ColumnProfile> profile, ToDoubleFunction<NumberSummary> value) {
        double[] values = IntStream.range(0, rows.size())
                .mapToDouble(i -> profile.apply(rows.get(i))
                        .numbers()
                        .map(value::applyAsDouble)
                        .orElse(Double.NaN))
                .toArray();
        return DoubleColumn.create(name, values);
    }
}
