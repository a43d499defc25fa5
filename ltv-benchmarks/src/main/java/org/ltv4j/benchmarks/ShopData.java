package org.ltv4j.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.ltv4j.core.data.ProductCatalog;
import org.ltv4j.core.data.ProductCatalogBuilder;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.basket.BasketLogBuilder;

/** Public sales data as baskets, read from the gzipped files of a folder; see {@code docs/recommendations.md} for where they come from. */
final class ShopData {
    private static final Pattern PRODUCT = Pattern.compile("[0-9]{5}[A-Z]*");

    private final Path folder;

    ShopData(Path folder) {
        this.folder = folder;
    }

    private List<String> lines(String file) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(file))), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        }
    }

    /** Fields of a line of CSV, without the header. */
    private List<String[]> rows(String file) throws IOException {
        return lines(file).stream().skip(1).map(ShopData::fields).toList();
    }

    private static String[] fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields.toArray(String[]::new);
    }

    /** 9,835 baskets without customers or times, in order. */
    BasketLog groceries() throws IOException {
        return BasketLog.of(lines("baskets/groceries.csv.gz").stream()
                .map(line -> Arrays.asList(line.split(",")))
                .toList());
    }

    /** Category and department of the groceries. */
    ProductCatalog groceriesCatalog() throws IOException {
        ProductCatalogBuilder catalog = ProductCatalog.builder();
        rows("baskets/groceries-items.csv.gz").forEach(row -> catalog.product(row[0], row[2], row[1]));
        return catalog.build();
    }

    /** Invoices of a wholesaler of gifts: a basket each of its products that have a stock code, refunds left out. */
    BasketLog retail() throws IOException {
        Map<String, List<String[]>> invoices = new LinkedHashMap<>();
        for (String[] row : rows("online_retail.csv.gz")) {
            row[1] = row[1].trim().toUpperCase(Locale.ROOT);
            boolean sale = Character.isDigit(row[0].charAt(0))
                    && Double.parseDouble(row[3]) > 0
                    && Double.parseDouble(row[5]) > 0;
            if (sale && PRODUCT.matcher(row[1]).matches()) {
                invoices.computeIfAbsent(row[0], id -> new ArrayList<>()).add(row);
            }
        }
        BasketLogBuilder baskets = BasketLog.builder();
        for (List<String[]> invoice : invoices.values()) {
            String[] first = invoice.get(0);
            baskets.add(invoice.stream().map(row -> row[1]).toList()).time(LocalDateTime.parse(first[4]));
            if (!first[6].isBlank()) {
                baskets.customer(first[6]);
            }
        }
        return baskets.build();
    }

    /** Baskets of households, most of them fragments, of categories of products. */
    BasketLog dunnhumby() throws IOException {
        Map<String, String> categories = new HashMap<>();
        for (String[] row : rows("baskets/dunnhumby-products.csv.gz")) {
            if (!row[4].isEmpty()) {
                categories.put(row[0], row[4]);
            }
        }
        Map<String, List<String[]>> receipts = new TreeMap<>();
        for (String[] row : rows("baskets/dunnhumby-transactions-sample.csv.gz")) {
            if (categories.containsKey(row[3])) {
                receipts.computeIfAbsent(row[10] + " " + row[2], id -> new ArrayList<>())
                        .add(row);
            }
        }
        BasketLogBuilder baskets = BasketLog.builder();
        for (List<String[]> receipt : receipts.values()) {
            String[] first = receipt.get(0);
            baskets.add(receipt.stream()
                            .map(row -> categories.getOrDefault(row[3], ""))
                            .toList())
                    .customer(first[0])
                    .time(LocalDateTime.parse(first[10].replace(' ', 'T')));
        }
        return baskets.build();
    }

    /** The department of each category, the first one named where it has several. */
    ProductCatalog dunnhumbyCatalog() throws IOException {
        Map<String, String> departments = new LinkedHashMap<>();
        for (String[] row : rows("baskets/dunnhumby-products.csv.gz")) {
            if (!row[4].isEmpty() && !row[2].isEmpty()) {
                departments.putIfAbsent(row[4], row[2]);
            }
        }
        ProductCatalogBuilder catalog = ProductCatalog.builder();
        departments.forEach((category, department) -> catalog.product(category, department));
        return catalog.build();
    }
}
