package org.ltv4j.segmentation.sequence;

import java.util.Locale;
import java.util.OptionalInt;
import org.ltv4j.core.internal.math.Normal;
import org.ltv4j.core.model.Interval;

/**
 * A rule "after A, then B within so many days". It keeps what was counted; the rest is derived.
 *
 * <p>What is counted are purchases (events that hold A), each followed by B on a later day of the window or not. Only complete ones, whose
 * window has passed by the end of the data, tell that for certain; the young ones enter {@link #days()} as far as they are known.
 * Purchases of one customer are alike, so a hundred of them tell less than a hundred customers: {@code effective} is
 * how many independent ones they are worth, and intervals and tests go by customers.
 *
 * @param after A
 * @param then B, possibly A itself
 * @param purchases events with A
 * @param complete those of them whose window has passed
 * @param followed those of these that were followed by B
 * @param customers customers with a purchase of A
 * @param customersFollowed customers of whom any purchase of A was followed by B, young ones included: the support of the pattern
 *     {@code A -> B} with gaps of 1 day to the window
 * @param allCustomers all customers, those without purchases included
 * @param base complete purchases of anything
 * @param baseFollowed those of them that were followed by B
 * @param ownExpected complete purchases of A that would be followed by B on average if A were any of the customer's own purchases
 * @param effective complete purchases of A less what their likeness within customers takes away; the customers with one where all or none of
 *     these purchases were followed
 * @param pValue probability of a difference as large between the shares after A and after anything, if there were none
 * @param adjustedP the same after the correction for many rules
 * @param days how long it takes
 */
public record FollowUpRule(
        String after,
        String then,
        int purchases,
        int complete,
        int followed,
        int customers,
        int customersFollowed,
        int allCustomers,
        int base,
        int baseFollowed,
        double ownExpected,
        double effective,
        double pValue,
        double adjustedP,
        DaysToPurchase days) {

    /**
     * The days in which B must follow.
     *
     * @return at least 1
     */
    public int window() {
        return days.window();
    }

    /**
     * Purchases of A whose window goes on beyond the data.
     *
     * @return at least 0
     */
    public int censored() {
        return purchases - complete;
    }

    /**
     * The share of all customers who bought B within the window after A.
     *
     * @return from 0 to 1
     */
    public double support() {
        return (double) customersFollowed / allCustomers;
    }

    /**
     * The share of complete purchases of A that were followed by B.
     *
     * @return from 0 to 1; NaN if none is complete
     */
    public double confidence() {
        return (double) followed / complete;
    }

    /**
     * The same from all purchases, the young ones as far as they are known: Kaplan and Meier's estimate at the end of the window.
     *
     * @return from 0 to 1
     */
    public double probability() {
        return days.probabilityBy(days.window());
    }

    /**
     * An interval for the confidence by Wilson (1927), with as many purchases as they are worth.
     *
     * @param level coverage, in (0, 1)
     * @return from 0 to 1 where nothing is known
     */
    public Interval confidenceInterval(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a level lies in (0, 1), got " + level);
        }
        if (complete == 0) {
            return new Interval(0, 1);
        }
        double p = confidence();
        double z = Normal.quantile((1 + level) / 2);
        double z2 = z * z / effective;
        double half = z * Math.sqrt(p * (1 - p) / effective + z2 / (4 * effective)) / (1 + z2);
        double middle = (p + z2 / 2) / (1 + z2);
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /**
     * The share of complete purchases of anything that were followed by B.
     *
     * @return from 0 to 1; NaN if there is none
     */
    public double baseRate() {
        return (double) baseFollowed / base;
    }

    /**
     * How many times as often B follows A as it follows any purchase. Above 1 also where those who buy A simply buy much; see {@link
     * #ownLift()}.
     *
     * @return at least 0; NaN if B follows nothing
     */
    public double lift() {
        return confidence() / baseRate();
    }

    /**
     * How many times as often B follows A as it would if A were any of the same customers' purchases: what A adds for them. Where B is A, a
     * purchase cannot follow itself, which is allowed for (without it the lift would be too low: Miller and Sanjurjo 2018, Econometrica
     * 86(6)).
     *
     * @return at least 0; NaN if B follows nothing of theirs
     */
    public double ownLift() {
        return followed / ownExpected;
    }

    /**
     * The median days to B of those who buy it within the window.
     *
     * @return empty if nobody does
     */
    public OptionalInt medianDays() {
        return days.dayOfBuyers(0.5);
    }

    /**
     * The rule in plain words, such as {@code after GRINDER, 18.0 % buy BEANS within 30 days, half of them by day 9; 3.0 times as often
     * as after any purchase}.
     *
     * @return one line, with a decimal point
     */
    public String text() {
        StringBuilder text = new StringBuilder("after " + after + ", ");
        if (complete == 0) {
            return text + "nobody knows yet who buys " + then + " within " + window() + " days";
        }
        text.append(String.format(Locale.ROOT, "%.1f %% buy %s within %d days", 100 * confidence(), then, window()));
        medianDays().ifPresent(day -> text.append(", half of them by day ").append(day));
        if (followed > 0) {
            text.append(String.format(Locale.ROOT, "; %.1f times as often as after any purchase", lift()));
        }
        return text.toString();
    }
}
