package org.ltv4j.core.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Collects products for a {@link ProductCatalog}. {@link #product} opens one; the setters after it speak of that product. Not
 * thread-safe.
 */
public final class ProductCatalogBuilder {
    private static final int MOST_NAMED = 10;

    private final IdTable.Builder products = new IdTable.Builder();
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> conflicts = new ArrayList<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Set<String> attributes = new LinkedHashSet<>();
    private double[] cuts = {};
    private int rows;
    private int openProduct = TransactionLog.NONE;
    private Entry open = new Entry(List.of());

    /** What was said of one product. */
    private static final class Entry {
        final List<String> path;
        String band = "";
        double price = Double.NaN;
        final Map<String, String> values = new HashMap<>();

        Entry(List<String> path) {
            this.path = path;
        }

        boolean same(Entry other) {
            return path.equals(other.path)
                    && band.equals(other.band)
                    && Double.compare(price, other.price) == 0
                    && values.equals(other.values);
        }
    }

    ProductCatalogBuilder() {}

    /**
     * Opens a product. One that was opened before must be described in the same way again.
     *
     * @param id the product's id, exactly as sales name it; not blank
     * @param categories its categories from the top down, or its lowest one where {@link #parent} tells those above; blank ones
     *     are left out, none means {@code unknown}
     * @return this builder
     * @throws InvalidDataException if the id is blank
     */
    public ProductCatalogBuilder product(String id, String... categories) {
        close();
        rows++;
        if (Blanks.isBlank(id)) {
            throw new InvalidDataException("product " + rows + " needs an id, got a blank one");
        }
        List<String> path = new ArrayList<>();
        for (String category : categories) {
            if (!category.isBlank()) {
                path.add(category.strip());
            }
        }
        open = new Entry(List.copyOf(path));
        openProduct = products.index(id);
        return this;
    }

    /**
     * The price band of the open product.
     *
     * @param band its name; blank for unknown
     * @return this builder
     */
    public ProductCatalogBuilder priceBand(String band) {
        open.band = band.strip();
        return this;
    }

    /**
     * The price of the open product, which {@link #priceBands} turns into a band.
     *
     * @param price finite and at least 0, or NaN where not known
     * @return this builder
     * @throws InvalidDataException if it is another number
     */
    public ProductCatalogBuilder price(double price) {
        if (price < 0 || Double.isInfinite(price)) {
            throw new InvalidDataException(
                    "product " + rows + " needs a finite price of at least 0, or NaN where not known, got " + price);
        }
        open.price = price;
        return this;
    }

    /**
     * A further attribute of the open product.
     *
     * @param name name of the attribute
     * @param value its value; blank for unknown
     * @return this builder
     */
    public ProductCatalogBuilder attribute(String name, String value) {
        attributes.add(name);
        if (!value.isBlank()) {
            open.values.put(name, value.strip());
        }
        return this;
    }

    /**
     * States the category above a category.
     *
     * @param category the lower one
     * @param parent the upper one
     * @return this builder
     * @throws InvalidDataException if another one was stated before
     */
    public ProductCatalogBuilder parent(String category, String parent) {
        String before = parents.putIfAbsent(category.strip(), parent.strip());
        if (before != null && !before.equals(parent.strip())) {
            throw new InvalidDataException("category " + category.strip() + " is said to belong to " + before
                    + " and to " + parent.strip() + ": state one of them");
        }
        return this;
    }

    /**
     * Makes price bands of prices: below the first limit, from each to below the next, and from the last on.
     *
     * @param limits rising, positive
     * @return this builder
     * @throws InvalidDataException if they do not rise
     */
    public ProductCatalogBuilder priceBands(double... limits) {
        double before = 0;
        for (double limit : limits) {
            if (!(limit > before) || Double.isInfinite(limit)) {
                throw new InvalidDataException(
                        "limits of price bands are positive and rise, got " + limit + " after " + before);
            }
            before = limit;
        }
        cuts = limits.clone();
        return this;
    }

    /**
     * The finished catalog; the builder must not be used afterwards.
     *
     * @return all products
     * @throws InvalidDataException if a product was described in two ways, or categories stand in a circle
     */
    public ProductCatalog build() {
        close();
        if (!conflicts.isEmpty()) {
            throw new InvalidDataException(conflicts.size() + " products stand twice with different descriptions ("
                    + String.join(", ", conflicts.subList(0, Math.min(MOST_NAMED, conflicts.size())))
                    + (conflicts.size() > MOST_NAMED ? ", ..." : "") + "): correct them");
        }
        IdTable ids = products.build();
        Map<String, List<String>> above = new HashMap<>();
        String[][] paths = new String[ids.size()][];
        int depth = 1;
        for (int product = 0; product < paths.length; product++) {
            paths[product] = path(entries.get(product).path, above).toArray(new String[0]);
            depth = Math.max(depth, paths[product].length);
        }
        List<ProductClasses> categories = new ArrayList<>();
        for (int level = 0; level < depth; level++) {
            int top = level + 1;
            categories.add(classes(
                    level == 0 ? "category" : "subcategory" + (level == 1 ? "" : " " + level),
                    ids,
                    product -> String.join(
                            " > ", List.of(paths[product]).subList(0, Math.min(top, paths[product].length)))));
        }
        Map<String, ProductClasses> byName = new LinkedHashMap<>();
        for (String name : attributes) {
            byName.put(
                    name,
                    classes(name, ids, product -> entries.get(product).values.getOrDefault(name, "")));
        }
        return new ProductCatalog(
                ids,
                paths,
                categories,
                classes("price band", ids, product -> band(entries.get(product))),
                Collections.unmodifiableMap(byName));
    }

    private void close() {
        if (openProduct == TransactionLog.NONE) {
            return;
        }
        if (openProduct == entries.size()) {
            entries.add(open);
        } else if (!entries.get(openProduct).same(open)) {
            conflicts.add("product " + rows);
        }
        openProduct = TransactionLog.NONE;
    }

    private List<String> path(List<String> stated, Map<String, List<String>> above) {
        if (stated.isEmpty()) {
            return stated;
        }
        List<String> path = new ArrayList<>(above.computeIfAbsent(stated.get(0), this::ancestors));
        path.addAll(stated);
        return path;
    }

    /** The categories above a category, from the top down. */
    private List<String> ancestors(String category) {
        Set<String> upwards = new LinkedHashSet<>(List.of(category));
        for (String parent = parents.get(category); parent != null; parent = parents.get(parent)) {
            if (!upwards.add(parent)) {
                throw new InvalidDataException("category " + parent + " stands above itself: " + upwards);
            }
        }
        List<String> path = new ArrayList<>(upwards);
        Collections.reverse(path);
        return path.subList(0, path.size() - 1);
    }

    private String band(Entry entry) {
        if (!entry.band.isEmpty() || Double.isNaN(entry.price) || cuts.length == 0) {
            return entry.band;
        }
        int above = 0;
        while (above < cuts.length && entry.price >= cuts[above]) {
            above++;
        }
        if (above == 0) {
            return "below " + plain(cuts[0]);
        }
        return above == cuts.length
                ? plain(cuts[above - 1]) + " and more"
                : plain(cuts[above - 1]) + " to " + plain(cuts[above]);
    }

    private static String plain(double limit) {
        return BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
    }

    private static ProductClasses classes(String name, IdTable ids, Function<Integer, String> className) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        numbers.put(ProductCatalog.UNKNOWN, ProductClasses.UNKNOWN);
        int[] classes = new int[ids.size()];
        for (int product = 0; product < classes.length; product++) {
            String text = className.apply(product);
            String known = text.isEmpty() ? ProductCatalog.UNKNOWN : text;
            Integer number = numbers.putIfAbsent(known, numbers.size());
            classes[product] = number == null ? numbers.size() - 1 : number;
        }
        return new ProductClasses(name, ids, classes, List.copyOf(numbers.keySet()));
    }
}
