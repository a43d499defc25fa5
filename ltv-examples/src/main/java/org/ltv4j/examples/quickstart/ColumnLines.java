package org.ltv4j.examples.quickstart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.profile.ColumnProfile;
import org.ltv4j.core.profile.NumberSummary;
import org.ltv4j.core.profile.ProfileComparison;
import org.ltv4j.core.profile.ProfileComparison.ColumnChange;
import org.ltv4j.examples.report.Phrase;
import org.ltv4j.examples.report.ReportData.Bin;
import org.ltv4j.examples.report.ReportData.ColumnFacts;
import org.ltv4j.examples.report.ReportData.ColumnLine;

/** The columns before and after cleaning, for the report and for the summary. */
final class ColumnLines {
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    private ColumnLines() {}

    static List<ColumnLine> of(ProfileComparison profile) {
        return profile.columns().stream().map(ColumnLines::line).toList();
    }

    private static ColumnLine line(ColumnChange change) {
        boolean months = change.column() == LogColumn.TIME;
        List<Bin> bins = change.histogram().stream()
                .map(bin -> new Bin(bin.from(), bin.to(), months, bin.before(), bin.after()))
                .toList();
        return new ColumnLine(
                Phrase.of("column.name." + name(change)), facts(change.before()), facts(change.after()), bins);
    }

    private static String name(ColumnChange change) {
        return change.column().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ColumnFacts facts(ColumnProfile column) {
        List<Double> numbers = column.column().isNumber()
                ? column.numbers().map(ColumnLines::numbers).orElse(List.of())
                : List.of();
        return new ColumnFacts(column.missing(), column.distinct(), numbers);
    }

    private static List<Double> numbers(NumberSummary numbers) {
        return List.of(
                numbers.min(),
                quantile(numbers, LOW),
                quantile(numbers, 0.5),
                numbers.mean(),
                quantile(numbers, HIGH),
                numbers.max());
    }

    private static double quantile(NumberSummary numbers, double probability) {
        return numbers.quantiles().get(NumberSummary.PROBABILITIES.indexOf(probability));
    }

    /** For {@code summary.json}: by column, before and after. */
    static Map<String, Object> asMap(ProfileComparison profile) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (ColumnChange change : profile.columns()) {
            Map<String, Object> column = new LinkedHashMap<>();
            column.put("before", asMap(change.before()));
            column.put("after", asMap(change.after()));
            map.put(name(change), column);
        }
        return map;
    }

    private static Map<String, Object> asMap(ColumnProfile column) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rows", column.rows());
        map.put("missing", column.missing());
        map.put("distinct", column.distinct());
        if (column.column().isNumber()) {
            column.numbers().ifPresent(numbers -> {
                map.put("min", numbers.min());
                map.put("median", quantile(numbers, 0.5));
                map.put("mean", numbers.mean());
                map.put("max", numbers.max());
            });
        }
        return map;
    }
}
