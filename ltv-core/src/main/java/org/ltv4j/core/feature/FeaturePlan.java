package org.ltv4j.core.feature;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.model.Parallelism;

/**
 * Which features to compute, and as of which date. Immutable: each method returns a new plan, so that a plan may be kept, shared
 * and, with {@link #asOf}, used for cut after cut.
 *
 * <p>The population of a matrix are the customers who bought on or before the date. All purchases of one calendar day are one
 * purchase; rows with a negative amount are returns and count in {@link #returns()} only. Everything a customer did after
 * the date is hidden from the code that computes.
 */
public final class FeaturePlan {
    private final LocalDate asOf;
    private final List<FeatureFamily> families;

    FeaturePlan(LocalDate asOf, List<FeatureFamily> families) {
        this.asOf = asOf;
        this.families = List.copyOf(families);
    }

    /**
     * The same features as of another date.
     *
     * @param date the last day whose rows are used
     * @return the plan for that date
     */
    public FeaturePlan asOf(LocalDate date) {
        return new FeaturePlan(date, families);
    }

    /**
     * The date up to whose end rows are used.
     *
     * @return the date
     */
    public LocalDate asOf() {
        return asOf;
    }

    /**
     * The families of this plan.
     *
     * @return in the order in which they were added
     */
    public List<FeatureFamily> families() {
        return families;
    }

    /**
     * Adds a family, one of your own or of another package.
     *
     * @param family the family
     * @return the plan with it
     */
    public FeaturePlan with(FeatureFamily family) {
        List<FeatureFamily> more = new ArrayList<>(families);
        more.add(family);
        return new FeaturePlan(asOf, more);
    }

    /**
     * Adds a feature of your own.
     *
     * @param name its name, see {@link Feature}
     * @param type what its values are
     * @param unit their unit; empty for pure numbers
     * @param meaning what it tells of a customer
     * @param function computes it from what the customer bought up to the date; NaN where it is missing, never infinite. It may be
     *     called by several threads at a time and must not keep the history
     * @return the plan with it
     */
    public FeaturePlan feature(
            String name, FeatureType type, String unit, String meaning, ToDoubleFunction<PurchaseHistory> function) {
        return feature(
                Feature.of(name, type, unit, meaning, "computed by the program", "sales")
                        .withMissing("where the program gives NaN"),
                function);
    }

    /**
     * Adds a feature of your own with all that a data dictionary says of it. State the formula: the schema's fingerprint covers
     * it, and so tells a model when the meaning has changed.
     *
     * @param feature what it is; not of type {@link FeatureType#CATEGORY}, which needs a {@link FeatureFamily}
     * @param function computes it, see {@link #feature(String, FeatureType, String, String, ToDoubleFunction)}
     * @return the plan with it
     * @throws InvalidDataException if it is a category
     */
    public FeaturePlan feature(Feature feature, ToDoubleFunction<PurchaseHistory> function) {
        if (feature.type() == FeatureType.CATEGORY) {
            throw new InvalidDataException("feature " + feature.name()
                    + " is a category, whose levels a plain function cannot name: write a FeatureFamily for it");
        }
        return with(new LambdaFeature(feature, function));
    }

    /**
     * Adds features of a window only, named after it, for example {@code last_90_days_purchases}.
     *
     * <pre>{@code
     * plan.within(Window.last(90, TimeScale.DAY).lag(90, TimeScale.DAY), w -> w.rfm().basket())
     * }</pre>
     *
     * @param window the days that are seen; {@code date} in formulas is its last day
     * @param content adds the families to an empty plan
     * @return the plan with them
     */
    public FeaturePlan within(Window window, UnaryOperator<FeaturePlan> content) {
        List<FeatureFamily> inner = content.apply(new FeaturePlan(asOf, List.of())).families;
        return with(new WindowedFamily(window, inner));
    }

    /**
     * Adds {@link #rfm()} of the last so many days, weeks, months or years, the date included: for example {@code
     * last_90_days_purchases} and {@code last_90_days_total_spend}.
     *
     * @param length units, at least 1
     * @param scale their unit
     * @return the plan with them
     */
    public FeaturePlan last(int length, TimeScale scale) {
        return within(Window.last(length, scale), FeaturePlan::rfm);
    }

    /**
     * Adds recency, frequency and money: {@code days_since_last} = date - day of the last purchase; {@code purchases} = days with
     * a sale; {@code total_spend} = sum of the sales; {@code mean_spend} = total_spend / purchases.
     *
     * @return the plan with them
     */
    public FeaturePlan rfm() {
        return with(FeatureFamily.of("rfm", Rfm::new));
    }

    /**
     * Ties the plan to a log: checks that the log has what the families need, and settles the levels of categories by the rows
     * on or before the date.
     *
     * @param log sales in one currency
     * @return the features, ready to compute
     * @throws InvalidDataException if a family needs a column that the log does not have, there is more than one currency, a name
     *     stands twice or the plan is empty
     */
    public BoundFeatures bind(TransactionLog log) {
        return BoundFeatures.bind(families, FeatureContext.of(log, asOf), asOf);
    }

    /**
     * The features of a log's customers, on one thread.
     *
     * @param log sales in one currency
     * @return a row per customer who bought on or before the date, in the order of the log
     * @throws InvalidDataException see {@link #bind}; or nobody bought on or before the date
     */
    public FeatureMatrix from(TransactionLog log) {
        return from(log, Parallelism.SEQUENTIAL);
    }

    /**
     * The features of a log's customers.
     *
     * @param log sales in one currency
     * @param parallelism threads; they cannot move a bit
     * @return a row per customer who bought on or before the date, in the order of the log
     * @throws InvalidDataException see {@link #bind}; or nobody bought on or before the date
     */
    public FeatureMatrix from(TransactionLog log, Parallelism parallelism) {
        return bind(log).from(log, parallelism);
    }

    /** Date and names of the families. */
    @Override
    public String toString() {
        return "FeaturePlan[as of " + asOf + ": "
                + String.join(", ", families.stream().map(FeatureFamily::name).toList()) + "]";
    }
}
