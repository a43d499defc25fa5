package org.ltv4j.core.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.clean.CleaningStep;
import org.ltv4j.core.data.BadValue;

/**
 * Finds rows that stand on more than one of the joined sheets, as where each year's sheet begins with the last days of the
 * year before. They are counted, not dropped: only the user knows whether they are one sale or two.
 */
final class SheetOverlap {
    private long[] earlier = new long[0];
    private long[] current = new long[1024];
    private long[] places = new long[1024];
    private int size;
    private long repeated;
    private final List<BadValue> examples = new ArrayList<>();

    void row(SheetRow row) {
        if (size == current.length) {
            current = Arrays.copyOf(current, size * 2);
            places = Arrays.copyOf(places, size * 2);
        }
        current[size] = row.fingerprint();
        places[size++] = row.place();
    }

    /** Compares the sheet that was read with all before it. */
    void endOfSheet(String name) {
        for (int i = 0; i < size && earlier.length > 0; i++) {
            if (Arrays.binarySearch(earlier, current[i]) >= 0) {
                repeated++;
                if (examples.size() < CleaningStep.MOST_EXAMPLES) {
                    examples.add(
                            new BadValue(places[i], "", "", "of sheet '" + name + "' stands on an earlier sheet too"));
                }
            }
        }
        int before = earlier.length;
        earlier = Arrays.copyOf(earlier, before + size);
        System.arraycopy(current, 0, earlier, before, size);
        Arrays.sort(earlier);
        size = 0;
    }

    /** Counts the rows, if any, for the report. */
    void report(CellTable table) {
        if (repeated > 0) {
            table.where()
                    .step(new CleaningStep(
                            "rows on several sheets",
                            "rows that stand on an earlier sheet too are kept: drop duplicates if they are the same sale",
                            repeated,
                            0,
                            0,
                            0.0,
                            examples));
        }
    }
}
