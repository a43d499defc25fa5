package org.ltv4j.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.ltv4j.segmentation.basket.BasketLog;

/**
 * Baskets that the literature measures on. They lie beside a maintainer's checkout in {@code ../shared/data}, and are not part of the
 * repository.
 */
final class ShopBaskets {
    private static final Pattern PRODUCT = Pattern.compile("[0-9]{5}[A-Z]*");

    private ShopBaskets() {}

    /** Whether they are there. */
    static boolean areThere() {
        return folder() != null;
    }

    private static @Nullable Path folder() {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            Path folder = dir.resolve("shared/data");
            if (Files.exists(folder.resolve("baskets/groceries.csv.gz"))) {
                return folder;
            }
        }
        return null;
    }

    /** {@code groceries}, {@code t10i4d100k} or {@code retail}. */
    static BasketLog read(String name) throws IOException {
        return switch (name) {
            case "groceries" -> split("baskets/groceries.csv.gz", ",");
            case "t10i4d100k" -> split("baskets/t10i4d100k.dat.gz", " ");
            case "retail" -> retail();
            default -> throw new IllegalArgumentException("no baskets named " + name);
        };
    }

    private static BasketLog split(String file, String separator) throws IOException {
        return BasketLog.of(lines(file).stream()
                .map(line -> Arrays.asList(line.split(separator)))
                .toList());
    }

    /** Receipts of the online retail data: what was bought at a price and is a product. */
    private static BasketLog retail() throws IOException {
        Map<String, Set<String>> receipts = new TreeMap<>();
        for (String line : lines("online_retail.csv.gz")) {
            String[] first = line.split(",", 3);
            String[] last =
                    line.substring(line.length() - Math.min(line.length(), 90)).split(",");
            String item = first[1].strip().toUpperCase(Locale.ROOT);
            if (Character.isDigit(first[0].charAt(0))
                    && PRODUCT.matcher(item).matches()
                    && !last[last.length - 5].startsWith("-")
                    && Double.parseDouble(last[last.length - 3]) > 0) {
                receipts.computeIfAbsent(first[0], invoice -> new LinkedHashSet<>())
                        .add(item);
            }
        }
        return BasketLog.of(receipts.values());
    }

    private static List<String> lines(String file) throws IOException {
        Path folder = folder();
        if (folder == null) {
            throw new IOException("no folder shared/data beside this checkout: " + file + " is not there");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(file))), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
