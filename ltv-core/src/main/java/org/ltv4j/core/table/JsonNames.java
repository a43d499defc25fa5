package org.ltv4j.core.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Collects the paths of the values of records until all that are asked for were met. Objects whose keys are values
 * themselves, such as a customer's id, must not show these in a message.
 */
final class JsonNames implements JsonRecords.Handler {
    private static final int MOST = 1000;
    private static final int LONGEST = 64;

    private final Set<String> wanted = new HashSet<>();
    private final Set<String> missing = new HashSet<>();
    private final LinkedHashSet<String> names = new LinkedHashSet<>();
    private boolean tooMany;

    JsonNames(Columns columns) {
        for (String name : columns.names().values()) {
            wanted.add(name.toLowerCase(Locale.ROOT));
            missing.add(name);
        }
    }

    @Override
    public boolean record(JsonParser parser, long place) throws IOException {
        value(parser, "");
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

    private void value(JsonParser parser, String path) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
                parser.nextToken();
                value(parser, name);
            }
        } else if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(parser, path + "[]");
            }
        } else if (token != null && !path.isEmpty()) {
            met(path);
        }
    }

    private void met(String name) {
        missing.remove(name);
        if (names.contains(name)) {
            return;
        }
        if (wanted.contains(name.toLowerCase(Locale.ROOT))) {
            names.add(name);
        } else if (names.size() >= MOST) {
            tooMany = true;
        } else if (name.length() <= LONGEST && !name.matches(".*(@|[0-9]{5}).*")) {
            names.add(name);
        }
    }

    /** The paths found; only those asked for where there are so many that names must be values. */
    List<String> found() {
        List<String> found = new ArrayList<>(names);
        if (tooMany) {
            found.removeIf(name -> !wanted.contains(name.toLowerCase(Locale.ROOT)));
        }
        return found;
    }
}
