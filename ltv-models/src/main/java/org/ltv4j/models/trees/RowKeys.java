package org.ltv4j.models.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the packed nodes ask of a row, as ints that are compared without a branch. Each feature that is asked gets up to two
 * keys, as missing values go to the right or to the left: there its key is above or below all thresholds.
 *
 * <p>A set of categories becomes a key of its own, which is {@link #LEFT} or {@link #RIGHT}. The keys of all sets of a feature
 * stand side by side in a table with a line per category, so that they are copied into a row at once.
 */
final class RowKeys {
    /** Key of a set for a value outside it: below {@link #SET_THRESHOLD}. */
    static final int LEFT = -1;
    /** Key of a set for a value in it. */
    static final int RIGHT = 0;
    /** What nodes compare the key of a set with. */
    static final int SET_THRESHOLD = 0;

    /** Numbers that all tables of categories may have together: 16 MB. */
    static final long TABLE_LIMIT = 1 << 22;

    /** Features whose missing values go to the right; their keys come first. */
    private final int[] missingRight;
    /** Features whose missing values go to the left. */
    private final int[] missingLeft;

    private final SetTable[] tables;
    private final int size;
    /** Key of each inner node. */
    private final int[] keyOf;

    /** The keys of all sets of one feature: a line for a missing value, one for any other, then the categories from 0 on. */
    private record SetTable(int feature, int at, int width, int[] lines) {
        static SetTable of(int feature, int at, List<CategorySets.Member> sets, int codes) {
            int width = sets.size();
            int[] lines = new int[(2 + codes) * width];
            Arrays.fill(lines, LEFT);
            for (int i = 0; i < width; i++) {
                CategorySets.Member set = sets.get(i);
                lines[i] = set.missingLeft ? LEFT : RIGHT;
                for (int code : set.codes) {
                    lines[(2 + code) * width + i] = RIGHT;
                }
            }
            return new SetTable(feature, at, width, lines);
        }

        void fill(float value, int[] keys) {
            int line = 1;
            if (Float.isNaN(value)) {
                line = 0;
            } else if (value >= 0 && value < lines.length / width - 2) {
                line = 2 + (int) value;
            }
            System.arraycopy(lines, line * width, keys, at, width);
        }
    }

    private RowKeys(int[] missingRight, int[] missingLeft, List<SetTable> tables, int size, int[] keyOf) {
        this.missingRight = missingRight;
        this.missingLeft = missingLeft;
        this.tables = tables.toArray(SetTable[]::new);
        this.size = size;
        this.keyOf = keyOf;
    }

    /** The keys of a forest, or null if its tables of categories would be too large. */
    static @Nullable RowKeys of(Forest forest) {
        CategorySets sets = forest.categorySets();
        int[] missingRight = asked(forest, false);
        int[] missingLeft = asked(forest, true);
        int at = missingRight.length + missingLeft.length;
        List<SetTable> tables = new ArrayList<>();
        Map<Integer, Integer> starts = new HashMap<>();
        long room = TABLE_LIMIT;
        for (Map.Entry<Integer, List<CategorySets.Member>> of : sets.ofFeature.entrySet()) {
            int width = of.getValue().size();
            int codes = of.getValue().stream()
                    .mapToInt(CategorySets.Member::end)
                    .max()
                    .orElse(0);
            room -= (2L + codes) * width;
            if (room < 0) {
                return null;
            }
            tables.add(SetTable.of(of.getKey(), at, of.getValue(), codes));
            starts.put(of.getKey(), at);
            at += width;
        }
        int[] keyOf = new int[forest.nodes()];
        for (int node = 0; node < keyOf.length; node++) {
            int feature = forest.feature[node];
            if (forest.left[node] >= 0) {
                keyOf[node] = forest.categorical(node)
                        ? starts.getOrDefault(feature, 0) + sets.placeOf(node)
                        : forest.defaultLeft[node]
                                ? missingRight.length + Arrays.binarySearch(missingLeft, feature)
                                : Arrays.binarySearch(missingRight, feature);
            }
        }
        return new RowKeys(missingRight, missingLeft, tables, at, keyOf);
    }

    /** The features, rising, that numerical splits ask for. */
    private static int[] asked(Forest forest, boolean missingLeft) {
        boolean[] asked = new boolean[forest.features];
        int count = 0;
        for (int node = 0; node < forest.nodes(); node++) {
            int feature = forest.feature[node];
            if (forest.left[node] >= 0
                    && forest.defaultLeft[node] == missingLeft
                    && !forest.categorical(node)
                    && !asked[feature]) {
                asked[feature] = true;
                count++;
            }
        }
        int[] features = new int[count];
        for (int f = 0, i = 0; i < count; f++) {
            if (asked[f]) {
                features[i++] = f;
            }
        }
        return features;
    }

    /** How many keys a row has. */
    int size() {
        return size;
    }

    /** What an inner node holds: its threshold in the upper half, its key in the lower. */
    long packed(Forest forest, int node) {
        int threshold = forest.categorical(node) ? SET_THRESHOLD : FloatOrder.key(forest.threshold[node]);
        return (long) threshold << Integer.SIZE | keyOf[node];
    }

    /** The keys of a row, into the first {@link #size()} places. */
    void fill(float[] row, int[] keys) {
        for (int i = 0; i < missingRight.length; i++) {
            keys[i] = FloatOrder.key(row[missingRight[i]]);
        }
        int at = missingRight.length;
        for (int i = 0; i < missingLeft.length; i++) {
            int key = FloatOrder.key(row[missingLeft[i]]);
            keys[at + i] = key == FloatOrder.MISSING ? Integer.MIN_VALUE : key;
        }
        for (SetTable table : tables) {
            table.fill(row[table.feature], keys);
        }
    }
}
