package org.ltv4j.segmentation.recommend;

import java.util.List;

/**
 * Why an item is recommended.
 *
 * @param kind what speaks for the item
 * @param because names of the items in the basket or history that it rests on; empty where it rests on none
 * @param strength how much this adds to the score, or the score that it alone gives; a finite number
 * @param text one sentence in English for people, such as {@code because bread is in the basket: 31 % of baskets with bread have butter}
 */
public record Reason(Kind kind, List<String> because, double strength, String text) {
    /** What speaks for an item. */
    public enum Kind {
        /** An association rule. */
        RULE,
        /** Others had it together with an item of this visit. */
        BOUGHT_TOGETHER,
        /** It lies near the taste that this visit shows. */
        TASTE,
        /** This customer bought it before. */
        BOUGHT_BEFORE,
        /** It is of the kind of an item of this visit. */
        ALIKE,
        /** Many buy it. */
        POPULAR
    }

    /**
     * Copies the list.
     *
     * @param kind what speaks for the item
     * @param because names of the items in the basket or history that it rests on; empty where it rests on none
     * @param strength how much this adds to the score, or the score that it alone gives; a finite number
     * @param text one sentence in English for people
     */
    public Reason {
        because = List.copyOf(because);
        if (!Double.isFinite(strength)) {
            throw new IllegalArgumentException("a strength is a finite number, got " + strength);
        }
    }
}
