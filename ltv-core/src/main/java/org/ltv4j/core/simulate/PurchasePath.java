package org.ltv4j.core.simulate;

import java.util.Arrays;

/** What one made-up customer did after the first purchase, and the hidden traits that no model gets to see. Immutable. */
public final class PurchasePath {
    private static final int MOST_PURCHASES = 10_000_000;

    private final double[] ages;
    private final double rate;
    private final double leavingAge;

    private PurchasePath(double[] ages, double rate, double leavingAge) {
        this.ages = ages;
        this.rate = rate;
        this.leavingAge = leavingAge;
    }

    /**
     * A path.
     *
     * @param ages ages at the repeat purchases, rising
     * @param rate purchases per time unit while active, at least 0
     * @param leavingAge age at which the customer left, infinite if that is not known to happen within the observation
     * @return the path
     * @throws IllegalArgumentException if an age is not positive or not above the one before, or a trait is out of its range
     */
    public static PurchasePath of(double[] ages, double rate, double leavingAge) {
        double last = 0;
        for (double age : ages) {
            if (!(age > last) || Double.isInfinite(age)) {
                throw new IllegalArgumentException(
                        "need finite ages that rise from above 0, got " + age + " after " + last);
            }
            last = age;
        }
        if (!(rate >= 0) || !(leavingAge >= last)) {
            throw new IllegalArgumentException("need a rate >= 0 and a leaving age from the last purchase (" + last
                    + ") on, got " + rate + " and " + leavingAge);
        }
        return new PurchasePath(ages.clone(), rate, leavingAge);
    }

    /**
     * How many repeat purchases there were.
     *
     * @return purchases after the first one
     */
    public int size() {
        return ages.length;
    }

    /**
     * When a repeat purchase happened.
     *
     * @param i from 0 to {@code size() - 1}
     * @return age of the customer then
     */
    public double age(int i) {
        return ages[i];
    }

    /**
     * How often the customer buys while active.
     *
     * @return purchases per time unit
     */
    public double rate() {
        return rate;
    }

    /**
     * When the customer left for good.
     *
     * @return age then; infinite if the customer is active at the end of the observation
     */
    public double leavingAge() {
        return leavingAge;
    }

    /** Collects ages; grows as needed, within a limit that a wrong unit of time would break. */
    static final class Builder {
        private double[] ages = new double[8];
        private int size;

        void add(double age) {
            if (size == MOST_PURCHASES) {
                throw new IllegalArgumentException("a customer bought more than " + MOST_PURCHASES
                        + " times: are the rates meant per another unit of time?");
            }
            if (size == ages.length) {
                ages = Arrays.copyOf(ages, 2 * size);
            }
            ages[size++] = age;
        }

        PurchasePath build(double rate, double leavingAge) {
            return new PurchasePath(Arrays.copyOf(ages, size), rate, leavingAge);
        }
    }
}
