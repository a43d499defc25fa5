package org.ltv4j.core.monitor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.internal.math.Holm;

/**
 * How the customers of now differ from those of a baseline.
 *
 * @param then date of the baseline
 * @param now date of the later customers
 * @param features each watched feature, in the order of the schema
 * @param score what the model says of the customers
 * @param options what counts as a shift
 */
public record DriftReport(
        LocalDate then, LocalDate now, List<ColumnDrift> features, ColumnDrift score, DriftOptions options) {
    /**
     * Copies the list.
     *
     * @param then date of the baseline
     * @param now date of the later customers
     * @param features each watched feature, in the order of the schema
     * @param score what the model says of the customers
     * @param options what counts as a shift
     */
    public DriftReport {
        features = List.copyOf(features);
    }

    static ColumnDrift unjudged(String name, List<DriftBin> bins) {
        return new ColumnDrift(name, bins, 1, DriftLevel.TOO_FEW_ROWS);
    }

    /** Judges all columns, the score being the last. */
    static DriftReport judged(LocalDate then, LocalDate now, List<ColumnDrift> columns, DriftOptions options) {
        double[] adjusted =
                Holm.adjust(columns.stream().mapToDouble(ColumnDrift::pValue).toArray());
        List<ColumnDrift> judged = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            ColumnDrift column = columns.get(i);
            judged.add(new ColumnDrift(column.name(), column.bins(), adjusted[i], level(column, adjusted[i], options)));
        }
        int last = judged.size() - 1;
        return new DriftReport(then, now, judged.subList(0, last), judged.get(last), options);
    }

    private static DriftLevel level(ColumnDrift column, double p, DriftOptions options) {
        if (Math.min(column.rowsThen(), column.rowsNow()) < options.leastRows()) {
            return DriftLevel.TOO_FEW_ROWS;
        }
        double psi = column.psi();
        if (p > options.falseAlarms() || psi < options.moderate()) {
            return DriftLevel.NONE;
        }
        return psi < options.strong() ? DriftLevel.MODERATE : DriftLevel.STRONG;
    }

    /**
     * One feature.
     *
     * @param name its name
     * @return how it has moved
     * @throws InvalidDataException if it is not watched
     */
    public ColumnDrift feature(String name) {
        return features.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidDataException("feature " + name + " is not watched; there are: "
                        + String.join(
                                ", ", features.stream().map(ColumnDrift::name).toList())));
    }

    /**
     * The features that have moved.
     *
     * @return moderate and strong shifts, the largest index first; without the score
     */
    public List<ColumnDrift> shifted() {
        return byIndex().stream().filter(column -> column.level().isShift()).toList();
    }

    private List<ColumnDrift> byIndex() {
        return features.stream()
                .sorted(Comparator.comparingDouble(ColumnDrift::psi).reversed())
                .toList();
    }

    /**
     * The report for other programs. There is no customer in it.
     *
     * @return JSON: {@code format} is {@code ltv-drift}, then dates, customers, {@code score} and {@code features} with their bins
     */
    public String toJson() {
        return MonitorJson.of("ltv-drift", out -> MonitorJson.drift(this, out));
    }

    /** A line per column, the score first, then the features by falling index. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Drift from " + then + " (" + score.rowsThen() + " customers) to " + now
                + " (" + score.rowsNow() + " customers)\n");
        text.append(String.format(Locale.ROOT, "%-32s %7s %9s %7s  %s\n", "column", "PSI", "by chance", "p", "shift"));
        line(text, score);
        byIndex().forEach(column -> line(text, column));
        return text.toString();
    }

    private static void line(StringBuilder text, ColumnDrift column) {
        text.append(String.format(
                        Locale.ROOT,
                        "%-32s %7.3f %9.3f %7.3f  %s",
                        column.name(),
                        column.psi(),
                        column.expectedByChance(),
                        column.adjustedP(),
                        column.level()))
                .append('\n');
    }
}
