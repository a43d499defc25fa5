package org.ltv4j.models.tune;

import java.util.random.RandomGenerator;
import org.ltv4j.core.internal.math.Samplers;

/**
 * A parameter whose values lie on a line: there is a coordinate in which equal distances mean equally much, and in which the
 * prior is uniform. A parameter with single values gives each of them a cell of the line.
 */
sealed interface ScaledParameter extends Parameter permits IntegerParameter, OrderedParameter, RealParameter {
    /** The lowest coordinate. */
    double lower();

    /** The highest coordinate. */
    double upper();

    /** Where a value lies. */
    double coordinate(Object value);

    /** The value at a coordinate from {@link #lower()} to {@link #upper()}. */
    Object at(double coordinate);

    /** The lower end of the cell of a value; its coordinate where values have no cells. */
    double cellStart(Object value);

    /** The upper end of the cell of a value; its coordinate where values have no cells. */
    double cellEnd(Object value);

    @Override
    default Object draw(RandomGenerator random) {
        return at(lower() + Samplers.uniform(random) * (upper() - lower()));
    }
}
