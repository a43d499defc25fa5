package org.ltv4j.examples.quickstart;

import java.util.List;
import java.util.Optional;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.evaluate.backtest.BacktestTable;

/**
 * Models of all kinds on past dates of the same sales.
 *
 * @param horizon how far they looked ahead; empty where the sales are too short for any
 * @param refundsByDate whether refunds were settled anew for each date, with those known by then
 * @param tables one per outcome, spend or purchases first; empty where nothing could be compared
 * @param absent why nothing could be compared; empty where something was
 */
record Comparison(
        Optional<Horizon> horizon, boolean refundsByDate, List<BacktestTable> tables, Optional<Absent> absent) {
    Comparison {
        tables = List.copyOf(tables);
    }

    /**
     * Why nothing could be compared.
     *
     * @param days days from the first sale to the last, both counted
     * @param needed days that are needed
     */
    record Absent(long days, long needed) {
        @Override
        public String toString() {
            return "the sales reach over " + days + " days: to compare models over that horizon " + needed
                    + " are needed";
        }
    }
}
