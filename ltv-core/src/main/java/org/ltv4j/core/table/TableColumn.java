package org.ltv4j.core.table;

import java.util.ArrayList;
import java.util.List;
import org.ltv4j.core.data.InvalidDataException;

/**
 * A column asked for.
 *
 * @param name its name in the source
 * @param role how its cells are copied: {@link ColumnRole#CUSTOMER} as texts, {@link ColumnRole#DATE} as dates, {@link
 *     ColumnRole#AMOUNT} as numbers
 */
record TableColumn(String name, ColumnRole role) {
    TableColumn {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a column needs a name, got a blank one");
        }
    }

    static TableColumn text(String name) {
        return new TableColumn(name.strip(), ColumnRole.CUSTOMER);
    }

    static TableColumn date(String name) {
        return new TableColumn(name.strip(), ColumnRole.DATE);
    }

    static TableColumn number(String name) {
        return new TableColumn(name.strip(), ColumnRole.AMOUNT);
    }

    /** The place in a header of each column asked for; all wrong names are reported at once, each with the nearest ones. */
    static int[] places(List<TableColumn> columns, List<String> header) {
        List<String> names = header.stream().map(String::strip).toList();
        List<String> wrong = new ArrayList<>();
        int[] places = new int[columns.size()];
        for (int i = 0; i < places.length; i++) {
            String wanted = columns.get(i).name();
            List<Integer> found = ColumnBinding.placesOf(names, wanted);
            if (found.size() == 1) {
                places[i] = found.get(0);
            } else if (found.isEmpty()) {
                List<String> nearest = ColumnBinding.nearest(wanted, names);
                wrong.add(
                        "no column " + wanted + (nearest.isEmpty() ? "" : "; nearest: " + String.join(", ", nearest)));
            } else {
                wrong.add("column " + wanted + " stands " + found.size() + " times in the header: rename all but one");
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidDataException(
                    String.join("; ", wrong.stream().distinct().toList()) + "; found: " + ColumnBinding.shown(names));
        }
        return places;
    }
}
