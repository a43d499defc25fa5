package org.ltv4j.core.feature.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.FeatureType;

/** Puts the steps of a pipeline together for inputs whose categories have certain levels. */
final class Program {
    private Program() {}

    /** The columns before the first step: places in the levels given become places in the levels known from training. */
    static Layout input(FeatureSchema schema, Map<String, List<String>> known, Map<String, List<String>> given) {
        List<Column> columns = new ArrayList<>();
        for (int place = 0; place < schema.size(); place++) {
            Feature feature = schema.feature(place);
            Node input = new Node.Input(place, feature.name());
            if (feature.type() == FeatureType.CATEGORY) {
                List<String> levels = known.getOrDefault(feature.name(), List.of());
                List<String> names = given.get(feature.name());
                if (names == null) {
                    throw new InvalidDataException("the levels of the category " + feature.name() + " are not given");
                }
                Levels.requireUnique(feature.name(), levels);
                input = new Node.Unary(input, Levels.translation(names, levels));
                columns.add(new Column(feature, levels, input));
            } else {
                columns.add(new Column(feature, List.of(), input));
            }
        }
        return new Layout(columns);
    }

    /** The columns after the last step; a category that is left has no value for a level that training did not see. */
    static Layout output(Layout input, List<StepCode> steps) {
        Layout layout = input;
        for (StepCode step : steps) {
            layout = step.extend(layout);
        }
        return new Layout(layout.columns().stream().map(Program::withoutUnknown).toList());
    }

    private static Column withoutUnknown(Column column) {
        return column.isCategory()
                ? new Column(
                        column.feature(),
                        column.levels(),
                        new Node.Unary(column.node(), level -> level < 0 ? Double.NaN : level))
                : column;
    }

    /** The values of these columns for all rows of a matrix. */
    static FeatureMatrix matrix(FeatureMatrix input, Layout output, Values values) {
        List<Column> columns = output.columns();
        double[][] result = new double[columns.size()][];
        for (int i = 0; i < result.length; i++) {
            result[i] = values.of(columns.get(i).node());
        }
        return FeatureMatrix.of(input.customers(), input.asOf(), output.schema(), result, output.levels());
    }
}
