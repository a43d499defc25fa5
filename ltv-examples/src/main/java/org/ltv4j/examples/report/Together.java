package org.ltv4j.examples.report;

import java.util.List;

/**
 * What customers buy together, as plain numbers.
 *
 * @param receipts receipts, or customers' days where the sales name no receipts
 * @param byReceipt whether they are receipts
 * @param several those with at least two products
 * @param products products that were bought
 * @param least on how many receipts a rule must at least be
 * @param found rules that chance does not explain
 * @param rules the strongest of them, one for each set of products
 */
public record Together(
        long receipts, boolean byReceipt, long several, long products, long least, long found, List<Rule> rules) {
    /**
     * Copies the list.
     *
     * @param receipts receipts, or customers' days where the sales name no receipts
     * @param byReceipt whether they are receipts
     * @param several those with at least two products
     * @param products products that were bought
     * @param least on how many receipts a rule must at least be
     * @param found rules that chance does not explain
     * @param rules the strongest of them, one for each set of products
     */
    public Together {
        rules = List.copyOf(rules);
    }

    /**
     * Who has these buys that too.
     *
     * @param has names of the products on the left
     * @param buys name of the product on the right
     * @param both receipts with all of them
     * @param share share of the receipts with the left that have the right too
     * @param lower lower end of its 95 % interval
     * @param upper upper end of its 95 % interval
     * @param lift how many times more often than if they were independent
     * @param extra receipts with all of them beyond what independence gives
     */
    public record Rule(
            List<String> has,
            String buys,
            long both,
            double share,
            double lower,
            double upper,
            double lift,
            double extra) {
        /**
         * Copies the list.
         *
         * @param has names of the products on the left
         * @param buys name of the product on the right
         * @param both receipts with all of them
         * @param share share of the receipts with the left that have the right too
         * @param lower lower end of its 95 % interval
         * @param upper upper end of its 95 % interval
         * @param lift how many times more often than if they were independent
         * @param extra receipts with all of them beyond what independence gives
         */
        public Rule {
            has = List.copyOf(has);
        }
    }
}
