package org.ltv4j.core.data;

/**
 * A unit of time. Models are fitted in days or weeks; months and years have the mean length of the Gregorian calendar
 * and serve horizons and discount rates.
 */
public enum TimeScale {
    /** One calendar day. */
    DAY(1, "d"),
    /** Seven days. */
    WEEK(7, "w"),
    /** The mean month: 365.2425 / 12 = 30.436875 days. */
    MONTH(365.2425 / 12, "m"),
    /** The mean year: 365.2425 days. */
    YEAR(365.2425, "y");

    private final double days;
    private final String symbol;

    TimeScale(double days, String symbol) {
        this.days = days;
        this.symbol = symbol;
    }

    /**
     * The length of one unit.
     *
     * @return days in one unit
     */
    public double days() {
        return days;
    }

    /**
     * The letter that stands for this unit in a horizon such as {@code 39w}.
     *
     * @return {@code d}, {@code w}, {@code m} or {@code y}
     */
    public String symbol() {
        return symbol;
    }
}
