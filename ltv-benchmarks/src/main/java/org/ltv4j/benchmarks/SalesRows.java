package org.ltv4j.benchmarks;

import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;

/** Rows like those of {@link SalesFile} without a file: made up in memory, the same each time, all with a customer. */
final class SalesRows {
    private static final int PRODUCTS = 4_070;
    private static final int SECONDS_PER_DAY = 86_400;

    private SalesRows() {}

    /** Some customers buy far more than others; a receipt has up to {@link SalesFile#LINES_OF_AN_INVOICE} lines of one second. */
    static TransactionLog log(int rows, int customers) {
        SplittableRandom random = new SplittableRandom(rows);
        TransactionLogBuilder builder = TransactionLog.builder("GBP").expect(rows);
        for (int customer = 0; customer < customers; customer++) {
            builder.customers().index(Integer.toString(12_346 + customer));
        }
        for (int product = 0; product < PRODUCTS; product++) {
            builder.products().index(Integer.toString(20_000 + product));
        }
        long end = SalesFile.END.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        long start = end - 373L * SECONDS_PER_DAY;
        for (int row = 0; row < rows; ) {
            int order = builder.orders()
                    .index(Integer.toString(536_365 + builder.orders().size()));
            int customer = (int) (customers * Math.pow(random.nextDouble(), 2));
            long second = start + (end - start) * row / rows / 60 * 60;
            int lines = Math.min(rows - row, 1 + random.nextInt(SalesFile.LINES_OF_AN_INVOICE));
            for (int line = 0; line < lines; line++, row++) {
                int pieces = 1 + random.nextInt(24);
                builder.add(customer, second, pieces * (29 + random.nextInt(1_200)) / 100.0, row + 1)
                        .quantity(pieces)
                        .order(order)
                        .product(random.nextInt(PRODUCTS));
            }
        }
        return builder.build();
    }
}
