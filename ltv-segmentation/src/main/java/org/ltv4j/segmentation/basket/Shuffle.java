package org.ltv4j.segmentation.basket;

/** How baskets are shuffled so that no two items have anything to do with each other any more. */
public enum Shuffle {
    /**
     * Each item goes to as many baskets as before, drawn at random from all: items keep their counts, baskets do not keep their
     * lengths. Cost: proportional to the items of all baskets.
     */
    ITEMS,
    /**
     * Two baskets swap an item that the other does not have, over and over: items keep their counts and baskets their lengths. What
     * comes about by large baskets alone is then nothing new either. Gionis, Mannila, Mielikainen and Tsaparas (2007), Assessing data
     * mining results via swap randomization. Ten swaps are tried for each item of all baskets. Cost: each looks through two baskets.
     */
    SWAPS
}
