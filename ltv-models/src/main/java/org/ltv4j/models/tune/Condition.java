package org.ltv4j.models.tune;

import java.util.Map;

/** A parameter is in force only where its parent has this value. */
record Condition(String parent, Object value) {

    boolean holds(Map<String, Object> settings) {
        return value.equals(settings.get(parent));
    }

    @Override
    public String toString() {
        return parent + "=" + value;
    }
}
