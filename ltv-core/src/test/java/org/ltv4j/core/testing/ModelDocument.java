package org.ltv4j.core.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The document of a saved model, to be tampered with: values are changed and the checksum is made right again, so that what
 * lies behind the checksum is tested too. It computes the checksum from its description, not with the library's code.
 */
public final class ModelDocument {
    private final Map<String, @Nullable Object> root;

    private ModelDocument(Map<String, @Nullable Object> root) {
        this.root = root;
    }

    /** Reads a document. */
    @SuppressWarnings("unchecked")
    public static ModelDocument parse(String json) {
        Object value = Json.parse(json).value();
        if (value instanceof Map) {
            return new ModelDocument((Map<String, @Nullable Object>) value);
        }
        throw new AssertionError("no object: " + json);
    }

    /** The places of all values, as lists of names and numbers, the checksum left out. */
    public List<List<Object>> places() {
        List<List<Object>> places = new ArrayList<>();
        collect(root, List.of(), places);
        places.removeIf(place -> place.equals(List.of("sha256")));
        return places;
    }

    private static void collect(@Nullable Object value, List<Object> place, List<List<Object>> places) {
        if (!place.isEmpty()) {
            places.add(place);
        }
        if (value instanceof Map<?, ?> members) {
            members.forEach((name, member) -> collect(member, longer(place, String.valueOf(name)), places));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), longer(place, i), places);
            }
        }
    }

    private static List<Object> longer(List<Object> place, Object step) {
        List<Object> longer = new ArrayList<>(place);
        longer.add(step);
        return longer;
    }

    /** The value at a place. */
    public @Nullable Object get(List<Object> place) {
        Object value = root;
        for (Object step : place) {
            value = value instanceof Map<?, ?> members ? members.get(step) : ((List<?>) value).get((Integer) step);
        }
        return value;
    }

    /** The document with another value at a place, sealed again. */
    public String with(List<Object> place, @Nullable Object value) {
        return sealed(changed(root, place, value, false));
    }

    /** The document without the value at a place, sealed again. */
    public String without(List<Object> place) {
        return sealed(changed(root, place, null, true));
    }

    private static @Nullable Object changed(
            @Nullable Object old, List<Object> place, @Nullable Object value, boolean remove) {
        if (place.isEmpty()) {
            return value;
        }
        List<Object> rest = place.subList(1, place.size());
        if (old instanceof Map<?, ?> members) {
            String name = (String) place.get(0);
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            members.forEach((key, member) -> copy.put((String) key, member));
            if (remove && rest.isEmpty()) {
                copy.remove(name);
            } else {
                copy.put(name, changed(copy.get(name), rest, value, remove));
            }
            return copy;
        }
        List<@Nullable Object> copy = new ArrayList<>((List<?>) old);
        int i = (Integer) place.get(0);
        if (remove && rest.isEmpty()) {
            copy.remove(i);
        } else {
            copy.set(i, changed(copy.get(i), rest, value, remove));
        }
        return copy;
    }

    private static String sealed(@Nullable Object root) {
        Map<String, @Nullable Object> sealed = new LinkedHashMap<>();
        ((Map<?, ?>) root).forEach((name, value) -> sealed.put((String) name, value));
        sealed.remove("sha256");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest(sealed, digest);
            sealed.put("sha256", HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
        StringBuilder json = new StringBuilder();
        print(sealed, json);
        return json.toString();
    }

    private static void digest(@Nullable Object value, MessageDigest digest) {
        if (value instanceof Map<?, ?> members) {
            digest.update(head('{', members.size()));
            for (Map.Entry<?, ?> member : new TreeMap<>(members).entrySet()) {
                digest(member.getKey(), digest);
                digest(member.getValue(), digest);
            }
        } else if (value instanceof List<?> list) {
            digest.update(head('[', list.size()));
            list.forEach(element -> digest(element, digest));
        } else if (value instanceof Number number) {
            digest.update(head('n', Double.doubleToLongBits(number.doubleValue())));
        } else if (value instanceof Boolean truth) {
            digest.update(head('b', truth ? 1 : 0));
        } else {
            byte[] text = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
            digest.update(head('"', text.length));
            digest.update(text);
        }
    }

    private static ByteBuffer head(char type, long number) {
        return ByteBuffer.allocate(9).put((byte) type).putLong(number).flip();
    }

    private static void print(@Nullable Object value, StringBuilder json) {
        if (value instanceof Map<?, ?> members) {
            String separator = "{";
            for (Map.Entry<?, ?> member : members.entrySet()) {
                json.append(separator);
                print(member.getKey(), json);
                json.append(':');
                print(member.getValue(), json);
                separator = ",";
            }
            json.append(members.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object element : list) {
                json.append(separator);
                print(element, json);
                separator = ",";
            }
            json.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof String text) {
            json.append('"');
            for (char c : text.toCharArray()) {
                if (c == '"' || c == '\\') {
                    json.append('\\').append(c);
                } else if (c < ' ') {
                    json.append(String.format("\\u%04x", (int) c));
                } else {
                    json.append(c);
                }
            }
            json.append('"');
        } else {
            json.append(value);
        }
    }
}
