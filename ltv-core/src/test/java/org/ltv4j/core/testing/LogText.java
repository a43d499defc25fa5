package org.ltv4j.core.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.TransactionLog;

/** All that a log says, as texts that can be compared: to the bit, by the names of things, not by their numbers. */
public final class LogText {
    private LogText() {}

    /** The rows of each customer in their order; customers by their ids. */
    public static List<String> of(TransactionLog log) {
        TreeMap<String, List<String>> byCustomer = new TreeMap<>();
        for (int c = 0; c < log.customers().size(); c++) {
            List<String> rows = new ArrayList<>();
            for (int row = log.start(c); row < log.start(c + 1); row++) {
                rows.add(row(log, row));
            }
            byCustomer.put(log.customers().id(c), rows);
        }
        List<String> all = new ArrayList<>();
        byCustomer.forEach((customer, rows) -> rows.forEach(row -> all.add(customer + " " + row)));
        return all;
    }

    /** The rows as they stand, with the numbers of everything, for logs that must be the same in all. */
    public static List<String> exactly(TransactionLog log) {
        List<String> all = new ArrayList<>();
        for (IdTable table : List.of(log.customers(), log.orders(), log.lines(), log.products(), log.channels())) {
            for (int i = 0; i < table.size(); i++) {
                all.add(table.id(i));
            }
            all.add("--");
        }
        all.addAll(log.currencies());
        for (int row = 0; row < log.size(); row++) {
            all.add(log.customer(row) + " " + log.sourceRow(row) + " " + log.hasOrders() + log.hasLines()
                    + log.hasProducts() + log.hasQuantity() + log.amountFilled(row) + " " + row(log, row));
        }
        return all;
    }

    private static String row(TransactionLog log, int row) {
        return String.join(
                "|",
                log.time(row).toString(),
                Long.toHexString(Double.doubleToLongBits(log.amount(row))),
                id(log.orders(), log.order(row)),
                id(log.lines(), log.line(row)),
                id(log.products(), log.product(row)),
                id(log.channels(), log.channel(row)),
                Double.toString(log.quantity(row)),
                Double.toString(log.unitPrice(row)),
                Double.toString(log.discount(row)),
                log.currency(row));
    }

    private static String id(IdTable table, int index) {
        return index < 0 ? "-" : table.id(index);
    }
}
