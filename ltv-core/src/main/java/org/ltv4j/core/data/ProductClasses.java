package org.ltv4j.core.data;

import java.util.List;
import java.util.OptionalInt;

/**
 * One way to sort products into classes: by category, price band or brand. Every product has exactly one class; products that
 * are not in the catalog, or of which it says nothing, have the class {@link #UNKNOWN}. Immutable.
 */
public final class ProductClasses {
    /** The class of products that are not in the catalog. */
    public static final int UNKNOWN = 0;

    private final String name;
    private final IdTable products;
    private final int[] classes;
    private final List<String> names;

    ProductClasses(String name, IdTable products, int[] classes, List<String> names) {
        this.name = name;
        this.products = products;
        this.classes = classes;
        this.names = List.copyOf(names);
    }

    /**
     * What products are sorted by.
     *
     * @return for example {@code category}, {@code subcategory}, {@code price band} or {@code brand}
     */
    public String name() {
        return name;
    }

    /**
     * The names of the classes.
     *
     * @return by class number; the first is {@code unknown}, the others stand in the order of the catalog
     */
    public List<String> names() {
        return names;
    }

    /**
     * The class of one product, by a look-up in a hash table.
     *
     * @param product the product's id, exactly as the catalog has it
     * @return a class number, {@link #UNKNOWN} if the catalog says nothing
     */
    public int of(String product) {
        OptionalInt index = products.indexOf(product);
        return index.isPresent() ? classes[index.getAsInt()] : UNKNOWN;
    }

    /**
     * The name of the class of one product.
     *
     * @param product the product's id, exactly as the catalog has it
     * @return a name of {@link #names()}, {@code unknown} if the catalog says nothing
     */
    public String nameOf(String product) {
        return names.get(of(product));
    }

    /**
     * The classes of the products of a log: one look-up for each product, none for each row.
     *
     * @param logProducts product ids, such as {@link TransactionLog#products()}
     * @return a new array, the class of each product number
     */
    public int[] of(IdTable logProducts) {
        int[] resolved = new int[logProducts.size()];
        for (int product = 0; product < resolved.length; product++) {
            int index = products.indexOf(logProducts, product);
            resolved[product] = index == TransactionLog.NONE ? UNKNOWN : classes[index];
        }
        return resolved;
    }

    /** Name and number of classes. */
    @Override
    public String toString() {
        return "ProductClasses[" + name + ", " + names.size() + " classes]";
    }
}
