package org.ltv4j.core.clean;

/**
 * What becomes of refunds and cancellations: rows with a negative amount or quantity, and rows whose order id is that of
 * a cancellation (see {@link CleaningPlan#withCancellationPrefix}).
 */
public enum RefundRule {
    /**
     * Each refund is taken off its purchase where the order or the product links them: the same order, else the same
     * customer and product, there the latest earlier purchase that has enough left. What finds no such purchase is
     * taken off the customer's latest earlier purchases; what finds no earlier purchase at all is left out and counted.
     */
    MATCH_THEN_NET(
            "refunds are taken off their purchase (same order, else same customer and product: the latest earlier"
                    + " purchase with enough left), else off the customer's latest earlier purchases"),
    /** Each refund is taken off the customer's latest earlier purchases, whatever they were. */
    NET("refunds are taken off the customer's latest earlier purchases, whatever they were"),
    /** Refunds are left out; the purchases stay as they are. */
    DROP("refunds and cancellations are left out; the purchases they refund stay as they are"),
    /**
     * Refunds stay as rows of their own, most of them with a negative amount: for features of returns. Histories made of such a
     * log count a day on which goods came back as a purchase, so use another rule before fitting a model.
     */
    KEEP("refunds and cancellations stay as rows of their own; the purchases they refund stay as they are"),
    /** A refund is an error. */
    FAIL("refunds are not accepted");

    private final String words;

    RefundRule(String words) {
        this.words = words;
    }

    /**
     * The rule in words, as reports show it.
     *
     * @return a clause
     */
    public String inWords() {
        return words;
    }
}
