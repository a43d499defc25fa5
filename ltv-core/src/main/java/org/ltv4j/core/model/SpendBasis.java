package org.ltv4j.core.model;

import org.ltv4j.core.data.CustomerSummary;

/** Which purchases a model of spend learns from. */
public enum SpendBasis {
    /** The purchases after the first one, as in the literature: x of them, with mean m. */
    REPEAT_PURCHASES {
        @Override
        public int purchases(CustomerSummary customer) {
            return customer.frequency();
        }

        @Override
        public double meanSpend(CustomerSummary customer) {
            return customer.meanRepeatSpend();
        }
    },
    /** The first purchase as well: x + 1 of them. Ranks customers by spend better, since one-time buyers count too. */
    ALL_PURCHASES {
        @Override
        public int purchases(CustomerSummary customer) {
            return customer.purchases();
        }

        @Override
        public double meanSpend(CustomerSummary customer) {
            return customer.meanSpend();
        }
    };

    /**
     * How many purchases of a customer count as evidence.
     *
     * @param customer a history
     * @return at least 0
     */
    public abstract int purchases(CustomerSummary customer);

    /**
     * The mean amount of those purchases.
     *
     * @param customer a history
     * @return an amount; 0 where there are none
     */
    public abstract double meanSpend(CustomerSummary customer);
}
