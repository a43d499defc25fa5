package org.ltv4j.core.feature.transform;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureType;

/**
 * A column between two steps.
 *
 * @param feature what it is
 * @param levels names of its levels if it is a category, else empty
 * @param node how it is computed
 */
record Column(Feature feature, List<String> levels, Node node) {

    String name() {
        return feature.name();
    }

    boolean isCategory() {
        return feature.type() == FeatureType.CATEGORY;
    }

    Column requireNumber() {
        if (isCategory()) {
            throw new InvalidDataException("feature " + name() + " is a category and this step needs numbers: encode it"
                    + " before, for example with OneHot.of(\"" + name() + "\")");
        }
        return this;
    }

    Column requireCategory() {
        if (!isCategory()) {
            throw new InvalidDataException("feature " + name() + " is a " + feature.type()
                    + " and this step needs a category: cut it into bins before, for example with Bin.quantiles(5, \""
                    + name() + "\")");
        }
        return this;
    }

    /** A column without levels computed from this one. */
    Column derived(Feature other, DoubleUnaryOperator operator) {
        return derived(other, List.of(), operator);
    }

    Column derived(Feature other, List<String> names, DoubleUnaryOperator operator) {
        return new Column(other, names, new Node.Unary(node, operator));
    }

    /** This feature after a function, under the same name. */
    Feature changed(FeatureType type, String unit, String function) {
        return named(name(), type, unit, function, feature.meaning());
    }

    /** This feature after a function, under another name and with another meaning. */
    Feature named(String name, FeatureType type, String unit, String function, String meaning) {
        return new Feature(
                name,
                type,
                unit,
                meaning,
                function + "(" + feature.formula() + ")",
                feature.source(),
                feature.asOf(),
                feature.missing(),
                feature.sensitivity());
    }
}
