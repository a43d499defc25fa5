package org.ltv4j.segmentation.rhythm;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.LtvModel;

/**
 * The rhythms of products without any customer: what a till needs to foretell from the dates that it knows itself, and what may be
 * saved, since no customer's id or date is in it. Saved and loaded by {@link org.ltv4j.core.io.Models} as {@code product-rhythms}.
 * Immutable.
 *
 * <pre>{@code
 * Models.save(model.productRhythms(), file);
 * ProductRhythm milk = Models.load(file, ProductRhythms.class).rhythm("milk").orElseThrow();
 * NextPurchase next = milk.next(days, quantities, today);
 * }</pre>
 */
public final class ProductRhythms implements LtvModel, Iterable<ProductRhythm> {
    /** The kind of this model in saved files. */
    public static final String KIND = "product-rhythms";

    private final List<ProductRhythm> rhythms;
    private final Map<String, ProductRhythm> byName = new HashMap<>();

    /**
     * Takes rhythms.
     *
     * @param rhythms one for each product
     * @throws IllegalArgumentException if a product has two
     */
    public ProductRhythms(List<ProductRhythm> rhythms) {
        this.rhythms = List.copyOf(rhythms);
        for (ProductRhythm rhythm : this.rhythms) {
            if (byName.put(rhythm.product(), rhythm) != null) {
                throw new IllegalArgumentException("product \"" + rhythm.product() + "\" has two rhythms");
            }
        }
    }

    /**
     * The rhythm of a product.
     *
     * @param product its name
     * @return empty for an unknown one
     */
    public Optional<ProductRhythm> rhythm(String product) {
        return Optional.ofNullable(byName.get(product));
    }

    /**
     * All rhythms.
     *
     * @return in their order
     */
    public List<ProductRhythm> asList() {
        return rhythms;
    }

    /** All rhythms in their order. */
    @Override
    public Iterator<ProductRhythm> iterator() {
        return rhythms.iterator();
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Each product has a fit of its own; there is no report of all of them. */
    @Override
    public Optional<FitReport> fit() {
        return Optional.empty();
    }

    /** Equal rhythms in the same order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ProductRhythms that && rhythms.equals(that.rhythms);
    }

    /** Of the rhythms. */
    @Override
    public int hashCode() {
        return rhythms.hashCode();
    }

    /** The number of products; no names. */
    @Override
    public String toString() {
        return "ProductRhythms[" + rhythms.size() + " products]";
    }
}
