package org.ltv4j.core.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The asked-for values of one record, or of one item of an array in it, until its rows are known. */
final class JsonItem {
    private static final int ROLES = ColumnRole.values().length;

    private final @Nullable JsonItem parent;
    private final @Nullable Object[] values = new Object[ROLES];
    private final List<JsonItem> items = new ArrayList<>(0);
    private CellRows.@Nullable Flaw flaw;

    JsonItem(@Nullable JsonItem parent) {
        this.parent = parent;
    }

    /**
     * A number as it is written.
     *
     * @param digits its text
     * @param whole true when it has neither fraction nor exponent
     */
    record Written(String digits, boolean whole) {}

    JsonItem item() {
        JsonItem item = new JsonItem(this);
        items.add(item);
        return item;
    }

    void value(ColumnRole role, Object value) {
        values[role.ordinal()] = value;
    }

    void flaw(@Nullable ColumnRole role, String problem) {
        if (flaw == null) {
            flaw = new CellRows.Flaw(Reason.BROKEN_RECORD, role, "", problem);
        }
    }

    /** The items that are rows: those of the arrays in it, else it itself. */
    List<JsonItem> rows() {
        if (items.isEmpty()) {
            return List.of(this);
        }
        List<JsonItem> rows = new ArrayList<>();
        for (JsonItem item : items) {
            rows.addAll(item.rows());
        }
        return rows;
    }

    /** The value of a role here or in what it is part of. */
    @Nullable
    Object value(ColumnRole role) {
        for (JsonItem item = this; item != null; item = item.parent) {
            Object value = item.values[role.ordinal()];
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** What is wrong here or with what it is part of, or null. */
    CellRows.@Nullable Flaw flaw() {
        for (JsonItem item = this; item != null; item = item.parent) {
            if (item.flaw != null) {
                return item.flaw;
            }
        }
        return null;
    }
}
