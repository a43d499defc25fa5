package org.ltv4j.examples.quickstart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Sales of customers whose ids are phones, addresses and names, each of them known again wherever it turns up. */
final class PlantedSales {
    static final String HEADER = "customer,date,amount,product,currency,receipt,line,shop";
    static final String NAME = "Planted O'Doe 001";
    static final String PHONE = "13987650001";

    private PlantedSales() {}

    static String id(int customer) {
        return switch (customer % 3) {
            case 0 -> String.format(Locale.ROOT, "1398765%04d", customer);
            case 1 -> String.format(Locale.ROOT, "planted%03d@example.com", customer);
            default -> String.format(Locale.ROOT, "Planted O'Doe %03d", customer);
        };
    }

    /** Whether a text holds anything of a planted value that is more than a mask shows. */
    static boolean standsIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("1398765") || lower.contains("planted") || lower.contains("o'doe");
    }

    /** Rows of 60 customers, enough for all models. */
    static List<String[]> rows() {
        Random random = new Random(20);
        List<String[]> rows = new ArrayList<>();
        for (int customer = 0; customer < 60; customer++) {
            LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(60));
            int purchases = 1 + random.nextInt(1 + customer % 8);
            double mean = 5 + random.nextInt(40);
            for (int n = 0; n < purchases; n++) {
                String amount = String.format(Locale.ROOT, "%.2f", mean * (0.5 + random.nextDouble()));
                String receipt = "R-" + rows.size();
                rows.add(new String[] {id(customer), day.toString(), amount, "tea", "EUR", receipt, "1", "north"});
                day = day.plusDays(5 + random.nextInt(60));
            }
        }
        return rows;
    }

    /** The rows as CSV, each changed. */
    static String csv(UnaryOperator<String[]> change) {
        return HEADER + "\n"
                + rows().stream()
                        .map(row -> String.join(",", change.apply(row.clone())))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    /** A change that puts the customer's id in another column too, or instead. */
    static UnaryOperator<String[]> idIn(int column) {
        return row -> {
            row[column] = row[0];
            return row;
        };
    }

    /** As {@link #idIn}, in the rows of one customer only. */
    static UnaryOperator<String[]> oneIdIn(int column) {
        return row -> row[0].equals(id(6)) ? idIn(column).apply(row) : row;
    }
}
