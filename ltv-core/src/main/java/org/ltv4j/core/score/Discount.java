package org.ltv4j.core.score;

import org.ltv4j.core.data.TimeScale;

/**
 * What money that comes later is worth today. All kinds come down to a continuous rate: an amount at time {@code u} counts
 * {@code exp(-rate u)} of its size.
 */
public sealed interface Discount {
    /**
     * The continuous rate.
     *
     * @param unit the unit of time
     * @return rate per unit, finite and at least 0
     */
    double ratePer(TimeScale unit);

    /**
     * Later money is worth as much as today's.
     *
     * @return a rate of 0
     */
    static Discount none() {
        return new None();
    }

    /**
     * A yearly rate, compounded: after a year of 365.2425 days an amount counts {@code 1 / (1 + rate)}.
     *
     * @param rate for example 0.10 for 10 % a year; finite and at least 0
     * @return the discount
     * @throws IllegalArgumentException if the rate is out of its range
     */
    static Discount annual(double rate) {
        return new Annual(rate);
    }

    /**
     * A continuous rate per unit of time, as papers state it.
     *
     * @param rate for example 0.0027 a week, which is about 15 % a year; finite and at least 0
     * @param unit the unit of time
     * @return the discount
     * @throws IllegalArgumentException if the rate is out of its range
     */
    static Discount continuous(double rate, TimeScale unit) {
        return new Continuous(rate, unit);
    }

    /** Later money is worth as much as today's. */
    record None() implements Discount {
        @Override
        public double ratePer(TimeScale unit) {
            return 0;
        }
    }

    /**
     * A yearly rate, compounded.
     *
     * @param rate share of the value lost over a year, relative to what is left; finite and at least 0
     */
    record Annual(double rate) implements Discount {
        /**
         * Checks the range.
         *
         * @param rate share of the value lost over a year, relative to what is left; finite and at least 0
         */
        public Annual {
            checkRate(rate);
        }

        @Override
        public double ratePer(TimeScale unit) {
            return StrictMath.log1p(rate) * (unit.days() / TimeScale.YEAR.days());
        }
    }

    /**
     * A continuous rate.
     *
     * @param rate per unit, finite and at least 0
     * @param unit the unit of time
     */
    record Continuous(double rate, TimeScale unit) implements Discount {
        /**
         * Checks the range.
         *
         * @param rate per unit, finite and at least 0
         * @param unit the unit of time
         */
        public Continuous {
            checkRate(rate);
        }

        @Override
        public double ratePer(TimeScale other) {
            return unit == other ? rate : rate * other.days() / unit.days();
        }
    }

    private static void checkRate(double rate) {
        if (!(rate >= 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException(
                    "a discount rate is a finite number of at least 0, such as 0.10 for 10 %, got " + rate);
        }
    }
}
