package org.ltv4j.core.data;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What is known of products: their category in a hierarchy of any depth, a price band, and further attributes such as brand or
 * colour. Immutable. A product that the catalog does not have belongs to the category {@code unknown}.
 *
 * <pre>{@code
 * ProductCatalog catalog = ProductCatalog.builder()
 *     .product("espresso", "drinks", "coffee").priceBand("low").attribute("brand", "Roma")
 *     .product("muffin", "food").priceBand("middle")
 *     .build();
 * int[] category = catalog.categories().of(log.products());
 * String name = catalog.categories().names().get(category[log.product(row)]);     // "drinks"
 * }</pre>
 */
public final class ProductCatalog {
    /** The name of the class of products of which nothing is known. */
    public static final String UNKNOWN = "unknown";

    private final IdTable products;
    private final String[][] paths;
    private final List<ProductClasses> categories;
    private final ProductClasses priceBands;
    private final Map<String, ProductClasses> attributes;

    ProductCatalog(
            IdTable products,
            String[][] paths,
            List<ProductClasses> categories,
            ProductClasses priceBands,
            Map<String, ProductClasses> attributes) {
        this.products = products;
        this.paths = paths;
        this.categories = List.copyOf(categories);
        this.priceBands = priceBands;
        this.attributes = attributes;
    }

    /**
     * Collects products.
     *
     * @return an empty builder
     */
    public static ProductCatalogBuilder builder() {
        return new ProductCatalogBuilder();
    }

    /**
     * The products.
     *
     * @return their ids, in the order in which they were first named
     */
    public IdTable products() {
        return products;
    }

    /**
     * How deep the categories go.
     *
     * @return levels of the deepest category, at least 1
     */
    public int levels() {
        return categories.size();
    }

    /**
     * Products by their category at the top.
     *
     * @return the classes, for example {@code drinks}
     */
    public ProductClasses categories() {
        return categories(0);
    }

    /**
     * Products by their category at a level; one whose categories end before stays in its last.
     *
     * @param level 0 at the top, up to {@code levels() - 1}
     * @return the classes, named by their path, for example {@code drinks > coffee}
     * @throws IllegalArgumentException if there is no such level
     */
    public ProductClasses categories(int level) {
        if (level < 0 || level >= categories.size()) {
            throw new IllegalArgumentException("the catalog has the category levels 0 to " + (categories.size() - 1)
                    + ", 0 at the top, got " + level);
        }
        return categories.get(level);
    }

    /**
     * Products by price band.
     *
     * @return the classes
     */
    public ProductClasses priceBands() {
        return priceBands;
    }

    /**
     * The further attributes.
     *
     * @return their names, in the order in which they were first named
     */
    public List<String> attributes() {
        return List.copyOf(attributes.keySet());
    }

    /**
     * Products by an attribute.
     *
     * @param name its name
     * @return the classes
     * @throws IllegalArgumentException if there is no such attribute
     */
    public ProductClasses attribute(String name) {
        ProductClasses classes = attributes.get(name);
        if (classes == null) {
            throw new IllegalArgumentException("the catalog has no attribute " + name + "; it has " + attributes());
        }
        return classes;
    }

    /**
     * The categories of a product.
     *
     * @param product its id
     * @return from the top down; empty if the catalog says nothing
     */
    public List<String> path(String product) {
        OptionalInt index = products.indexOf(product);
        return index.isPresent() ? Arrays.asList(paths[index.getAsInt()].clone()) : List.of();
    }

    /** Number of products, levels and attributes. */
    @Override
    public String toString() {
        return "ProductCatalog[" + products.size() + " products, " + levels() + " levels of categories, "
                + attributes.size() + " attributes]";
    }
}
