package org.ltv4j.models.trees;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.testing.Json;

/** Writes JSON as UBJ, in two of the ways in which the format allows it. */
final class Ubj {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final boolean typed;

    private Ubj(boolean typed) {
        this.typed = typed;
    }

    /** As XGBoost does: counts before containers, arrays of numbers with the type of all. */
    static byte[] typed(String json) {
        return of(json, true);
    }

    /** Without counts and types, whole numbers as short as may be, fractions as doubles. */
    static byte[] plain(String json) {
        return of(json, false);
    }

    private static byte[] of(String json, boolean typed) {
        Ubj ubj = new Ubj(typed);
        try {
            ubj.value(Json.parse(json).value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ubj.bytes.toByteArray();
    }

    private void value(@Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> members) {
            out.write('{');
            for (Map.Entry<?, ?> member : members.entrySet()) {
                characters((String) member.getKey());
                value(member.getValue());
            }
            out.write('}');
        } else if (value instanceof List<?> list) {
            array(list);
        } else if (value instanceof String text) {
            out.write('S');
            characters(text);
        } else if (value instanceof Long whole) {
            whole(whole);
        } else if (value instanceof Double number) {
            out.write('D');
            out.writeDouble(number);
        } else {
            out.write(value == null ? 'Z' : Boolean.TRUE.equals(value) ? 'T' : 'F');
        }
    }

    private void array(List<?> list) throws IOException {
        boolean whole = !list.isEmpty() && list.stream().allMatch(Long.class::isInstance);
        boolean numbers = !list.isEmpty() && list.stream().allMatch(Number.class::isInstance);
        out.write('[');
        if (!typed) {
            for (Object element : list) {
                value(element);
            }
            out.write(']');
            return;
        }
        if (numbers) {
            out.write('$');
            out.write(whole ? 'l' : 'd');
        }
        out.write('#');
        whole(list.size());
        for (Object element : list) {
            if (whole) {
                out.writeInt(((Long) element).intValue());
            } else if (numbers) {
                out.writeFloat(((Number) element).floatValue());
            } else {
                value(element);
            }
        }
    }

    private void whole(long value) throws IOException {
        if (typed) {
            out.write('L');
            out.writeLong(value);
        } else if (value >= -128 && value < 128) {
            out.write('i');
            out.writeByte((int) value);
        } else if (value >= 0 && value < 256) {
            out.write('U');
            out.writeByte((int) value);
        } else if (value == (short) value) {
            out.write('I');
            out.writeShort((int) value);
        } else {
            out.write('l');
            out.writeInt((int) value);
        }
    }

    private void characters(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        whole(utf8.length);
        out.write(utf8);
    }
}
