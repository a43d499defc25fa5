package org.ltv4j.core.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the paths of the values of records until all that are asked for were met. Objects whose keys are values
 * themselves, such as a customer's id, must not show these in a message: {@link JsonKey} tells.
 */
final class JsonNames implements JsonRecords.Handler {
    private static final int MOST_KEYS = 10_000;
    private static final int MOST_SHOWN = 20;
    private static final int LONGEST = 64;

    private final Set<String> wanted = new HashSet<>();
    private final Set<String> missing = new HashSet<>();
    private final Map<String, @Nullable JsonKey> names = new LinkedHashMap<>(); // null where asked for
    private final JsonKey top = JsonKey.top();
    private int keys;
    private boolean tooMany;

    JsonNames(Columns columns) {
        for (String name : columns.names().values()) {
            wanted.add(name.toLowerCase(Locale.ROOT));
            missing.add(name);
        }
    }

    @Override
    public boolean record(JsonParser parser, long place) throws IOException {
        value(parser, "", top);
        return !missing.isEmpty();
    }

    @Override
    public void whole() {
        // names of a record that breaks off are names too
    }

    @Override
    public boolean broken(long place, String problem) {
        return true;
    }

    private void value(JsonParser parser, String path, @Nullable JsonKey here) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            if (here != null) {
                here.object();
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonKey key = here == null ? null : key(here, name);
                parser.nextToken();
                value(parser, path.isEmpty() ? name : path + "." + name, key);
            }
        } else if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(parser, path + "[]", here == null ? null : here.items());
            }
        } else if (token != null && !path.isEmpty()) {
            met(path, here);
        }
    }

    private @Nullable JsonKey key(JsonKey here, String name) {
        JsonKey key = here.key(name, keys < MOST_KEYS);
        keys += key != null && key.isNew() ? 1 : 0;
        tooMany |= key == null;
        return key;
    }

    private void met(String name, @Nullable JsonKey key) {
        missing.remove(name);
        if (names.containsKey(name)) {
            return;
        }
        if (isWanted(name)) {
            names.put(name, null);
        } else if (key != null) {
            names.put(name, key);
        }
    }

    private boolean isWanted(String name) {
        return wanted.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The paths found that are asked for, and some of the others that are names and no values. */
    List<String> found() {
        List<String> found = new ArrayList<>();
        int others = 0;
        for (Map.Entry<String, @Nullable JsonKey> name : names.entrySet()) {
            JsonKey key = name.getValue();
            if (key == null) {
                found.add(name.getKey());
            } else if (others < MOST_SHOWN && isName(name.getKey(), key)) {
                found.add(name.getKey());
                others++;
            }
        }
        return found;
    }

    private boolean isName(String name, JsonKey key) {
        return !tooMany && name.length() <= LONGEST && !name.matches(".*(@|[0-9]{5}).*") && !key.mayBeValue();
    }

    /** True where there is any value. */
    boolean any() {
        return !names.isEmpty();
    }

    /** What to add to a message that shows {@link #found()}; empty where these are all. */
    String hidden() {
        int hidden = names.size() - found().size();
        if (hidden == 0 && !tooMany) {
            return "";
        }
        return "; " + (tooMany ? "more than " : "") + hidden + " further "
                + (hidden == 1 && !tooMany ? "path is" : "paths are")
                + " not shown, since keys may be ids: is the file keyed by customer? Then write it as an array of objects";
    }
}
