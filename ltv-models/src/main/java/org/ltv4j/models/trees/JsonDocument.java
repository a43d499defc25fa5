package org.ltv4j.models.trees;

import java.nio.charset.StandardCharsets;

/**
 * JSON as RFC 8259 has it, and the words NaN, Infinity and -Infinity, which XGBoost writes. Floats are parsed as floats: by
 * way of double some would be rounded twice.
 */
final class JsonDocument extends Document {
    /** Texts of up to 1 MiB are read to be left out. */
    private static final int SHORT = 1 << 20;

    private final QuickNumber quick;

    JsonDocument(byte[] bytes, int from) {
        super(bytes);
        quick = new QuickNumber(bytes);
        at = from;
    }

    @Override
    Kind kind() {
        return switch (peek()) {
            case '{' -> Kind.OBJECT;
            case '[' -> Kind.ARRAY;
            case '"' -> Kind.TEXT;
            case 't', 'f' -> Kind.FLAG;
            case 'n' -> Kind.NULL;
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'N', 'I' -> Kind.NUMBER;
            default -> throw unexpected("a value");
        };
    }

    @Override
    void members(Members members) {
        at++;
        if (peek() == '}') {
            at++;
            return;
        }
        do {
            if (peek() != '"') {
                throw unexpected("a name in quotes");
            }
            String name = text();
            take(':');
            members.read(name);
        } while (more('}'));
    }

    @Override
    void elements(Elements elements) {
        at++;
        if (peek() == ']') {
            at++;
            return;
        }
        int index = 0;
        do {
            elements.read(index++);
        } while (more(']'));
    }

    @Override
    int[] ints(int most) {
        need(Kind.ARRAY, "an array of whole numbers");
        Growing.Ints list = new Growing.Ints(this, count(), most);
        elements(index -> list.add(toInt(whole())));
        return list.toArray();
    }

    /** How many values an array of numbers has, by its commas. */
    private int count() {
        int count = 1;
        for (int i = at; i < bytes.length && bytes[i] != ']'; i++) {
            if (bytes[i] == ',') {
                count++;
            }
        }
        return count;
    }

    @Override
    float[] floats(int most) {
        need(Kind.ARRAY, "an array of numbers");
        Growing.Floats list = new Growing.Floats(this, count(), most);
        elements(index -> list.add(real()));
        return list.toArray();
    }

    @Override
    String text() {
        need(Kind.TEXT, "a text");
        int from = ++at;
        while (at < bytes.length && bytes[at] != '"') {
            if (bytes[at] == '\\') {
                return escaped(from);
            }
            if (bytes[at] >= 0 && bytes[at] < ' ') {
                throw error("a control character within a text");
            }
            at++;
        }
        if (at == bytes.length) {
            throw cutShort();
        }
        String text = utf8(from, at - from);
        at++;
        return text;
    }

    /** The rest of a text that has at least one escape; the cursor is on it. */
    private String escaped(int from) {
        StringBuilder text = new StringBuilder();
        int start = from;
        while (at < bytes.length && bytes[at] != '"') {
            if (bytes[at] == '\\') {
                text.append(utf8(start, at - start));
                text.append(escape());
                checkLength(at - from);
                start = at;
            } else if (bytes[at] >= 0 && bytes[at] < ' ') {
                throw error("a control character within a text");
            } else {
                at++;
            }
        }
        if (at >= bytes.length) {
            throw cutShort();
        }
        text.append(utf8(start, at - start));
        at++;
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw error("half a character (surrogate) in a text");
        }
        return text.toString();
    }

    private void checkLength(int length) {
        if (length > Limits.TEXT) {
            throw error("a text of more than " + (Limits.TEXT >> 20) + " MiB");
        }
    }

    /** Checks a text without keeping it; a long one piece by piece between its escapes. */
    private void skipText() {
        int start = at + 1;
        int end = start;
        while (end < bytes.length && bytes[end] != '"') {
            end += bytes[end] == '\\' ? 2 : 1;
        }
        if (end >= bytes.length || end - start <= SHORT) {
            text();
            return;
        }
        checkUtf8(start, end - start);
        for (at = start; at < end; ) {
            if (bytes[at] == '\\') {
                escape();
            } else if (bytes[at] >= 0 && bytes[at] < ' ') {
                throw error("a control character within a text");
            } else {
                at++;
            }
        }
        at = end + 1;
    }

    private char escape() {
        if (at + 1 >= bytes.length) {
            throw cutShort();
        }
        at += 2;
        return switch (bytes[at - 1]) {
            case '"', '\\', '/' -> (char) bytes[at - 1];
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw error("no such escape in a text");
        };
    }

    private char unicode() {
        if (at + 4 > bytes.length) {
            throw cutShort();
        }
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(bytes[at++], 16);
            if (digit < 0) {
                throw error("need four hexadecimal digits after \\u");
            }
            value = value << 4 | digit;
        }
        return (char) value;
    }

    @Override
    long whole() {
        if (kind() == Kind.FLAG) {
            return flag() ? 1 : 0;
        }
        long simple = quick.whole(at);
        if (simple != QuickNumber.NOT_SIMPLE) {
            at = quick.end();
            return simple;
        }
        String number = number();
        if (number.length() <= 19 && number.indexOf('.') < 0 && number.indexOf('E') < 0 && number.indexOf('e') < 0) {
            try {
                return Long.parseLong(number);
            } catch (NumberFormatException e) {
                throw error("need a whole number, got " + shortened(number), e);
            }
        }
        return whole(Double.parseDouble(number));
    }

    @Override
    float real() {
        need(Kind.NUMBER, "a number");
        float simple = quick.real(at);
        if (!Float.isNaN(simple)) {
            at = quick.end();
            return simple;
        }
        String number = number();
        float value = Float.parseFloat(number);
        if (Float.isInfinite(value) && !number.endsWith("y")) {
            throw error("need a number that float can hold, got " + shortened(number));
        }
        return value;
    }

    private String number() {
        need(Kind.NUMBER, "a number");
        int from = at;
        if (bytes[at] == '-') {
            at++;
        }
        if (peekRaw() == 'N' || peekRaw() == 'I') {
            word(peekRaw() == 'N' ? "NaN" : "Infinity");
        } else {
            digits(peekRaw() == '0' ? 1 : Limits.DIGITS);
            if (peekRaw() == '.') {
                at++;
                digits(Limits.DIGITS);
            }
            if (peekRaw() == 'e' || peekRaw() == 'E') {
                at++;
                if (peekRaw() == '+' || peekRaw() == '-') {
                    at++;
                }
                digits(Limits.DIGITS);
            }
        }
        return new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
    }

    private void digits(int most) {
        int from = at;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
            if (at - from > most) {
                throw error(most == 1 ? "a number starts with 0" : "a number of more than " + most + " digits");
            }
        }
        if (at == from) {
            throw at == bytes.length ? cutShort() : error("need a digit");
        }
    }

    private boolean flag() {
        boolean value = bytes[at] == 't';
        word(value ? "true" : "false");
        return value;
    }

    @Override
    void skipScalar() {
        switch (kind()) {
            case TEXT -> skipText();
            case FLAG -> flag();
            case NULL -> word("null");
            default -> number();
        }
    }

    private void word(String word) {
        for (int i = 0; i < word.length(); i++, at++) {
            if (at == bytes.length) {
                throw cutShort();
            }
            if (bytes[at] != word.charAt(i)) {
                throw error("need " + word);
            }
        }
    }

    @Override
    void end() {
        skipBlanks();
        if (at < bytes.length) {
            throw error("the document goes on after its end");
        }
    }

    private boolean more(char close) {
        byte next = peek();
        if (next != ',' && next != close) {
            throw unexpected("a comma or " + close);
        }
        at++;
        return next == ',';
    }

    private void take(char need) {
        if (peek() != need) {
            throw unexpected(String.valueOf(need));
        }
        at++;
    }

    /** The next byte that is no blank. */
    private byte peek() {
        skipBlanks();
        if (at == bytes.length) {
            throw cutShort();
        }
        return bytes[at];
    }

    /** The next byte, 0 at the end. */
    private byte peekRaw() {
        return at < bytes.length ? bytes[at] : 0;
    }

    private void skipBlanks() {
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
    }

    private RuntimeException unexpected(String need) {
        int got = bytes[at] & 0xff;
        return error("need " + need + ", got "
                + (got > ' ' && got < 127 ? "'" + (char) got + "'" : String.format("byte 0x%02x", got)));
    }
}
