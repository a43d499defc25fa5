package org.ltv4j.core.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;

/**
 * Where in a record the asked-for values stand: a tree of fields, array items and roles, made from paths such as
 * {@code customer.id} and {@code items[].sku}. Everything else is skipped without being kept.
 */
final class JsonShape {
    private static final String ITEMS = "[]";

    private final Map<String, JsonShape> fields = new HashMap<>();
    private final List<ColumnRole> roles = new ArrayList<>();
    private @Nullable JsonShape items;
    private long lastObject;

    /**
     * The shape of the records of a file.
     *
     * @param record where the values stand in a record
     * @param location names of the fields that lead from the top of the file to the array of records; empty where the file
     *     itself is the array, or has a record a line
     * @param exploding path of the array whose items are rows; empty where records are
     */
    record Plan(JsonShape record, List<String> location, String exploding) {}

    /** The plan for columns whose paths were all found. */
    static Plan plan(Map<ColumnRole, String> paths) {
        String deepest = "";
        for (String path : paths.values()) {
            String arrays = arrays(path);
            deepest = arrays.length() > deepest.length() ? arrays : deepest;
        }
        for (Map.Entry<ColumnRole, String> column : paths.entrySet()) {
            check(column.getKey(), column.getValue(), deepest);
        }
        int first = deepest.indexOf(ITEMS);
        String prefix = first < 0 ? "" : deepest.substring(0, first + ITEMS.length());
        boolean located =
                !prefix.isEmpty() && paths.values().stream().allMatch(path -> path.startsWith(prefix)) && first > 0;
        Map<ColumnRole, String> inside = new EnumMap<>(ColumnRole.class);
        paths.forEach((role, path) -> inside.put(role, located ? rest(path.substring(prefix.length())) : path));
        JsonShape shape = new JsonShape();
        inside.forEach((role, path) -> shape.add(path, role));
        return new Plan(
                shape,
                located ? List.of(prefix.substring(0, first).split("\\.")) : List.of(),
                located ? rest(deepest.substring(prefix.length())) : deepest);
    }

    private static String rest(String path) {
        return path.startsWith(".") ? path.substring(1) : path;
    }

    /** The part of a path up to its last array. */
    private static String arrays(String path) {
        int last = path.lastIndexOf(ITEMS);
        return last < 0 ? "" : path.substring(0, last + ITEMS.length());
    }

    private static void check(ColumnRole role, String path, String deepest) {
        String arrays = arrays(path);
        if (!deepest.startsWith(arrays)) {
            throw new InvalidDataException("the columns lie in different arrays, " + arrays + " and " + deepest
                    + ", whose items do not belong together: ask for the columns of one of them");
        }
        if (CellWriter.numeric(role) && arrays.length() < deepest.length()) {
            throw new InvalidDataException("column " + path + " stands once for all items of " + deepest
                    + ", so that it would count once for each of them: ask for the " + role
                    + " of an item, or for no column"
                    + " of " + deepest);
        }
    }

    /** Adds a path that ends here, or goes on below. */
    private void add(String path, ColumnRole role) {
        if (path.isEmpty()) {
            roles.add(role);
        } else if (path.startsWith(ITEMS)) {
            if (items == null) {
                items = new JsonShape();
            }
            items.add(rest(path.substring(ITEMS.length())), role);
        } else {
            int dot = path.indexOf('.');
            int array = path.indexOf(ITEMS);
            int end = dot < 0 ? array : array < 0 ? dot : Math.min(dot, array);
            String name = end < 0 ? path : path.substring(0, end);
            fields.computeIfAbsent(name, n -> new JsonShape()).add(end < 0 ? "" : rest(path.substring(end)), role);
            if (dot >= 0 && array < 0) {
                fields.computeIfAbsent(path, n -> new JsonShape()).roles.add(role); // a name that has a dot itself
            }
        }
    }

    /** The shape of a field, or null if nothing of it is asked for. */
    @Nullable
    JsonShape field(String name) {
        return fields.get(name);
    }

    /** The shape of the items of an array, or null if none is asked for. */
    @Nullable
    JsonShape items() {
        return items;
    }

    /** What the value here is. */
    List<ColumnRole> roles() {
        return roles;
    }

    boolean hasFields() {
        return !fields.isEmpty();
    }

    /** False if this field was met before in the object with this number. */
    boolean firstIn(long object) {
        boolean first = lastObject != object;
        lastObject = object;
        return first;
    }
}
