package org.ltv4j.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.SplittableRandom;

/**
 * A sales file in the shape of the online retail data that everybody measures with: 541,909 rows of 8 columns, some 50 MB,
 * 4,372 customers, a quarter of the rows without one. Made up, the same each time; no refunds, so that all engines agree.
 */
final class SalesFile {
    static final int ROWS = 541_909;
    static final LocalDate END = LocalDate.of(2011, 12, 9);
    static final int CUSTOMERS = 4_372;
    private static final int PRODUCTS = 4_070;
    static final int LINES_OF_AN_INVOICE = 42;
    private static final LocalDateTime OPENING = LocalDateTime.of(2010, 12, 1, 8, 26);
    private static final String[] WORDS = {"WHITE", "HANGING", "HEART", "LANTERN", "METAL", "RED", "RETROSPOT", "BAG"};

    private SalesFile() {}

    static void write(Path file, int rows) throws IOException {
        SplittableRandom random = new SplittableRandom(541_909);
        long minutes = 373L * 24 * 60;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("invoice,stock_code,description,quantity,invoice_date,unit_price,customer_id,country\n");
            int invoice = 536_365;
            for (int row = 0; row < rows; invoice++) {
                // squared, so that some customers buy far more than others
                int customer = 12_346 + (int) (CUSTOMERS * Math.pow(random.nextDouble(), 2));
                String buyer = random.nextInt(4) == 0 ? "" : String.valueOf(customer);
                String time = OPENING.plusMinutes(minutes * row / rows) + ":00";
                int lines = Math.min(rows - row, 1 + random.nextInt(LINES_OF_AN_INVOICE));
                for (int line = 0; line < lines; line++, row++) {
                    int product = random.nextInt(PRODUCTS);
                    out.write(invoice + "," + (20_000 + product) + "," + name(product) + "," + (1 + random.nextInt(24))
                            + "," + time + "," + cents(29 + random.nextInt(1_200)) + "," + buyer + ",United Kingdom\n");
                }
            }
        }
    }

    private static String name(int product) {
        return WORDS[product % 8] + " " + WORDS[product / 8 % 8] + " " + WORDS[product / 64 % 8] + " HOLDER " + product;
    }

    private static String cents(int cents) {
        return cents / 100 + "." + cents / 10 % 10 + cents % 10;
    }
}
