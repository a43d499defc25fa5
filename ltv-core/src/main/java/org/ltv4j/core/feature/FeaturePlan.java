package org.ltv4j.core.feature;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.Horizon;
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
 * the date is hidden from the code that computes. A family sees all of a customer's past; {@link #within} shows it a window of it.
 */
public final class FeaturePlan implements FamiliesBesideSales {
    private final LocalDate asOf;
    private final List<FeatureFamily> families;

    FeaturePlan(LocalDate asOf, List<FeatureFamily> families) {
        CalendarDays.of(asOf); // refuses what cannot be counted with
        this.asOf = asOf;
        this.families = List.copyOf(families);
    }

    /**
     * The same features as of another date.
     *
     * @param date the last day whose rows are used, of the years 1 to 9999
     * @return the plan for that date
     * @throws InvalidDataException if it is of no such year
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
    @Override
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
     *     called by several threads at a time and must not keep the history. On a log without amounts it is missing for whom
     *     it asks for an amount
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
     * Adds how long the customer has been one: {@code days_since_first} = date - day of the first purchase; {@code
     * days_first_to_last} = day of the last - day of the first; {@code active_share} = the second over the first; {@code
     * purchases_per_30_days} = 30 purchases / (days_since_first + 1).
     *
     * @return the plan with them
     */
    public FeaturePlan tenure() {
        return with(FeatureFamily.of("tenure", context -> new Tenure()));
    }

    /**
     * Adds the statistics that buy-till-you-die models read, the same as {@link TransactionLog#summaries}: {@code frequency} (x),
     * {@code recency} (t_x), {@code age} (T) and {@code mean_repeat_spend} (m).
     *
     * @param scale unit of recency and age
     * @return the plan with them
     */
    public FeaturePlan history(TimeScale scale) {
        return with(FeatureFamily.of("history", context -> new RepeatHistory(context, scale)));
    }

    /**
     * Adds the days between purchases: {@code gap_mean}, {@code gap_sd} (divisor n - 1), {@code gap_cv} = sd / mean, {@code
     * gap_median}, {@code gap_min}, {@code gap_max}, {@code gap_last}; {@code silence_to_gap} = (date - last day) / gap_mean; {@code
     * gap_regularity} = k / (1 + k), where k is the shape of a gamma distribution of the gaps, {@code k = (3 - s + sqrt((s - 3)^2 +
     * 24 s)) / (12 s)} with {@code s = ln(mean gap) - mean(ln gap)}: 1/2 for purchases at random, 1 for clockwork. The shape is
     * Minka's closed form (T. Minka, "Estimating a Gamma distribution", 2002), within 1.5 % of the maximum of the likelihood and
     * the {@code mle-minka} of {@code estimateRegularity} in BTYDplus; with few gaps it is biased upwards.
     *
     * @return the plan with them
     */
    public FeaturePlan interpurchase() {
        return with(FeatureFamily.of("interpurchase", context -> new Interpurchase()));
    }

    /**
     * Adds the size of purchases: {@code lines_per_purchase} = rows / purchases; {@code basket_median}, {@code basket_sd} (divisor n -
     * 1), {@code basket_cv} = sd / mean, {@code basket_min}, {@code basket_max} and {@code basket_last} of the amounts of purchases. Their
     * mean is {@code mean_spend} of {@link #rfm()}.
     *
     * @return the plan with them
     */
    public FeaturePlan basket() {
        return with(FeatureFamily.of("basket", Basket::new));
    }

    /**
     * Adds pieces, from the column quantity: {@code pieces} = their sum; {@code pieces_per_purchase} = pieces / purchases; {@code
     * pieces_per_line} = pieces / rows that state a quantity.
     *
     * @return the plan with them
     */
    public FeaturePlan pieces() {
        return with(FeatureFamily.of("pieces", context -> new Pieces(), SourceColumn.QUANTITY));
    }

    /**
     * Adds receipts, from the column order: {@code orders} = distinct orders; {@code lines_per_order} = rows / orders; {@code
     * mean_order_value} = amount / orders; {@code orders_per_purchase} = orders / purchases.
     *
     * @return the plan with them
     */
    public FeaturePlan orders() {
        return with(FeatureFamily.of("orders", Orders::new, SourceColumn.ORDER));
    }

    /**
     * Adds variety among products, from the column product: {@code distinct_products}; {@code product_entropy} = -sum p ln p over
     * the shares p of rows; {@code favourite_product}, the one with most rows (a category); {@code favourite_product_share}, its
     * share of rows; {@code repeat_product_share}, the share of rows whose product the customer had bought on an earlier day.
     *
     * @return the plan with them
     */
    public FeaturePlan categories() {
        return with(FeatureFamily.of(
                "categories", context -> new Categories(Grouping.products(context)), SourceColumn.PRODUCT));
    }

    /**
     * Adds the same as {@link #categories()} for groups of products, for example the departments of a catalog.
     *
     * @param subject a word in lower case for names, for example {@code department}: gives {@code distinct_departments}, {@code
     *     favourite_department} and so on
     * @param group gives the group of a product id; null or the empty text for none. It must always give the same
     * @return the plan with them
     */
    public FeaturePlan categories(String subject, Function<String, @Nullable String> group) {
        return with(FeatureFamily.of(
                subject, context -> new Categories(Grouping.of(context, subject, group)), SourceColumn.PRODUCT));
    }

    /**
     * Adds use of channels or stores, from the column channel: {@code distinct_channels}, {@code channel_entropy}, {@code
     * favourite_channel} (a category), {@code favourite_channel_share} and {@code repeat_channel_share}, as in {@link
     * #categories()}.
     *
     * @return the plan with them
     */
    public FeaturePlan channel() {
        return with(FeatureFamily.of(
                "channel", context -> new Categories(Grouping.channels(context)), SourceColumn.CHANNEL));
    }

    /**
     * Adds the part of the purchases made through one channel: days with a row of that channel / purchases.
     *
     * @param name name of the feature, for example {@code web_share}
     * @param channel the channel as the log writes it
     * @return the plan with it
     */
    public FeaturePlan channelShare(String name, String channel) {
        return with(FeatureFamily.of(name, context -> new ChannelShare(context, name, channel), SourceColumn.CHANNEL));
    }

    /**
     * Adds discounts, from the column discount: {@code discount_total} = sum of discounts above 0; {@code discount_share} =
     * discount_total / (total spend + discount_total); {@code discounted_row_share} = rows with a discount / rows; {@code
     * discounted_spend_share} = their amount / total spend; {@code mean_discount_depth} = mean of discount / (amount + discount)
     * over them.
     *
     * @return the plan with them
     */
    public FeaturePlan discounts() {
        return with(FeatureFamily.of("discounts", Discounts::new, SourceColumn.DISCOUNT));
    }

    /**
     * Adds prices, from the columns unit price and quantity: {@code price_mean}, {@code price_cv}, {@code price_min} and {@code price_max} of
     * the unit prices of rows; {@code price_quantity_correlation}, Pearson's over rows, below 0 where the customer buys more of
     * what is cheap.
     *
     * @return the plan with them
     */
    public FeaturePlan prices() {
        return with(FeatureFamily.of("prices", Prices::new, SourceColumn.UNIT_PRICE, SourceColumn.QUANTITY));
    }

    /**
     * Adds the time of the day of purchases, rows of one second being one moment: {@code night_share} (0:00 to 5:59), {@code
     * morning_share} (to 11:59), {@code afternoon_share} (to 17:59), {@code evening_share}; {@code hour_mean}, the direction of the mean
     * of (cos h, sin h) with {@code h = 2 pi second of day / 86400}, in hours; {@code hour_concentration}, the length of that
     * mean, 1 for always the same time.
     *
     * @return the plan with them
     */
    public FeaturePlan timeOfDay() {
        return with(FeatureFamily.of("timeOfDay", context -> new TimeOfDay(), SourceColumn.TIME_OF_DAY));
    }

    /**
     * Adds the days of the week of purchases: {@code monday_share} to {@code sunday_share} = purchases on that day / purchases, and {@code
     * weekend_share} of Saturday and Sunday together.
     *
     * @return the plan with them
     */
    public FeaturePlan weekday() {
        return with(FeatureFamily.of("weekday", context -> new Weekdays()));
    }

    /**
     * Adds the time of the year of purchases: {@code january_share} to {@code december_share} = purchases in that month / purchases;
     * {@code year_sin} and {@code year_cos}, the mean of sin and cos of {@code 2 pi u}, u = days since 1 January / days of that year.
     *
     * @return the plan with them
     */
    public FeaturePlan seasonality() {
        return with(FeatureFamily.of("seasonality", context -> new Seasonality()));
    }

    /**
     * Adds {@link #trend(int, int)} over 6 periods of 30 days.
     *
     * @return the plan with them
     */
    public FeaturePlan trend() {
        return trend(6, 30);
    }

    /**
     * Adds whether the customer buys more or less than before: {@code purchases_trend} and {@code spend_trend}, the least-squares
     * slope of purchases and spend over periods that end with the date, those before the first purchase left out; {@code
     * spend_change} = (a - b) / (a + b) of the spend a of the last period and b of the one before.
     *
     * @param periods how many periods, at least 2
     * @param days length of a period
     * @return the plan with them
     */
    public FeaturePlan trend(int periods, int days) {
        return with(FeatureFamily.of("trend", context -> new Trend(context, periods, days)));
    }

    /**
     * Adds what came back, from rows with a negative amount: {@code return_rows}; {@code returned_value} = -sum of their amounts; {@code
     * return_row_share} = return_rows / all rows; {@code return_value_share} = returned_value / total spend; {@code
     * days_since_return}. A log whose refunds were netted or dropped has no such rows and is refused: take the log before cleaning
     * for them.
     *
     * @return the plan with them
     */
    public FeaturePlan returns() {
        return with(FeatureFamily.of("returns", Returns::new, SourceColumn.RETURNS));
    }

    /**
     * Adds how it began: {@code first_spend} = amount of the first day; {@code first_lines} = its rows; {@code first_month} from 1 to 12;
     * {@code first_weekday} from 1 for Monday to 7; {@code days_to_second} = day of the second purchase - day of the first.
     *
     * @return the plan with them
     */
    public FeaturePlan firstPurchase() {
        return with(FeatureFamily.of("firstPurchase", FirstPurchase::new));
    }

    /**
     * Adds {@code first_product}, the product of the row with the greatest amount on the first day (a category).
     *
     * @return the plan with it
     */
    public FeaturePlan firstProduct() {
        return with(FeatureFamily.of(
                "firstProduct", context -> new FirstOf(Grouping.products(context)), SourceColumn.PRODUCT));
    }

    /**
     * Adds {@code first_channel}, the channel of the row with the greatest amount on the first day (a category).
     *
     * @return the plan with it
     */
    public FeaturePlan firstChannel() {
        return with(FeatureFamily.of(
                "firstChannel", context -> new FirstOf(Grouping.channels(context)), SourceColumn.CHANNEL));
    }

    /**
     * Adds weeks (Monday to Sunday) and calendar months in a row with a purchase: {@code week_streak} and {@code month_streak}, the
     * run whose last one is that of the date or the one before it, else 0; {@code longest_week_streak} and {@code
     * longest_month_streak}.
     *
     * @return the plan with them
     */
    public FeaturePlan streaks() {
        return with(FeatureFamily.of("streaks", context -> new Streaks()));
    }

    /**
     * Adds purchases and spend that fade: {@code decayed_purchases_30d} and {@code decayed_spend_30d} for a half-life of 30 days, the
     * sums over purchases of {@code w} and {@code w amount} with {@code w = 2^(-(date - day) / half-life)}.
     *
     * @param halfLife the age at which a purchase counts half, from 0.001 to 10,000,000 days
     * @return the plan with them
     */
    public FeaturePlan decayed(Horizon halfLife) {
        return with(FeatureFamily.of("decayed", context -> new Decayed(context, halfLife)));
    }

    /**
     * Adds one feature of the plan over another: missing where the second is 0 or either is missing.
     *
     * @param name name of the feature
     * @param above name of a feature that stands in the plan before
     * @param below name of another
     * @return the plan with it
     */
    public FeaturePlan ratio(String name, String above, String below) {
        return with(new Ratio(name, above, below));
    }

    /**
     * Adds the ratio of a feature between two windows that stand in the plan, for example {@code
     * total_spend_last_30_days_to_last_90_days} = last_30_days_total_spend / last_90_days_total_spend: missing where the second is 0
     * or either is missing.
     *
     * @param feature name of the feature without the window, for example {@code total_spend}
     * @param above one window
     * @param below another
     * @return the plan with it
     */
    public FeaturePlan ratio(String feature, Window above, Window below) {
        String name = feature + "_" + above.prefix() + "to_" + below.prefix();
        return ratio(name.substring(0, name.length() - 1), above.prefix() + feature, below.prefix() + feature);
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

    /**
     * Reads states that {@link FeatureStates#writeTo} wrote.
     *
     * @param in holds the states and nothing after them; not closed
     * @return the states
     * @throws IOException if reading fails
     * @throws InvalidDataException if the bytes are damaged or belong to another plan
     */
    public FeatureStates readStates(InputStream in) throws IOException {
        return StatesReader.read(families, asOf, in);
    }

    /** Date and names of the families. */
    @Override
    public String toString() {
        return "FeaturePlan[as of " + asOf + ": "
                + String.join(", ", families.stream().map(FeatureFamily::name).toList()) + "]";
    }
}
