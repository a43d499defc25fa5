package org.ltv4j.core.feature.transform;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;

/** What a step is fitted on: the columns as the steps before it left them, and the target if there is one. */
final class FitData {
    private final IdTable customers;
    private final double @Nullable [] target;
    private final Values values;
    private Layout layout;

    FitData(IdTable customers, Optional<double[]> target, Values values, Layout layout) {
        this.customers = customers;
        this.target = target.orElse(null);
        this.values = values;
        this.layout = layout;
    }

    Layout layout() {
        return layout;
    }

    IdTable customers() {
        return customers;
    }

    int rows() {
        return customers.size();
    }

    /** Values of a column, a value per customer; not to be changed. */
    double[] values(Column column) {
        return values.of(column.node());
    }

    /** The target; not to be changed. */
    double[] target() {
        if (target == null) {
            throw new InvalidDataException(
                    "this step needs the target: call fit or fitTransform with a value for each" + " customer");
        }
        return target;
    }

    void override(Column column, double[] outOfFold) {
        values.override(column.node(), outOfFold);
    }

    /** Goes on to the next step; {@link #override} comes before. */
    void advance(Layout next) {
        layout = next;
        values.keep(next.columns());
    }
}
