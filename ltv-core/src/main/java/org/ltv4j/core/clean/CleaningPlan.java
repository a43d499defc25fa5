package org.ltv4j.core.clean;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

/**
 * From rows as they were sold to purchases that models may count. Immutable; the same plan on the same log gives the same
 * result. The rules are applied in this order, and each stands in the report in words:
 *
 * <ol>
 *   <li><b>currency</b>: amounts of different currencies are never added up; more than one is an error unless one is
 *       kept ({@link #keepCurrency});
 *   <li><b>future dates</b>: rows after a stated last day are left out ({@link #withFutureAfter});
 *   <li><b>exact duplicates</b>: kept unless asked, counted either way ({@link #withDuplicates});
 *   <li><b>zero amounts</b>: kept as visits without spend unless asked ({@link #withZeroAmounts});
 *   <li><b>refunds and cancellations</b>: taken off their purchase ({@link #withRefunds}), but never across the cut between
 *       calibration and holdout ({@link #withCalibrationEnd}).
 * </ol>
 *
 * <p>Cost: {@code O(n log n)} for n rows.
 *
 * <pre>{@code
 * Cleaned clean = CleaningPlan.defaults().withRefunds(RefundRule.NET).apply(read.log(), read.report());
 * CustomerSummaries customers = clean.log().summaries(clean.log().lastDay(), TimeScale.WEEK);
 * }</pre>
 */
public final class CleaningPlan {
    private static final CleaningPlan DEFAULTS =
            new CleaningPlan(RefundRule.MATCH_THEN_NET, DuplicateRule.KEEP, ZeroRule.KEEP, "C", null, null, null);

    private final RefundRule refunds;
    private final DuplicateRule duplicates;
    private final ZeroRule zeroAmounts;
    private final String cancellationPrefix;
    private final @Nullable LocalDate lastDay;
    private final @Nullable String currency;
    private final @Nullable LocalDate calibrationEnd;

    private CleaningPlan(
            RefundRule refunds,
            DuplicateRule duplicates,
            ZeroRule zeroAmounts,
            String cancellationPrefix,
            @Nullable LocalDate lastDay,
            @Nullable String currency,
            @Nullable LocalDate calibrationEnd) {
        this.refunds = refunds;
        this.duplicates = duplicates;
        this.zeroAmounts = zeroAmounts;
        this.cancellationPrefix = cancellationPrefix;
        this.lastDay = lastDay;
        this.currency = currency;
        this.calibrationEnd = calibrationEnd;
    }

    /**
     * The usual plan: refunds matched, else netted; duplicates and zero amounts kept; one currency only.
     *
     * @return the plan
     */
    public static CleaningPlan defaults() {
        return DEFAULTS;
    }

    /**
     * This plan with another rule for refunds and cancellations.
     *
     * @param rule what becomes of them
     * @return the plan
     */
    public CleaningPlan withRefunds(RefundRule rule) {
        return new CleaningPlan(rule, duplicates, zeroAmounts, cancellationPrefix, lastDay, currency, calibrationEnd);
    }

    /**
     * This plan with another rule for exact duplicates.
     *
     * @param rule what becomes of them
     * @return the plan
     */
    public CleaningPlan withDuplicates(DuplicateRule rule) {
        return new CleaningPlan(refunds, rule, zeroAmounts, cancellationPrefix, lastDay, currency, calibrationEnd);
    }

    /**
     * This plan with another rule for rows whose amount is 0.
     *
     * @param rule what becomes of them
     * @return the plan
     */
    public CleaningPlan withZeroAmounts(ZeroRule rule) {
        return new CleaningPlan(refunds, duplicates, rule, cancellationPrefix, lastDay, currency, calibrationEnd);
    }

    /**
     * This plan with another mark of cancellations. An order id that is this prefix and digits only, such as
     * {@code C536379}, is a cancellation, provided that most order ids of the log are digits only. The digits behind
     * the prefix link it to the order of that number, if there is one.
     *
     * @param prefix letters before the digits; empty if order ids do not tell cancellations. Default {@code C}
     * @return the plan
     */
    public CleaningPlan withCancellationPrefix(String prefix) {
        return new CleaningPlan(refunds, duplicates, zeroAmounts, prefix, lastDay, currency, calibrationEnd);
    }

    /**
     * This plan with a last day: later rows are left out.
     *
     * @param day the last day that is believed
     * @return the plan
     */
    public CleaningPlan withFutureAfter(LocalDate day) {
        return new CleaningPlan(refunds, duplicates, zeroAmounts, cancellationPrefix, day, currency, calibrationEnd);
    }

    /**
     * This plan for a log that will be cut at a day: refunds after it are not taken off purchases up to it, because whoever
     * stood at the cut could not know them. What they cannot be taken off later purchases is left out and counted.
     *
     * @param day last day of the calibration, see {@link TransactionLog#calibrateUntil}
     * @return the plan
     */
    public CleaningPlan withCalibrationEnd(LocalDate day) {
        return new CleaningPlan(refunds, duplicates, zeroAmounts, cancellationPrefix, lastDay, currency, day);
    }

    /**
     * This plan with one currency to keep: rows in any other are left out.
     *
     * @param code ISO code, for example {@code GBP}
     * @return the plan
     */
    public CleaningPlan keepCurrency(String code) {
        return new CleaningPlan(
                refunds,
                duplicates,
                zeroAmounts,
                cancellationPrefix,
                lastDay,
                code.strip().toUpperCase(Locale.ROOT),
                calibrationEnd);
    }

    /**
     * The rule for refunds and cancellations.
     *
     * @return what becomes of them
     */
    public RefundRule refunds() {
        return refunds;
    }

    /**
     * The rule for exact duplicates.
     *
     * @return what becomes of them
     */
    public DuplicateRule duplicates() {
        return duplicates;
    }

    /**
     * The rule for rows whose amount is 0.
     *
     * @return what becomes of them
     */
    public ZeroRule zeroAmounts() {
        return zeroAmounts;
    }

    /**
     * The mark of cancellations.
     *
     * @return letters before the digits of an order id; empty for none
     */
    public String cancellationPrefix() {
        return cancellationPrefix;
    }

    /**
     * The last day that is believed.
     *
     * @return a day, or empty if none was stated
     */
    public Optional<LocalDate> futureAfter() {
        return Optional.ofNullable(lastDay);
    }

    /**
     * The currency to keep.
     *
     * @return its code, or empty if none was stated
     */
    public Optional<String> currency() {
        return Optional.ofNullable(currency);
    }

    /**
     * The day at which the log will be cut.
     *
     * @return a day, or empty if none was stated
     */
    public Optional<LocalDate> calibrationEnd() {
        return Optional.ofNullable(calibrationEnd);
    }

    /**
     * Cleans a log all of whose source rows were usable.
     *
     * @param log rows as they were sold
     * @return the cleaned log and its report
     * @throws InvalidDataException if amounts stand in several currencies and none is kept, or a refund is met and the
     *     rule is {@link RefundRule#FAIL}
     */
    public Cleaned apply(TransactionLog log) {
        return apply(log, CleaningReport.ofRows(log.size()));
    }

    /**
     * Cleans a log and goes on with the report of its reading.
     *
     * @param log rows as they were sold
     * @param reading what happened to the rows when they were read
     * @return the cleaned log, and the report of reading and cleaning
     * @throws InvalidDataException if amounts stand in several currencies and none is kept, or a refund is met and the
     *     rule is {@link RefundRule#FAIL}
     * @throws IllegalArgumentException if the report is not of this log
     */
    public Cleaned apply(TransactionLog log, CleaningReport reading) {
        Cleaned before = new Cleaned(log, reading);
        List<CleaningStep> steps = new ArrayList<>();
        TransactionLog kept = before.log();
        for (Rule rule : rules()) {
            kept = rule.apply(kept, steps);
        }
        return new Cleaned(kept, reading.with(steps));
    }

    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.add(new CurrencyStep(currency));
        if (lastDay != null) {
            rules.add(new FutureStep(lastDay));
        }
        rules.add(new DuplicateStep(duplicates));
        rules.add(new ZeroStep(zeroAmounts));
        rules.add(new RefundStep(refunds, cancellationPrefix, calibrationEnd));
        return rules;
    }

    /** One rule of the plan: takes a log, adds to the report what it did, gives the log that is left. */
    interface Rule {
        TransactionLog apply(TransactionLog log, List<CleaningStep> steps);
    }
}
