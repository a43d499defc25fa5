package org.ltv4j.core.table;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key of an object in a JSON file, or the items of an array, with what tells whether it is the name of a field or a value itself,
 * such as the id of a customer under whom the sales stand.
 */
final class JsonKey {
    /** Objects with more keys than this have names in them only if most objects at that place have the same. */
    private static final int MANY = 40;

    private final @Nullable JsonKey parent;
    private final boolean item;
    private final Map<String, JsonKey> keys = new LinkedHashMap<>();
    private @Nullable JsonKey items;
    private long met;
    private long objects;

    private JsonKey(@Nullable JsonKey parent, boolean item) {
        this.parent = parent;
        this.item = item;
    }

    /** The place of the records. */
    static JsonKey top() {
        return new JsonKey(null, false);
    }

    /** An object stands here. */
    void object() {
        objects++;
    }

    /** The key met in the object here; null if it is new and no more may be kept. */
    @Nullable
    JsonKey key(String name, boolean more) {
        JsonKey key = keys.get(name);
        if (key == null && more) {
            key = new JsonKey(this, false);
            keys.put(name, key);
        }
        if (key != null) {
            key.met++;
        }
        return key;
    }

    /** True when the key was met once. */
    boolean isNew() {
        return met == 1;
    }

    /** The items of the array here. */
    JsonKey items() {
        JsonKey known = items;
        if (known == null) {
            known = new JsonKey(this, true);
            items = known;
        }
        return known;
    }

    /** True where this key or one that leads to it may be a value. */
    boolean mayBeValue() {
        for (JsonKey key = this; key != null; key = key.parent) {
            JsonKey holder = key.parent;
            if (holder != null && !key.item && holder.holdsAsValue(key)) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsAsValue(JsonKey key) {
        boolean usual = objects > 1 && 2 * key.met >= objects;
        if (keys.size() > MANY && !usual) {
            return true;
        }
        Set<String> names = key.names();
        if (names.isEmpty()) {
            return false;
        }
        if (objects > 1 && !usual) {
            return true;
        }
        for (JsonKey other : keys.values()) {
            Set<String> others = other == key ? Set.of() : other.names();
            boolean alike = objects > 1 ? others.equals(names) : others.stream().anyMatch(names::contains);
            if (alike) {
                return true;
            }
        }
        return false;
    }

    /** Names in the objects here, or in the arrays here. */
    private Set<String> names() {
        Set<String> names = new HashSet<>(keys.keySet());
        for (JsonKey inner = items; inner != null; inner = inner.items) {
            names.addAll(inner.keys.keySet());
        }
        return names;
    }
}
