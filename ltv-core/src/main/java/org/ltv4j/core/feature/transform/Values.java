package org.ltv4j.core.feature.transform;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.internal.math.Blocks;

/**
 * The columns of a matrix after some steps. Values that are needed again are kept, all others are overwritten by those that
 * are computed from them.
 */
final class Values {
    private final FeatureMatrix matrix;
    private final Set<Node> shared = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Node, double[]> kept = new IdentityHashMap<>();

    Values(FeatureMatrix matrix) {
        this.matrix = matrix;
    }

    /** The values of a column; not to be changed. */
    double[] of(Node node) {
        double[] known = kept.get(node);
        if (known != null) {
            return known;
        }
        Blocks.failIfInterrupted();
        double[] values = compute(node);
        if (shared.contains(node)) {
            kept.put(node, values);
        }
        return values;
    }

    /** Computes these columns, keeps them, and forgets all others. */
    void keep(List<Column> columns) {
        columns.forEach(column -> shared.add(column.node()));
        columns.forEach(column -> of(column.node()));
        Set<Node> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        columns.forEach(column -> wanted.add(column.node()));
        shared.retainAll(wanted);
        kept.keySet().retainAll(wanted);
    }

    /** Gives a column other values than those that its node computes: those that are out of fold. */
    void override(Node node, double[] values) {
        shared.add(node);
        kept.put(node, values);
    }

    /** Keeps what several of these columns are computed from. */
    void share(Collection<Column> outputs) {
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        outputs.forEach(column -> visit(column.node(), seen));
    }

    private void visit(Node node, Set<Node> seen) {
        if (!seen.add(node)) {
            shared.add(node);
        } else if (node instanceof Node.Unary unary) {
            visit(unary.input(), seen);
        } else if (node instanceof Node.Binary binary) {
            visit(binary.first(), seen);
            visit(binary.second(), seen);
        }
    }

    private double[] compute(Node node) {
        if (node instanceof Node.Unary unary) {
            double[] from = of(unary.input());
            double[] to = kept.containsKey(unary.input()) ? new double[from.length] : from;
            for (int i = 0; i < to.length; i++) {
                to[i] = unary.apply(from[i]);
            }
            return to;
        }
        if (node instanceof Node.Binary binary) {
            double[] a = of(binary.first());
            double[] b = of(binary.second());
            double[] to = kept.containsKey(binary.first()) ? new double[a.length] : a;
            for (int i = 0; i < to.length; i++) {
                to[i] = binary.apply(a[i], b[i]);
            }
            return to;
        }
        return matrix.column(((Node.Input) node).name());
    }
}
