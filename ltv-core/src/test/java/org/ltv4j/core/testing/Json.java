package org.ltv4j.core.testing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value read for a test, walked by name and by place: {@code Json.read(file).get("models").get("bgnbd")}. Asking
 * for something that is not there fails with the path that was asked for, so that a renamed key never turns a test
 * into one that checks nothing.
 */
public final class Json {
    private final String path;
    private final @Nullable Object value;

    private Json(String path, @Nullable Object value) {
        this.path = path;
        this.value = value;
    }

    /** Reads a whole file. */
    public static Json read(Path file) {
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            return document(file.getFileName().toString(), parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a whole text. */
    public static Json parse(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            return document("json", parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The member of an object; fails when it is absent. */
    public Json get(String name) {
        Map<String, Object> members = members();
        if (!members.containsKey(name)) {
            throw new AssertionError(path + " has no member '" + name + "', only " + members.keySet());
        }
        return new Json(path + "." + name, members.get(name));
    }

    /** Whether an object has this member. */
    public boolean has(String name) {
        return members().containsKey(name);
    }

    /** The element of an array; fails when there is none at this place. */
    public Json get(int index) {
        List<Object> list = elements();
        if (index < 0 || index >= list.size()) {
            throw new AssertionError(path + " has " + list.size() + " elements, none at " + index);
        }
        return new Json(path + "[" + index + "]", list.get(index));
    }

    /** The number of elements of an array or members of an object. */
    public int size() {
        return value instanceof Map ? members().size() : elements().size();
    }

    /** The elements of an array, in order. */
    public List<Json> list() {
        List<Json> result = new ArrayList<>();
        for (int i = 0; i < elements().size(); i++) {
            result.add(get(i));
        }
        return result;
    }

    /** The names of an object's members, in the order of the file. */
    public List<String> names() {
        return new ArrayList<>(members().keySet());
    }

    /** A number, also when the file holds it as text (as it does for 50 digits). */
    public double number() {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return Double.parseDouble(text());
    }

    /** A whole number. */
    public int integer() {
        return Math.toIntExact((long) number());
    }

    /** Numbers of an array, in order. */
    public double[] numbers() {
        return list().stream().mapToDouble(Json::number).toArray();
    }

    /** A text. */
    public String text() {
        if (value instanceof String text) {
            return text;
        }
        throw new AssertionError(path + " is not a text: " + value);
    }

    /** True or false. */
    public boolean truth() {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw new AssertionError(path + " is not true or false: " + value);
    }

    /** Whether the value is null. */
    public boolean isNull() {
        return value == null;
    }

    /** The value itself: Map, List, Double or Long, String, Boolean or null. */
    public @Nullable Object value() {
        return value;
    }

    @Override
    public String toString() {
        return path + " = " + value;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> members() {
        if (value instanceof Map) {
            return (Map<String, Object>) value;
        }
        throw new AssertionError(path + " is not an object");
    }

    @SuppressWarnings("unchecked")
    private List<Object> elements() {
        if (value instanceof List) {
            return (List<Object>) value;
        }
        throw new AssertionError(path + " is not an array");
    }

    private static Json document(String name, JsonParser parser) throws IOException {
        parser.enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature());
        parser.nextToken();
        Json json = new Json(name, readValue(parser));
        if (parser.nextToken() != null) {
            throw new AssertionError(name + " goes on after its value");
        }
        return json;
    }

    private static @Nullable Object readValue(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT:
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.put(name, readValue(parser));
                }
                return object;
            case START_ARRAY:
                List<@Nullable Object> array = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(readValue(parser));
                }
                return array;
            case VALUE_NUMBER_INT:
                return parser.getLongValue();
            case VALUE_NUMBER_FLOAT:
                return parser.getDoubleValue();
            case VALUE_STRING:
                return parser.getText();
            case VALUE_TRUE:
                return Boolean.TRUE;
            case VALUE_FALSE:
                return Boolean.FALSE;
            case VALUE_NULL:
                return null;
            default:
                throw new AssertionError("unexpected " + parser.currentToken());
        }
    }
}
