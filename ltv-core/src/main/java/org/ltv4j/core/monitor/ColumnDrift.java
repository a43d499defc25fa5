package org.ltv4j.core.monitor;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ltv4j.core.internal.math.GammaQuantile;
import org.ltv4j.core.internal.math.SpecialFunctions;

/**
 * How the values of one feature, or of the score, have moved.
 *
 * <p>The population stability index of shares e of the baseline and a of now is
 * <pre>{@code
 * PSI = sum (a - e) ln(a / e)
 * }</pre>
 * over bins that have a row then or now. Where a bin has rows in one of the two only, the other counts as half a row there, so that
 * the index is finite and one stray row moves it little. Missing values are a bin of their own.
 *
 * <p>Two samples of n and m rows of one population differ by chance: the index is then about {@code (1/n + 1/m)} times a chi-square with
 * {@code B - 1} degrees of freedom for B bins (Yurdakul 2018, Statistical Properties of Population Stability Index, Western Michigan
 * University). With 10 bins and twice 200 rows that is 0.09 on the mean and above 0.1 in 35 of 100 cases: the usual threshold would cry
 * wolf. Where the same customers are in both samples, as in a shop they are, chance is smaller than that, so that alarms are rarer.
 *
 * @param name of the feature, or {@code score}
 * @param bins rows by bin; missing values are the last
 * @param adjustedP chance of an index at least this large where nothing has changed, after Holm's correction for all columns of the report
 * @param level what follows from index, chance and thresholds
 */
public record ColumnDrift(String name, List<DriftBin> bins, double adjustedP, DriftLevel level) {
    /** What the bin of missing values is called. */
    static final String MISSING = "missing";

    /**
     * Copies the list.
     *
     * @param name of the feature, or {@code score}
     * @param bins rows by bin; missing values are the last
     * @param adjustedP chance of an index at least this large where nothing has changed, after Holm's correction
     * @param level what follows from index, chance and thresholds
     */
    public ColumnDrift {
        bins = List.copyOf(bins);
    }

    /**
     * The population stability index.
     *
     * @return at least 0
     */
    public double psi() {
        double sum = 0;
        for (DriftBin bin : bins) {
            sum += contribution(bin);
        }
        return sum;
    }

    /**
     * What one bin adds to the index.
     *
     * @param bin one of {@link #bins()}
     * @return at least 0
     */
    public double contribution(DriftBin bin) {
        if (bin.then() == 0 && bin.now() == 0) {
            return 0;
        }
        double expected = Math.max(0.5, bin.then()) / rowsThen();
        double actual = Math.max(0.5, bin.now()) / rowsNow();
        return (actual - expected) * Math.log(actual / expected);
    }

    /**
     * The bin that adds most to the index.
     *
     * @return the first of them where several add as much
     */
    public DriftBin mostMoved() {
        return bins.stream()
                .max(Comparator.comparingDouble(this::contribution)
                        .thenComparing(Comparator.comparingInt(bins::indexOf).reversed()))
                .orElseThrow();
    }

    /**
     * Whether the column moved because values are missing now that never were: look at the source of the data before the model.
     *
     * @return true if nothing was missing then and no other bin adds more to the index
     */
    public boolean isGap() {
        int last = bins.size() - 1;
        DriftBin missing = bins.get(last);
        return level.isShift()
                && missing.then() == 0
                && bins.subList(0, last).stream().allMatch(bin -> contribution(bin) < contribution(missing));
    }

    /**
     * The rows of the baseline.
     *
     * @return at least 1
     */
    public long rowsThen() {
        return bins.stream().mapToLong(DriftBin::then).sum();
    }

    /**
     * The rows of now.
     *
     * @return at least 1
     */
    public long rowsNow() {
        return bins.stream().mapToLong(DriftBin::now).sum();
    }

    /**
     * The index to be expected where nothing has changed.
     *
     * @return {@code (B - 1) (1/n + 1/m)}
     */
    public double expectedByChance() {
        return freedom() * perDegree();
    }

    /**
     * The index that is exceeded by chance alone in so many cases. For this column by itself: alarms are corrected for the number of
     * columns, see {@link #adjustedP()}. It is a law of large samples: with six rows per bin a bound of 5 % is passed in some 8 %.
     *
     * @param rate how often, in (0, 1)
     * @return at least 0
     */
    public double noiseBound(double rate) {
        return freedom() == 0 ? 0 : 2 * perDegree() * GammaQuantile.of(freedom() / 2.0, 1 - rate);
    }

    /**
     * The chance of shares at least this different where nothing has changed, for this column by itself: the larger of the index's own
     * by Yurdakul's law and that of Pearson's chi-square test that two samples are of one population. Both are the same for large samples;
     * with few rows per bin the index has a heavier tail than its law where the later sample is small, and Pearson's sum where the
     * baseline is, from whose quantiles the bins are. In a simulation of both cases either alone gave up to 1.6 times the false
     * alarms stated, together they keep to the rate.
     *
     * @return in [0, 1]
     */
    public double pValue() {
        if (freedom() == 0) {
            return 1;
        }
        return Math.max(tail(psi() / perDegree()), tail(pearson()));
    }

    private double tail(double chiSquare) {
        return SpecialFunctions.regularizedGammaQ(freedom() / 2.0, chiSquare / 2);
    }

    private double pearson() {
        double n = rowsThen();
        double m = rowsNow();
        double sum = 0;
        for (DriftBin bin : bins) {
            double both = (double) bin.then() + bin.now();
            double difference = bin.then() * Math.sqrt(m / n) - bin.now() * Math.sqrt(n / m);
            sum += both == 0 ? 0 : difference * difference / both;
        }
        return sum;
    }

    private int freedom() {
        return (int) bins.stream().filter(bin -> bin.then() + bin.now() > 0).count() - 1;
    }

    private double perDegree() {
        return 1.0 / rowsThen() + 1.0 / rowsNow();
    }

    /** Such as {@code purchases: PSI 0.312, 0.009 expected by chance: STRONG}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s: PSI %.3f, %.3f expected by chance: %s", name, psi(), expectedByChance(), level);
    }
}
