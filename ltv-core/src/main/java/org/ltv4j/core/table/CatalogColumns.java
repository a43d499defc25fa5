package org.ltv4j.core.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.ProductCatalog;
import org.ltv4j.core.data.ProductCatalogBuilder;

/**
 * Which column of a table of products means what. Immutable.
 *
 * <pre>{@code
 * CatalogColumns.of("sku").withCategories("department", "group").withPrice("price", 5, 20).withAttribute("brand");
 * }</pre>
 */
public final class CatalogColumns {
    private final String product;
    private final List<String> categories;
    private final @Nullable String band;
    private final @Nullable String price;
    private final double[] limits;
    private final Map<String, String> attributes;

    private CatalogColumns(
            String product,
            List<String> categories,
            @Nullable String band,
            @Nullable String price,
            double[] limits,
            Map<String, String> attributes) {
        this.product = product;
        this.categories = List.copyOf(categories);
        this.band = band;
        this.price = price;
        this.limits = limits;
        this.attributes = attributes;
    }

    /**
     * A table whose rows name a product.
     *
     * @param product column of the product id
     * @return the column
     */
    public static CatalogColumns of(String product) {
        return new CatalogColumns(product, List.of(), null, null, new double[0], Map.of());
    }

    /**
     * Adds the columns of the categories.
     *
     * @param fromTheTop column of the uppermost category first
     * @return the columns
     */
    public CatalogColumns withCategories(String... fromTheTop) {
        return new CatalogColumns(product, List.of(fromTheTop), band, price, limits, attributes);
    }

    /**
     * Adds the column of the name of a price band.
     *
     * @param name its name in the source
     * @return the columns
     */
    public CatalogColumns withPriceBand(String name) {
        return new CatalogColumns(product, categories, name, price, limits, attributes);
    }

    /**
     * Adds the column of the price, which falls into bands.
     *
     * @param name its name in the source
     * @param rising limits of the bands, see {@link ProductCatalogBuilder#priceBands}
     * @return the columns
     */
    public CatalogColumns withPrice(String name, double... rising) {
        return new CatalogColumns(product, categories, band, name, rising.clone(), attributes);
    }

    /**
     * Adds the column of an attribute, which is named after it.
     *
     * @param name its name in the source
     * @return the columns
     */
    public CatalogColumns withAttribute(String name) {
        return withAttribute(name, name);
    }

    /**
     * Adds the column of an attribute.
     *
     * @param attribute name of the attribute
     * @param name name of the column in the source
     * @return the columns
     */
    public CatalogColumns withAttribute(String attribute, String name) {
        Map<String, String> more = new LinkedHashMap<>(attributes);
        more.put(attribute, name);
        return new CatalogColumns(product, categories, band, price, limits, more);
    }

    List<TableColumn> columns() {
        List<TableColumn> columns = new ArrayList<>(List.of(TableColumn.text(product)));
        categories.forEach(name -> columns.add(TableColumn.text(name)));
        attributes.values().forEach(name -> columns.add(TableColumn.text(name)));
        if (band != null) {
            columns.add(TableColumn.text(band));
        }
        if (price != null) {
            columns.add(TableColumn.number(price));
        }
        return columns;
    }

    ProductCatalog read(TableCells cells) {
        ProductCatalogBuilder builder = ProductCatalog.builder().priceBands(limits);
        for (int row = 0; row < cells.rows(); row++) {
            try {
                read(cells, row, builder);
            } catch (TableCells.BadCell counted) {
                continue; // the report tells of the row
            }
        }
        cells.report(); // says what is wrong with rows before what is wrong with the catalog
        return builder.build();
    }

    private void read(TableCells cells, int row, ProductCatalogBuilder builder) throws TableCells.BadCell {
        String id = cells.text(0, row);
        if (id == null) {
            throw cells.bad(Reason.MISSING_SUBJECT, 0, row, "", "is missing");
        }
        int column = 1;
        String[] path = new String[categories.size()];
        for (int i = 0; i < path.length; i++) {
            path[i] = orEmpty(cells.text(column++, row));
        }
        Map<String, String> described = new LinkedHashMap<>();
        for (String attribute : attributes.keySet()) {
            described.put(attribute, orEmpty(cells.text(column++, row)));
        }
        String bandName = band == null ? "" : orEmpty(cells.text(column++, row));
        double paid = price == null ? Double.NaN : cells.number(column, row, true);
        if (paid < 0) {
            throw cells.bad(Reason.UNREADABLE_NUMBER, column, row, Double.toString(paid), "is a price below 0");
        }
        builder.product(id, path).priceBand(bandName).price(paid);
        described.forEach(builder::attribute);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
