package org.ltv4j.core.feature;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;

/**
 * Features of customers as of a date: a row per customer, a column per feature. Immutable; NaN is a missing value, infinite
 * values do not occur.
 */
public final class FeatureMatrix {
    private final IdTable customers;
    private final LocalDate asOf;
    private final FeatureSchema schema;
    private final double[][] columns;
    private final Map<String, List<String>> levels;

    private FeatureMatrix(
            IdTable customers,
            LocalDate asOf,
            FeatureSchema schema,
            double[][] columns,
            Map<String, List<String>> levels) {
        this.customers = customers;
        this.asOf = asOf;
        this.schema = schema;
        this.columns = columns;
        this.levels = levels;
    }

    /**
     * A matrix of these columns.
     *
     * @param customers a customer per row
     * @param asOf the date up to whose end the features know
     * @param schema a feature per column
     * @param columns values by column, then by row; copied
     * @param levels names of the levels of each feature of type {@link FeatureType#CATEGORY}
     * @return the matrix
     * @throws InvalidDataException if lengths differ, a value is infinite or not of its feature's type, or a category has no
     *     levels
     */
    public static FeatureMatrix of(
            IdTable customers,
            LocalDate asOf,
            FeatureSchema schema,
            double[][] columns,
            Map<String, List<String>> levels) {
        if (columns.length != schema.size()) {
            throw new InvalidDataException(
                    "the schema has " + schema.size() + " features, the matrix " + columns.length + " columns");
        }
        double[][] copies = new double[columns.length][];
        Map<String, List<String>> kept = new HashMap<>();
        for (int column = 0; column < columns.length; column++) {
            Feature feature = schema.feature(column);
            List<String> names = levels.get(feature.name());
            if (feature.type() == FeatureType.CATEGORY) {
                if (names == null) {
                    throw new InvalidDataException("feature " + feature.name() + " is a category and needs its levels");
                }
                kept.put(feature.name(), List.copyOf(names));
            }
            copies[column] = columns[column].clone();
            for (int row = 0; row < copies[column].length; row++) {
                copies[column][row] += 0.0; // never -0.0, which is equal to 0.0 but has other bits
            }
            check(feature, copies[column], customers.size(), names == null ? 0 : names.size());
        }
        return new FeatureMatrix(customers, asOf, schema, copies, Map.copyOf(kept));
    }

    private static void check(Feature feature, double[] column, int rows, int levels) {
        if (column.length != rows) {
            throw new InvalidDataException(
                    "feature " + feature.name() + " has " + column.length + " values for " + rows + " customers");
        }
        for (int row = 0; row < rows; row++) {
            double value = column[row];
            if (!fits(feature.type(), value, levels)) {
                throw new InvalidDataException("row " + (row + 1) + ", feature " + feature.name() + ": " + value
                        + " is no value of the type " + feature.type()
                        + (feature.type() == FeatureType.CATEGORY ? " with " + levels + " levels" : ""));
            }
        }
    }

    /** Whether a value is one of a type; NaN is one of all. */
    static boolean fits(FeatureType type, double value, int levels) {
        return Double.isNaN(value)
                || switch (type) {
                    case NUMBER -> !Double.isInfinite(value);
                    case COUNT -> value >= 0 && value == Math.rint(value) && !Double.isInfinite(value);
                    case FLAG -> value == 0 || value == 1;
                    case CATEGORY -> value >= 0 && value < levels && value == Math.rint(value);
                };
    }

    /** A matrix of columns that nobody else holds and whose values were checked. */
    static FeatureMatrix owning(
            IdTable customers,
            LocalDate asOf,
            FeatureSchema schema,
            double[][] columns,
            Map<String, List<String>> levels) {
        return new FeatureMatrix(customers, asOf, schema, columns, levels);
    }

    /**
     * How many customers there are.
     *
     * @return rows
     */
    public int rows() {
        return customers.size();
    }

    /**
     * How many features there are.
     *
     * @return columns
     */
    public int columns() {
        return columns.length;
    }

    /**
     * The customers.
     *
     * @return a customer per row
     */
    public IdTable customers() {
        return customers;
    }

    /**
     * The date up to whose end the features know.
     *
     * @return the date
     */
    public LocalDate asOf() {
        return asOf;
    }

    /**
     * The features.
     *
     * @return a feature per column
     */
    public FeatureSchema schema() {
        return schema;
    }

    /**
     * One value.
     *
     * @param row customer, from 0
     * @param column feature, from 0
     * @return the value; NaN where missing
     */
    public double value(int row, int column) {
        return columns[column][row];
    }

    /**
     * All values of one feature.
     *
     * @param name its name
     * @return a copy, a value per customer; NaN where missing
     * @throws InvalidDataException if there is no such feature
     */
    public double[] column(String name) {
        return columns[schema.index(name)].clone();
    }

    /**
     * All values of one customer.
     *
     * @param row customer, from 0
     * @return a new array, a value per feature; NaN where missing
     */
    public double[] row(int row) {
        double[] values = new double[columns.length];
        for (int column = 0; column < columns.length; column++) {
            values[column] = columns[column][row];
        }
        return values;
    }

    /**
     * The names of a category's levels.
     *
     * @param name name of a feature of type {@link FeatureType#CATEGORY}
     * @return its levels: value v stands for {@code levels(name).get(v)}
     * @throws InvalidDataException if it is no category
     */
    public List<String> levels(String name) {
        Feature feature = schema.feature(schema.index(name));
        if (feature.type() != FeatureType.CATEGORY) {
            throw new InvalidDataException("feature " + name + " is a " + feature.type() + " and has no levels");
        }
        return levels.getOrDefault(name, List.of());
    }

    Map<String, List<String>> levelsOfAll() {
        return levels;
    }

    /**
     * Some features, in the order given.
     *
     * @param names their names
     * @return a matrix of the same customers; columns are shared
     * @throws InvalidDataException if there is no such feature
     */
    public FeatureMatrix select(List<String> names) {
        double[][] chosen = new double[names.size()][];
        List<Feature> features = new ArrayList<>();
        Map<String, List<String>> kept = new HashMap<>();
        for (int i = 0; i < chosen.length; i++) {
            int place = schema.index(names.get(i));
            chosen[i] = columns[place];
            features.add(schema.feature(place));
            if (levels.containsKey(names.get(i))) {
                kept.put(names.get(i), levels(names.get(i)));
            }
        }
        return new FeatureMatrix(customers, asOf, new FeatureSchema(features), chosen, Map.copyOf(kept));
    }

    /**
     * Some customers, in the order given.
     *
     * @param rows their rows, each at most once
     * @return a matrix of the same features
     */
    public FeatureMatrix rows(int[] rows) {
        double[][] chosen = new double[columns.length][rows.length];
        for (int column = 0; column < columns.length; column++) {
            for (int i = 0; i < rows.length; i++) {
                chosen[column][i] = columns[column][rows[i]];
            }
        }
        return new FeatureMatrix(customers.subset(rows), asOf, schema, chosen, levels);
    }

    /**
     * This matrix with one feature more that was computed elsewhere, for example the share of a customer's amounts that were filled in
     * when cleaning.
     *
     * <pre>{@code
     * features.with(filled, clean.log().customers(), clean.filledShare(features.asOf()))
     * }</pre>
     *
     * @param feature what it is; not of type {@link FeatureType#CATEGORY}
     * @param ids customers of the values
     * @param values a value per customer of {@code ids}, of the feature's type
     * @return the matrix with the feature at the end; customers that are not among {@code ids} miss it
     * @throws InvalidDataException if there is a feature of that name, it is a category, the lengths differ or a value is not of
     *     its type
     */
    public FeatureMatrix with(Feature feature, IdTable ids, double[] values) {
        if (feature.type() == FeatureType.CATEGORY) {
            throw new InvalidDataException("feature " + feature.name() + " is a category and needs its levels");
        }
        if (values.length != ids.size()) {
            throw new InvalidDataException(
                    "feature " + feature.name() + " has " + values.length + " values for " + ids.size() + " customers");
        }
        double[][] more = Arrays.copyOf(columns, columns.length + 1);
        double[] column = new double[rows()];
        for (int row = 0; row < column.length; row++) {
            OptionalInt place = ids.indexOf(customers.id(row));
            column[row] = place.isPresent() ? values[place.getAsInt()] + 0.0 : Double.NaN;
        }
        check(feature, column, rows(), 0);
        more[columns.length] = column;
        List<Feature> features = new ArrayList<>(schema.features());
        features.add(feature);
        return new FeatureMatrix(customers, asOf, new FeatureSchema(features), more, levels);
    }

    /**
     * All customers but some, for example those who asked to be forgotten; with them go the levels of categories that no other
     * customer has, so that codes of categories may move: go by {@link #levels(String)}, as pipelines and models do.
     *
     * @param ids customers to leave out; ids that are not in the matrix are passed over
     * @return a matrix of the others, which may be empty; this one if there are none to leave out
     */
    public FeatureMatrix without(Collection<String> ids) {
        BitSet gone = new BitSet(rows());
        for (String id : ids) {
            customers.indexOf(id).ifPresent(gone::set);
        }
        return gone.isEmpty()
                ? this
                : rows(IntStream.range(0, rows()).filter(row -> !gone.get(row)).toArray())
                        .withUsedLevels();
    }

    /** Renumbers the categories, whose columns nobody else holds, by the levels that a row has. */
    private FeatureMatrix withUsedLevels() {
        Map<String, List<String>> used = new HashMap<>();
        for (int column = 0; column < columns.length; column++) {
            String name = schema.feature(column).name();
            if (schema.feature(column).type() == FeatureType.CATEGORY) {
                used.put(name, Recoding.toUsedLevels(columns[column], levels(name)));
            }
        }
        return new FeatureMatrix(customers, asOf, schema, columns, Map.copyOf(used));
    }

    /** Equal features of the same customers, to the bit. */
    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureMatrix matrix
                && matrix.asOf.equals(asOf)
                && matrix.schema.equals(schema)
                && matrix.levels.equals(levels)
                && Arrays.deepEquals(matrix.columns, columns)
                && sameCustomers(matrix.customers);
    }

    private boolean sameCustomers(IdTable others) {
        if (others.size() != customers.size()) {
            return false;
        }
        for (int i = 0; i < others.size(); i++) {
            if (!others.id(i).equals(customers.id(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * schema.hashCode() + asOf.hashCode()) + Arrays.deepHashCode(columns);
    }

    @Override
    public String toString() {
        return "FeatureMatrix[" + rows() + " customers, " + columns() + " features, as of " + asOf + "]";
    }
}
