package org.ltv4j.core.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;

/**
 * Small random sales with all columns, for properties: receipts of one to four lines, few customers, many rows of one moment.
 *
 * @param customer who
 * @param second when
 * @param amount paid
 * @param order receipt, or empty
 * @param line line of it, or empty
 * @param product what, or empty
 * @param quantity pieces, or NaN
 * @param currency code
 * @param source line of the file
 */
public record RandomSales(
        String customer,
        long second,
        double amount,
        String order,
        String line,
        String product,
        double quantity,
        String currency,
        int source) {

    /** Receipts whose rows have different keys. */
    public static List<RandomSales> draw(long seed, int orders) {
        Random random = new Random(seed);
        List<RandomSales> rows = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            String customer = "k" + random.nextInt(1 + orders / 3);
            long second = 86_400L * (20_000 + random.nextInt(20)) + (random.nextBoolean() ? 0 : random.nextInt(86_400));
            int lines = 1 + random.nextInt(4);
            for (int line = 1; line <= lines; line++) {
                rows.add(new RandomSales(
                        customer,
                        second,
                        random.nextInt(2000) / 100.0 - 2,
                        "R" + i,
                        String.valueOf(line * 5),
                        random.nextInt(4) == 0 ? "" : "p" + random.nextInt(5),
                        random.nextInt(4) == 0 ? Double.NaN : 1 + random.nextInt(3),
                        random.nextInt(9) == 0 ? "USD" : "EUR",
                        rows.size() + 2));
            }
        }
        return rows;
    }

    /** A log of the rows in the order given. */
    public static TransactionLog log(List<RandomSales> rows) {
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        for (RandomSales row : rows) {
            builder.add(builder.customers().index(row.customer), row.second, row.amount, row.source);
            if (!row.order.isEmpty()) {
                builder.order(row.order);
            }
            if (!row.line.isEmpty()) {
                builder.line(row.line);
            }
            if (!row.product.isEmpty()) {
                builder.product(row.product);
            }
            if (!Double.isNaN(row.quantity)) {
                builder.quantity(row.quantity);
            }
            builder.currency(row.currency).channel("till " + row.second % 2);
        }
        return builder.build();
    }

    /** This row with another amount. */
    public RandomSales withAmount(double other) {
        return new RandomSales(customer, second, other, order, line, product, quantity, currency, source);
    }

    /** This row without order and line. */
    public RandomSales withoutKey() {
        return new RandomSales(customer, second, amount, "", "", product, quantity, currency, source);
    }

    /** This row on another line of the file. */
    public RandomSales at(int other) {
        return new RandomSales(customer, second, amount, order, line, product, quantity, currency, other);
    }
}
