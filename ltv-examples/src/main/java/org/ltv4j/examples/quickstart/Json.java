package org.ltv4j.examples.quickstart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Maps, lists, texts, numbers and truths as indented JSON with one order of keys: the same values, the same bytes. */
final class Json {
    private static final int DIGITS = 15;
    private static final int MOST_DIGITS = 17;

    private final StringBuilder out = new StringBuilder(8192);

    private Json() {}

    static String print(Map<String, ?> root) {
        Json json = new Json();
        json.value(root, 0);
        return json.out.append('\n').toString();
    }

    /** The shortest decimal of at least 15 digits, less trailing zeros, that reads back to the number; the same on every JDK. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number for " + value);
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal rounded = exact.round(new MathContext(DIGITS));
        for (int digits = DIGITS + 1; digits <= MOST_DIGITS && rounded.doubleValue() != value; digits++) {
            rounded = exact.round(new MathContext(digits));
        }
        if (rounded.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = rounded.stripTrailingZeros();
        int magnitude = stripped.precision() - stripped.scale();
        return magnitude > DIGITS || magnitude < -5 ? stripped.toString() : stripped.toPlainString();
    }

    private void value(@Nullable Object value, int depth) {
        if (value instanceof Optional<?> optional) {
            value(optional.isPresent() ? optional.get() : null, depth);
        } else if (value instanceof OptionalDouble optional) {
            value(optional.isPresent() ? optional.getAsDouble() : null, depth);
        } else if (value instanceof Map<?, ?> map) {
            members(map, depth);
        } else if (value instanceof List<?> list) {
            elements(list, depth);
        } else if (value instanceof Double number) {
            out.append(number(number));
        } else if (value == null || value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            out.append(value);
        } else {
            text(value.toString());
        }
    }

    private void members(Map<?, ?> map, int depth) {
        String separator = "{";
        for (Map.Entry<?, ?> member : map.entrySet()) {
            out.append(separator);
            line(depth + 1);
            text(String.valueOf(member.getKey()));
            out.append(": ");
            value(member.getValue(), depth + 1);
            separator = ",";
        }
        if (map.isEmpty()) {
            out.append('{');
        } else {
            line(depth);
        }
        out.append('}');
    }

    private void elements(List<?> list, int depth) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            line(depth + 1);
            value(list.get(i), depth + 1);
        }
        if (!list.isEmpty()) {
            line(depth);
        }
        out.append(']');
    }

    private void line(int depth) {
        out.append('\n').append("  ".repeat(depth));
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> {
                    // half of a surrogate pair has no UTF-8 form, so it is written as an escape as well
                    if (c < 0x20 || c == 0x7F || Character.isSurrogate(c)) {
                        out.append("\\u").append(hex(c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static String hex(char c) {
        String digits = Integer.toHexString(c);
        return "0".repeat(4 - digits.length()) + digits;
    }
}
