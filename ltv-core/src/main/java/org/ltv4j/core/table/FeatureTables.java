package org.ltv4j.core.table;

import java.util.List;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureMatrix;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Feature matrices as Tablesaw tables. */
final class FeatureTables {
    private FeatureTables() {}

    static Table of(DisclosedFeatures shown) {
        FeatureMatrix features = shown.features();
        Table table = Table.create("features");
        if (shown.customers() != null) {
            table.addColumns(StringColumn.create(DisclosedFeatures.CUSTOMER, shown.customers()));
        }
        for (Feature feature : features.schema().features()) {
            table.addColumns(column(features, feature, features.rows()));
        }
        return table;
    }

    /** Counts stay doubles: Tablesaw's ints know no missing value apart from a number. */
    private static Column<?> column(FeatureMatrix features, Feature feature, int rows) {
        double[] values = features.column(feature.name());
        return switch (feature.type()) {
            case NUMBER, COUNT -> DoubleColumn.create(feature.name(), values);
            case FLAG -> {
                BooleanColumn column = BooleanColumn.create(feature.name());
                for (double value : values) {
                    if (Double.isNaN(value)) {
                        column.appendMissing();
                    } else {
                        column.append(value == 1);
                    }
                }
                yield column;
            }
            case CATEGORY -> {
                List<String> levels = features.levels(feature.name());
                StringColumn column = StringColumn.create(feature.name());
                for (int row = 0; row < rows; row++) {
                    if (Double.isNaN(values[row])) {
                        column.appendMissing();
                    } else {
                        column.append(levels.get((int) values[row]));
                    }
                }
                yield column;
            }
        };
    }
}
