package org.ltv4j.core.clean;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ltv4j.core.data.CurrencyCode;
import org.ltv4j.core.data.CurrencyRates;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.data.TransactionLog;

/**
 * From rows as they were sold to purchases that models may count. Immutable; the same plan on the same log gives the same
 * result. The rules are applied in this order, whatever the order in which they were stated, and each stands in the report in
 * words:
 *
 * <ol>
 *   <li><b>time zone</b>: the wall clock is turned into that of another zone ({@link #withTimeZone});
 *   <li><b>currency conversion</b>: amounts are converted by dated rates where asked ({@link #convertTo});
 *   <li><b>currency</b>: amounts of different currencies are never added up; more than one is an error unless one is
 *       kept ({@link #keepCurrency});
 *   <li><b>future dates</b>: rows after a stated last day are left out ({@link #withFutureAfter});
 *   <li><b>ids</b>: spellings of one id become one where asked ({@link #withIds});
 *   <li><b>exact duplicates</b>: kept unless asked, counted either way ({@link #withDuplicates});
 *   <li><b>duplicates by keys</b>, in the order stated ({@link #withDuplicateKeys});
 *   <li><b>units</b>: quantities in pieces ({@link #withUnits});
 *   <li><b>isolation</b>: test transactions, staff cards and the like are laid aside, in the order stated ({@link
 *       #withIsolation});
 *   <li><b>missing values</b>: filled or left out, amounts last ({@link #withMissing}); without a rule a missing amount is an error;
 *   <li><b>zero amounts</b>: kept as visits without spend unless asked ({@link #withZeroAmounts});
 *   <li><b>refunds and cancellations</b>: taken off their purchase ({@link #withRefunds}), but never across the cut between
 *       calibration and holdout ({@link #withCalibrationEnd});
 *   <li><b>outliers</b>: capped, left out or marked, in the order stated ({@link #withOutliers});
 *   <li><b>rounding</b> of amounts ({@link #withRounding}).
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
    private static final CleaningPlan DEFAULTS = new CleaningPlan(new PlanParts());

    private static final Set<String> OWN_NAMES = Set.of(
            "time zone",
            "time zone gaps",
            "time zone overlaps",
            "currency",
            "currency conversion",
            "future dates",
            "exact duplicates",
            "units",
            "zero amounts",
            "refunds",
            "refunds matched",
            "refunds netted",
            "refunds without purchase",
            "purchases refunded in full",
            "purchases refunded in part",
            "rounding",
            "rounded to zero");

    private final PlanParts parts;

    private CleaningPlan(PlanParts parts) {
        this.parts = parts;
    }

    private CleaningPlan with(Consumer<PlanParts> change) {
        PlanParts other = new PlanParts(parts);
        change.accept(other);
        return new CleaningPlan(other);
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
        return with(p -> p.refunds = rule);
    }

    /**
     * This plan with another rule for exact duplicates.
     *
     * @param rule what becomes of them
     * @return the plan
     */
    public CleaningPlan withDuplicates(DuplicateRule rule) {
        return with(p -> p.duplicates = rule);
    }

    /**
     * This plan with another rule for rows whose amount is 0.
     *
     * @param rule what becomes of them
     * @return the plan
     */
    public CleaningPlan withZeroAmounts(ZeroRule rule) {
        return with(p -> p.zeroAmounts = rule);
    }

    /**
     * This plan with another mark of cancellations. An order id that is this prefix and digits only, such as
     * {@code C536379}, is a cancellation, provided that at least half of the order ids of the log (of its rows up to the
     * calibration end, if there is one) are digits only. The digits behind the prefix link it to the order of that number,
     * if there is one.
     *
     * @param prefix letters before the digits; empty if order ids do not tell cancellations. Default {@code C}
     * @return the plan
     */
    public CleaningPlan withCancellationPrefix(String prefix) {
        return with(p -> p.cancellationPrefix = prefix);
    }

    /**
     * This plan with a last day: later rows are left out.
     *
     * @param day the last day that is believed
     * @return the plan
     */
    public CleaningPlan withFutureAfter(LocalDate day) {
        return with(p -> p.lastDay = day);
    }

    /**
     * This plan for a log that will be cut at a day. Refunds after it are not taken off purchases up to it, because whoever
     * stood at the cut could not know them; what they cannot be taken off later purchases is left out and counted. What
     * other rules learn from the data (fills, fences, who buys like staff, what order ids usually look like) they learn from
     * rows up to it.
     *
     * @param day last day of the calibration, see {@link TransactionLog#calibrateUntil}
     * @return the plan
     */
    public CleaningPlan withCalibrationEnd(LocalDate day) {
        return with(p -> p.calibrationEnd = day);
    }

    /**
     * This plan with one currency to keep: rows in any other are left out.
     *
     * @param code ISO code, for example {@code GBP}
     * @return the plan
     * @throws InvalidDataException if it is no currency, see {@link CurrencyCode}
     */
    public CleaningPlan keepCurrency(String code) {
        return with(p -> p.currency = CurrencyCode.of(code));
    }

    /**
     * This plan with all money converted into one currency by dated rates, before currencies are compared. A row without a rate
     * is an error; rows that are in that currency already stay as they are.
     *
     * @param rates the rates
     * @param code ISO code, for example {@code EUR}
     * @return the plan
     * @throws InvalidDataException if it is no currency, see {@link CurrencyCode}
     */
    public CleaningPlan convertTo(CurrencyRates rates, String code) {
        return with(p -> p.conversion = new ConversionStep(rates, CurrencyCode.of(code)));
    }

    /**
     * This plan for a log whose clock shows the time of another zone than that whose days count: for example UTC in an export, and
     * shops in Shanghai. Times that the first clock skipped (in spring) are taken as later by what it skipped, times that it showed
     * twice (in autumn) as the first of the two; both are counted. Where the clock of the second zone shows an hour twice, rows of
     * both are in the order of that clock.
     *
     * @param shown the zone whose wall clock the log shows
     * @param wanted the zone whose calendar days are to count
     * @return the plan
     */
    public CleaningPlan withTimeZone(ZoneId shown, ZoneId wanted) {
        return with(p -> {
            p.zoneFrom = shown;
            p.zoneTo = wanted;
        });
    }

    /**
     * This plan with spellings of ids folded into one. Default: ids are kept exactly as read.
     *
     * @param column customer, order, line, product or channel
     * @param rule when two spellings are one id
     * @return the plan
     */
    public CleaningPlan withIds(LogColumn column, IdRule rule) {
        if (!IdStep.columns().contains(column)) {
            throw new IllegalArgumentException("ids stand in " + IdStep.columns() + ", not in " + column);
        }
        return with(p -> p.ids.put(column, rule));
    }

    /**
     * This plan with a further rule for duplicates that differ in some columns.
     *
     * @param keys when two rows are the same sale
     * @return the plan
     * @throws IllegalArgumentException if a step of that name is in the plan already
     */
    public CleaningPlan withDuplicateKeys(DuplicateKeys keys) {
        requireNew(keys.name());
        return with(p -> p.keys.add(keys));
    }

    /**
     * This plan with the units in which products are sold, so that quantities of all rows are pieces (or grams, or what the caller
     * counts in): the quantity is multiplied, the unit price divided, the amount stays.
     *
     * @param piecesPerUnit for a product id the pieces in one unit as sold, finite and above 0; other products are sold by the piece
     * @return the plan
     */
    public CleaningPlan withUnits(Map<String, Double> piecesPerUnit) {
        UnitStep units = new UnitStep(new TreeMap<>(piecesPerUnit));
        return with(p -> p.units = units);
    }

    /**
     * This plan with a further rule for rows that are no business with customers.
     *
     * @param rule which rows are laid aside
     * @return the plan
     * @throws IllegalArgumentException if a step of that name is in the plan already
     */
    public CleaningPlan withIsolation(IsolationRule rule) {
        requireNew(rule.name());
        return with(p -> p.isolation.add(rule));
    }

    /**
     * This plan with a rule for missing values of a column.
     *
     * @param column amount, quantity, unit price, discount, product or channel
     * @param rule what stands in
     * @return the plan
     * @throws IllegalArgumentException if the rule makes no sense for the column
     */
    public CleaningPlan withMissing(LogColumn column, MissingRule rule) {
        rule.requireFor(column);
        return with(p -> p.missing.put(column, rule));
    }

    /**
     * This plan with a further rule for outliers.
     *
     * @param rule which values are outliers, and what becomes of them
     * @return the plan
     * @throws IllegalArgumentException if a step of that name is in the plan already
     */
    public CleaningPlan withOutliers(OutlierRule rule) {
        requireNew(rule.name());
        return with(p -> p.outliers.add(rule));
    }

    /**
     * This plan with amounts rounded to the minor unit of the currency, half away from zero, as the last step.
     *
     * @return the plan; applying it needs a log whose currency is stated
     */
    public CleaningPlan withRounding() {
        return with(p -> p.rounding = new RoundingStep(RoundingStep.OF_CURRENCY, ZeroRule.KEEP));
    }

    /**
     * This plan with amounts rounded, half away from zero, as the last step.
     *
     * @param digits digits behind the decimal mark, 0 to 9
     * @return the plan
     */
    public CleaningPlan withRounding(int digits) {
        if (digits < 0 || digits > RoundingStep.MOST_DIGITS) {
            throw new IllegalArgumentException("need 0 to " + RoundingStep.MOST_DIGITS + " digits, got " + digits);
        }
        return with(p -> p.rounding = new RoundingStep(digits, ZeroRule.KEEP));
    }

    private void requireNew(String name) {
        Set<String> names = new HashSet<>(OWN_NAMES);
        parts.keys.forEach(rule -> names.add(rule.name()));
        parts.isolation.forEach(rule -> names.add(rule.name()));
        parts.outliers.forEach(rule -> names.add(rule.name()));
        if (name.isBlank() || names.contains(name)) {
            throw new IllegalArgumentException(
                    "a step needs a name of its own, got '" + name + "': give it another one (named)");
        }
    }

    /**
     * The rule for refunds and cancellations.
     *
     * @return what becomes of them
     */
    public RefundRule refunds() {
        return parts.refunds;
    }

    /**
     * The rule for exact duplicates.
     *
     * @return what becomes of them
     */
    public DuplicateRule duplicates() {
        return parts.duplicates;
    }

    /**
     * The rule for rows whose amount is 0.
     *
     * @return what becomes of them
     */
    public ZeroRule zeroAmounts() {
        return parts.zeroAmounts;
    }

    /**
     * The mark of cancellations.
     *
     * @return letters before the digits of an order id; empty for none
     */
    public String cancellationPrefix() {
        return parts.cancellationPrefix;
    }

    /**
     * The last day that is believed.
     *
     * @return a day, or empty if none was stated
     */
    public Optional<LocalDate> futureAfter() {
        return Optional.ofNullable(parts.lastDay);
    }

    /**
     * The currency to keep.
     *
     * @return its code, or empty if none was stated
     */
    public Optional<String> currency() {
        return Optional.ofNullable(parts.currency);
    }

    /**
     * The day at which the log will be cut.
     *
     * @return a day, or empty if none was stated
     */
    public Optional<LocalDate> calibrationEnd() {
        return Optional.ofNullable(parts.calibrationEnd);
    }

    /**
     * The plan in words, before any data are known.
     *
     * @return a sentence for each rule, in the order in which they are applied
     */
    public List<String> describe() {
        return parts.rules().stream().map(Rule::words).toList();
    }

    /**
     * The plan in a stable form: the same plan gives the same text in every run, and plans that differ differ in it. The one
     * exception are ids and patterns of customers, which are not shown: see {@link IsolationRule#customersListed}.
     *
     * @return lines; names nobody
     */
    public String text() {
        return "cleaning 1\n"
                + (parts.calibrationEnd == null ? "" : "calibration end: " + parts.calibrationEnd + "\n")
                + parts.rules().stream().map(Rule::text).collect(Collectors.joining("\n"));
    }

    /**
     * SHA-256 of {@link #text()}.
     *
     * @return 64 hexadecimal digits
     */
    public String fingerprint() {
        return Fingerprint.of(text().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Cleans a log all of whose source rows were usable.
     *
     * @param log rows as they were sold
     * @return the cleaned log and its report
     * @throws InvalidDataException if amounts stand in several currencies and none is kept, a refund is met and the rule is
     *     {@link RefundRule#FAIL}, an amount is missing and no rule fills it, or a rule needs a column that the log has not
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
     * @throws InvalidDataException if amounts stand in several currencies and none is kept, a refund is met and the rule is
     *     {@link RefundRule#FAIL}, an amount is missing and no rule fills it, or a rule needs a column that the log has not
     * @throws IllegalArgumentException if the report is not of this log
     */
    public Cleaned apply(TransactionLog log, CleaningReport reading) {
        Cleaned.requireAllRows(log, reading);
        Work work = new Work(log);
        parts.rules().forEach(rule -> rule.apply(work));
        return new Cleaned(this, work, reading.with(work.steps()));
    }

    /** The plan's text. */
    @Override
    public String toString() {
        return text();
    }
}
