package org.ltv4j.models.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ltv4j.core.model.Parallelism;

/** Scores rows by every way there is, whatever would be chosen. */
final class Forcing {
    private Forcing() {}

    /** By way, the margins of all rows, row by row. */
    static Map<String, float[]> all(TreeEnsemble model, List<float[]> rows) {
        Forest forest = model.forest();
        int outputs = forest.outputs;
        int count = rows.size();
        Map<String, float[]> ways = new LinkedHashMap<>();
        float[] walk = new float[count * outputs];
        for (int i = 0; i < count; i++) {
            Walk.margins(forest, rows.get(i), walk, i * outputs);
        }
        ways.put("walk", walk);
        RowKernel row = RowKernel.of(forest);
        if (row != null) {
            float[] several = new float[count * outputs];
            float[] single = new float[count];
            int[] scratch = new int[row.scratch()];
            for (int i = 0; i < count; i++) {
                row.margins(rows.get(i), scratch, several, i * outputs);
                single[i] = outputs == 1 && !forest.vectorLeaves() ? row.margin(rows.get(i), scratch) : 0;
            }
            ways.put("row kernel", several);
            if (outputs == 1 && !forest.vectorLeaves()) {
                ways.put("row kernel, one output", single);
            }
        }
        BlockKernel block = new BlockKernel(forest);
        float[] blocks = new float[count * outputs];
        block.margins(new RowSource.ByRow(flat(rows, forest.features), forest.features), 0, count, blocks);
        ways.put("block kernel by row", blocks);
        for (int threads : new int[] {1, 3}) {
            float[] chosen = new float[count * outputs];
            model.marginsOfRows(flat(rows, forest.features), count, chosen, Parallelism.of(threads));
            ways.put("rows on " + threads, chosen);
            float[] ofColumns = new float[count * outputs];
            model.marginsOfColumns(columns(rows, forest.features), count, ofColumns, Parallelism.of(threads));
            ways.put("columns on " + threads, ofColumns);
            float[] ofDoubles = new float[count * outputs];
            model.marginsOfColumns(doubles(rows, forest.features), count, ofDoubles, Parallelism.of(threads));
            ways.put("double columns on " + threads, ofDoubles);
        }
        float[] one = new float[outputs];
        float[] oneByOne = new float[count * outputs];
        for (int i = 0; i < count; i++) {
            model.margin(rows.get(i), one);
            System.arraycopy(one, 0, oneByOne, i * outputs, outputs);
        }
        ways.put("one by one", oneByOne);
        return ways;
    }

    static float[] flat(List<float[]> rows, int features) {
        float[] flat = new float[rows.size() * features];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, flat, i * features, features);
        }
        return flat;
    }

    static float[][] columns(List<float[]> rows, int features) {
        float[][] columns = new float[features][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int f = 0; f < features; f++) {
                columns[f][i] = rows.get(i)[f];
            }
        }
        return columns;
    }

    static double[][] doubles(List<float[]> rows, int features) {
        List<double[]> all = new ArrayList<>();
        for (float[] column : columns(rows, features)) {
            double[] copy = new double[column.length];
            Arrays.setAll(copy, i -> column[i]);
            all.add(copy);
        }
        return all.toArray(double[][]::new);
    }
}
