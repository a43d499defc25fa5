package org.ltv4j.core.feature.transform;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * How one column is computed from the columns of the input. A row and a whole matrix are computed by the same operators, so
 * that both agree to the bit. Categories are places in the levels of their column, -1 for a level that was not seen in
 * training, NaN where missing.
 */
abstract sealed class Node {
    /** Operators that are run for one value; bounded so that no pipeline, however odd its file, runs for ever. */
    private final long cost;

    private Node(long cost) {
        this.cost = cost;
    }

    final long cost() {
        return cost;
    }

    /** The value for one row of the input. */
    abstract double at(double[] row);

    /** The largest double in place of infinity, which no feature may be, and 0 in place of -0. */
    static double finite(double value) {
        return Double.isInfinite(value) ? Math.copySign(Double.MAX_VALUE, value) : value + 0.0;
    }

    /** A column of the input. */
    static final class Input extends Node {
        private final int place;
        private final String name;

        Input(int place, String name) {
            super(1);
            this.place = place;
            this.name = name;
        }

        String name() {
            return name;
        }

        @Override
        double at(double[] row) {
            return row[place];
        }
    }

    /** Computed from one other column. */
    static final class Unary extends Node {
        private final Node input;
        private final DoubleUnaryOperator operator;

        Unary(Node input, DoubleUnaryOperator operator) {
            super(input.cost() + 1);
            this.input = input;
            this.operator = operator;
        }

        Node input() {
            return input;
        }

        double apply(double value) {
            return finite(operator.applyAsDouble(value));
        }

        @Override
        double at(double[] row) {
            return apply(input.at(row));
        }
    }

    /** Computed from two other columns. */
    static final class Binary extends Node {
        private final Node first;
        private final Node second;
        private final DoubleBinaryOperator operator;

        Binary(Node first, Node second, DoubleBinaryOperator operator) {
            super(first.cost() + second.cost() + 1);
            this.first = first;
            this.second = second;
            this.operator = operator;
        }

        Node first() {
            return first;
        }

        Node second() {
            return second;
        }

        double apply(double a, double b) {
            return finite(operator.applyAsDouble(a, b));
        }

        @Override
        double at(double[] row) {
            return apply(first.at(row), second.at(row));
        }
    }
}
