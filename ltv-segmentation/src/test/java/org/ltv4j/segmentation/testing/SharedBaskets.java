package org.ltv4j.segmentation.testing;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ltv4j.core.testing.SharedData;
import org.ltv4j.segmentation.basket.BasketLog;

/** Baskets that lie beside a maintainer's checkout; a test that asks for absent ones is skipped. */
public final class SharedBaskets {
    private SharedBaskets() {}

    /** 9,835 baskets of a grocery outlet, 169 items. */
    public static BasketLog groceries() {
        return split("data/baskets/groceries.csv.gz", ",");
    }

    /** 100,000 made-up baskets, 870 items. */
    public static BasketLog t10i4d100k() {
        return split("data/baskets/t10i4d100k.dat.gz", " ");
    }

    /**
     * 19,773 receipts of an online gift shop, 3,791 items: invoices that start with a digit, what was bought at a price, stock codes of five digits and
     * letters. The longest has 1,106 items.
     */
    public static BasketLog onlineRetail() {
        Pattern product = Pattern.compile("[0-9]{5}[A-Z]*");
        Map<String, Set<String>> receipts = new TreeMap<>();
        for (String line : SharedData.lines("data/online_retail.csv.gz")) {
            String[] first = line.split(",", 3);
            String[] last = lastFields(line);
            String item = first[1].strip().toUpperCase(Locale.ROOT);
            if (Character.isDigit(first[0].charAt(0))
                    && product.matcher(item).matches()
                    && Integer.parseInt(last[4]) > 0
                    && Double.parseDouble(last[2]) > 0) {
                receipts.computeIfAbsent(first[0], invoice -> new LinkedHashSet<>())
                        .add(item);
            }
        }
        return BasketLog.of(receipts.values());
    }

    /** 9,465 sales of a bakery, 94 items; lines that are no product are left out, and items of a sale merged. */
    public static BasketLog bakery() {
        Map<Integer, Set<String>> sales = new TreeMap<>();
        SharedData.lines("data/baskets/bread-basket.csv.gz").stream()
                .skip(1)
                .map(line -> line.split(",", 4))
                .filter(fields -> !fields[3].equals("NONE"))
                .forEach(fields -> sales.computeIfAbsent(Integer.valueOf(fields[2]), sale -> new LinkedHashSet<>())
                        .add(fields[3]));
        return BasketLog.of(sales.values());
    }

    /** The last five fields of a line, from the end; the one before them may hold commas. */
    private static String[] lastFields(String line) {
        String[] fields = new String[5];
        int end = line.length();
        for (int i = 0; i < fields.length; i++) {
            int comma = line.lastIndexOf(',', end - 1);
            fields[i] = line.substring(comma + 1, end);
            end = comma;
        }
        return fields;
    }

    private static BasketLog split(String file, String separator) {
        List<List<String>> baskets = SharedData.lines(file).stream()
                .map(line -> Arrays.asList(line.split(separator)))
                .toList();
        return BasketLog.of(baskets);
    }
}
