package org.ltv4j.core.feature;

import java.util.List;

/**
 * Computes the features of one family for one customer after another. It keeps nothing between two customers, so that one
 * kernel serves all threads, and a whole log and a single state give the same bits.
 */
public interface FeatureKernel {
    /**
     * The features that it computes.
     *
     * @return in the order in which {@link #compute} writes them
     */
    List<Feature> features();

    /**
     * The levels of a feature of type {@link FeatureType#CATEGORY}.
     *
     * @param place place of the feature in {@link #features()}
     * @return value v stands for level v; empty for other types
     */
    default List<String> levels(int place) {
        return List.of();
    }

    /**
     * Computes all features of a customer. Writes each of them, never an infinite value; NaN, which stands there before, where it is
     * missing.
     *
     * @param history what the customer bought, up to and with the date; it may be empty within a window. It is reused for the
     *     next customer, so it must not be kept
     * @param out takes the values
     * @param at place in {@code out} of the first feature
     */
    void compute(PurchaseHistory history, double[] out, int at);
}
