package org.ltv4j.segmentation.testing;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.testing.SharedData;

/**
 * 75,000 sampled lines of a grocer's households, with the category of each product.
 *
 * @param household who
 * @param basket receipt
 * @param product what
 * @param quantity pieces
 * @param paid US dollars
 * @param week 1 to 53, as the source counts them
 * @param time wall clock
 * @param category empty where not known
 */
public record DunnhumbySales(
        String household,
        String basket,
        String product,
        double quantity,
        double paid,
        int week,
        LocalDateTime time,
        String category) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** All lines, in the order of the file. */
    public static List<DunnhumbySales> read() {
        Map<String, String> categories = new HashMap<>();
        rows("data/baskets/dunnhumby-products.csv.gz").forEach(cells -> categories.put(cells[0], cells[4]));
        List<DunnhumbySales> sales = new ArrayList<>();
        for (String[] cells : rows("data/baskets/dunnhumby-transactions-sample.csv.gz")) {
            sales.add(new DunnhumbySales(
                    cells[0],
                    cells[2],
                    cells[3],
                    Double.parseDouble(cells[4]),
                    Double.parseDouble(cells[5]),
                    Integer.parseInt(cells[9]),
                    LocalDateTime.parse(cells[10], TIME),
                    categories.getOrDefault(cells[3], "")));
        }
        return sales;
    }

    /** The lines whose category is known as a log whose products are categories. */
    public static TransactionLog byCategory() {
        TransactionLogBuilder log = TransactionLog.builder("USD");
        for (DunnhumbySales sale : read()) {
            if (!sale.category.isEmpty()) {
                log.add(sale.household, sale.time, sale.paid)
                        .order(sale.basket)
                        .product(sale.category)
                        .quantity(sale.quantity);
            }
        }
        return log.build();
    }

    private static List<String[]> rows(String file) {
        List<String> lines = SharedData.lines(file);
        return lines.subList(1, lines.size()).stream()
                .map(line -> line.split(",", -1)) // no cell is quoted
                .toList();
    }
}
