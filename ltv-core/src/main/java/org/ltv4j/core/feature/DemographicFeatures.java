package org.ltv4j.core.feature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ltv4j.core.data.AttributeType;
import org.ltv4j.core.data.CustomerAttribute;
import org.ltv4j.core.data.CustomerAttributes;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.Sensitivity;

/**
 * What is known of customers besides their purchases, one feature for each attribute: numbers and yes or no as they are, names as
 * a category, and of days the full years from then to the date, as {@code ATTRIBUTE_years}: of a birth date, the age. Attributes
 * that are identifiers are left out.
 *
 * <p>A value counts from the day since which it is known. The levels of a category are the names that anybody had by the date of
 * the plan, in order of the alphabet, or those stated.
 */
public final class DemographicFeatures implements FeatureFamily {
    private final CustomerAttributes attributes;
    private final Map<String, String> names;
    private final Map<String, List<String>> levels;

    private DemographicFeatures(
            CustomerAttributes attributes, Map<String, String> names, Map<String, List<String>> levels) {
        this.attributes = attributes;
        this.names = Map.copyOf(names);
        this.levels = Map.copyOf(levels);
    }

    /**
     * Features of all attributes that are no identifiers.
     *
     * @param attributes what is known of customers
     * @return the family
     */
    public static DemographicFeatures of(CustomerAttributes attributes) {
        return new DemographicFeatures(attributes, Map.of(), Map.of());
    }

    /**
     * Another name for the feature of an attribute; needed where the attribute's own is not written in letters from a to z.
     *
     * @param attribute its name, for example {@code birth_date}
     * @param feature name of the feature, for example {@code years_old}
     * @return the family
     * @throws IllegalArgumentException if there is no such attribute
     */
    public DemographicFeatures withName(String attribute, String feature) {
        attributes.index(attribute);
        Map<String, String> more = new HashMap<>(names);
        more.put(attribute, feature);
        return new DemographicFeatures(attributes, more, levels);
    }

    /**
     * States the levels of a category, whatever is known by the date. Other names are missing values.
     *
     * @param attribute its name
     * @param inOrder distinct names
     * @return the family
     * @throws IllegalArgumentException if there is no such attribute, it is no category, or a name stands twice
     */
    public DemographicFeatures withLevels(String attribute, List<String> inOrder) {
        CustomerAttribute meant = attributes.attributes().get(attributes.index(attribute));
        if (meant.type() != AttributeType.CATEGORY
                || inOrder.stream().distinct().count() < inOrder.size()) {
            throw new IllegalArgumentException(
                    "levels are distinct names of a category; " + attribute + " is a " + meant.type());
        }
        Map<String, List<String>> more = new HashMap<>(levels);
        more.put(attribute, List.copyOf(inOrder));
        return new DemographicFeatures(attributes, names, more);
    }

    @Override
    public String name() {
        return "demographics";
    }

    @Override
    public FeatureKernel bind(FeatureContext context) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < attributes.attributes().size(); i++) {
            CustomerAttribute attribute = attributes.attributes().get(i);
            if (attribute.sensitivity() != Sensitivity.IDENTIFIER) {
                columns.add(column(i, attribute, context.asOfDay()));
            }
        }
        if (columns.isEmpty()) {
            throw new InvalidDataException("the features demographics need an attribute that is no identifier");
        }
        return new Kernel(
                attributes, columns, columns.stream().map(Column::feature).toList());
    }

    /** An attribute and its feature; of a category also the levels, and the level of each of its values or -1. */
    private record Column(int attribute, Feature feature, List<String> levels, int[] levelOfValue) {}

    private Column column(int place, CustomerAttribute attribute, int day) {
        Feature feature = feature(attribute);
        if (attribute.type() != AttributeType.CATEGORY) {
            return new Column(place, feature, List.of(), new int[0]);
        }
        List<String> known = levels.getOrDefault(attribute.name(), attributes.levelsKnown(place, day));
        List<String> all = attributes.levels(place);
        int[] levelOfValue = new int[all.size()];
        for (int value = 0; value < levelOfValue.length; value++) {
            levelOfValue[value] = known.indexOf(all.get(value));
        }
        return new Column(place, feature, Collections.unmodifiableList(known), levelOfValue);
    }

    private Feature feature(CustomerAttribute attribute) {
        String own = attribute.name();
        String name = names.get(own);
        if (name == null) {
            name = FeatureNames.slug(own) + (attribute.type() == AttributeType.DATE ? "_years" : "");
            if (!name.matches("[a-z][a-z0-9_]*")) {
                throw new InvalidDataException("the attribute '" + own
                        + "' gives no name of a feature, which is made of letters from a to z: state one by withName");
            }
        }
        Feature feature = switch (attribute.type()) {
            case NUMBER -> plain(name, FeatureType.NUMBER, "", own, "last value known");
            case FLAG -> plain(name, FeatureType.FLAG, "", own, "last value known");
            case CATEGORY -> plain(name, FeatureType.CATEGORY, "", own, "last value known");
            case DATE ->
                plain(name, FeatureType.COUNT, "years", "full years since " + own, "full years from it to the date");
        };
        String missing = attribute.type() == AttributeType.CATEGORY
                ? "if none is known, or it is no level"
                : attribute.type() == AttributeType.DATE
                        ? "if none is known, or it is after the date"
                        : "if none is known";
        return feature.withMissing(missing)
                .withAsOf("values known on or before the date")
                .withSensitivity(attribute.sensitivity());
    }

    private static Feature plain(String name, FeatureType type, String unit, String meaning, String formula) {
        return Feature.of(name, type, unit, meaning, formula, "attributes");
    }

    private record Kernel(CustomerAttributes attributes, List<Column> columns, List<Feature> features)
            implements FeatureKernel {
        @Override
        public List<String> levels(int place) {
            return columns.get(place).levels;
        }

        @Override
        public void compute(PurchaseHistory history, double[] out, int at) {
            int number = history.numberIn(attributes.customers());
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                double value = attributes.value(column.attribute, number, history.asOfDay());
                out[at + i] = Double.isNaN(value)
                        ? value
                        : switch (attributes.attributes().get(column.attribute).type()) {
                            case NUMBER, FLAG -> value;
                            case CATEGORY -> level(column.levelOfValue[(int) value]);
                            case DATE -> years((long) value, history.asOfDay());
                        };
            }
        }

        private static double level(int level) {
            return level < 0 ? Double.NaN : level;
        }

        private static double years(long from, int to) {
            return from > to ? Double.NaN : CalendarDays.yearsBetween((int) from, to); // of the years 1800 to 2200
        }
    }
}
