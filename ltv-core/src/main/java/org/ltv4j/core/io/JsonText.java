package org.ltv4j.core.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON text to a tree of maps, lists, texts, doubles and truths, and back. */
final class JsonText {
    /** Largest document that is read, in bytes: 64 MiB. */
    static final int MAX_SIZE = 64 << 20;

    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER = 100;
    private static final int MAX_NAME = 1_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
            .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, false)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER)
                    .maxNameLength(MAX_NAME)
                    .maxStringLength(MAX_SIZE)
                    .build())
            .build();

    private JsonText() {}

    /** The only value of a document, which must be an object. */
    static Map<String, Object> parse(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ModelFormatException("this is no model document: it does not start with {");
            }
            Map<String, Object> root = object(parser, "$");
            if (parser.nextToken() != null) {
                throw new ModelFormatException(
                        "the document goes on after its end" + at(parser.currentTokenLocation()));
            }
            return root;
        } catch (StreamConstraintsException e) {
            throw new ModelFormatException(
                    "beyond the limits of a model document: " + ModelReader.shortened(e.getOriginalMessage()), e);
        } catch (JsonProcessingException e) {
            throw new ModelFormatException(
                    "no valid JSON" + at(e.getLocation()) + ": " + ModelReader.shortened(e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory does not fail to be read
        }
    }

    private static Map<String, Object> object(JsonParser parser, String path) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String inner = path + "." + ModelReader.shortened(name);
            parser.nextToken();
            if (members.putIfAbsent(whole(name, inner), value(parser, inner)) != null) {
                throw new ModelFormatException(inner + ": stands twice in its object");
            }
        }
        return members;
    }

    private static Object value(JsonParser parser, String path) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT:
                return object(parser, path);
            case START_ARRAY:
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser, path + "[" + list.size() + "]"));
                }
                return list;
            case VALUE_STRING:
                return whole(parser.getText(), path);
            case VALUE_NUMBER_INT:
            case VALUE_NUMBER_FLOAT:
                double number = Double.parseDouble(parser.getText());
                if (!Double.isFinite(number)) {
                    throw new ModelFormatException(path + ": need a finite number, got " + parser.getText());
                }
                return number;
            case VALUE_TRUE:
                return Boolean.TRUE;
            case VALUE_FALSE:
                return Boolean.FALSE;
            default:
                throw new ModelFormatException(path + ": need a value, got " + parser.getText());
        }
    }

    private static String whole(String text, String path) {
        if (halfCharacter(text) >= 0) {
            throw new ModelFormatException(path + ": half a character (surrogate) in a text");
        }
        return text;
    }

    /** The place of the first surrogate that is not one of a pair, or -1: such a text has no UTF-8 form. */
    static int halfCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                return i;
            }
            i++;
        }
        return -1;
    }

    private static String at(@Nullable JsonLocation place) {
        return place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }

    /** What {@link #print} gives, unless it is so large or so deeply nested that it could not be read again. */
    static String printReadable(Map<String, Object> root) {
        if (depth(root) > MAX_DEPTH) {
            throw new IllegalArgumentException("a document nested more than " + MAX_DEPTH
                    + " levels deep could not be loaded again: save what is inside by itself");
        }
        String text = print(root);
        if (text.length() > MAX_SIZE / 3 && text.getBytes(StandardCharsets.UTF_8).length > MAX_SIZE) {
            throw new IllegalArgumentException("a document of more than " + (MAX_SIZE >> 20)
                    + " MiB could not be loaded again: save less in one file, such as fewer members or smaller trees");
        }
        return text;
    }

    private static int depth(Object value) {
        int deepest = 0;
        if (value instanceof Map<?, ?> members) {
            for (Object member : members.values()) {
                deepest = Math.max(deepest, 1 + depth(member));
            }
            return Math.max(1, deepest);
        }
        if (value instanceof List<?> list && !list.isEmpty()) {
            Object first = list.get(0);
            if (!(first instanceof Map) && !(first instanceof List)) {
                return 1; // of numbers or texts, which may be many
            }
            for (Object element : list) {
                deepest = Math.max(deepest, 1 + depth(element));
            }
            return deepest;
        }
        return value instanceof List ? 1 : 0;
    }

    /** Indented by two spaces, arrays on one line, line feeds only, one at the end. */
    static String print(Map<String, Object> root) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            out.setPrettyPrinter(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n")));
            print(root, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory does not fail to be written
        }
        return text.append('\n').toString();
    }

    private static void print(Object value, JsonGenerator out) throws IOException {
        if (value instanceof Map<?, ?> members) {
            out.writeStartObject();
            for (Map.Entry<?, ?> member : members.entrySet()) {
                out.writeFieldName((String) member.getKey());
                print(member.getValue(), out);
            }
            out.writeEndObject();
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            for (Object element : list) {
                print(element, out);
            }
            out.writeEndArray();
        } else if (value instanceof Double number) {
            out.writeNumber(Numbers.text(number));
        } else if (value instanceof Long whole) {
            out.writeNumber(whole);
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else {
            out.writeString((String) value);
        }
    }
}
