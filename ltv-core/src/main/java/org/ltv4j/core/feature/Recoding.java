package org.ltv4j.core.feature;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Fewer levels of a category. */
final class Recoding {
    private Recoding() {}

    /** Renumbers a column in place by the levels that it has; gives their names, in the order they had. */
    static List<String> toUsedLevels(double[] column, List<String> levels) {
        BitSet used = new BitSet(levels.size());
        for (double code : column) {
            if (!Double.isNaN(code)) {
                used.set((int) code);
            }
        }
        int[] numbers = new int[levels.size()];
        List<String> names = new ArrayList<>();
        used.stream().forEach(level -> {
            numbers[level] = names.size();
            names.add(levels.get(level));
        });
        for (int row = 0; row < column.length; row++) {
            column[row] = Double.isNaN(column[row]) ? column[row] : numbers[(int) column[row]];
        }
        return List.copyOf(names);
    }
}
