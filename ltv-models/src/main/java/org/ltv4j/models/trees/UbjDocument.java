package org.ltv4j.models.trees;

/**
 * Universal Binary JSON, draft 12 (ubjson.org): big-endian numbers; containers plain, with a count, or with a type and a
 * count. XGBoost writes the arrays of its trees typed, so that they are read without a mark per value.
 */
final class UbjDocument extends Document {
    /** Mark of the next value where its container has told it, or {@link #NONE}. */
    private int told = NONE;

    UbjDocument(byte[] bytes) {
        super(bytes);
    }

    @Override
    Kind kind() {
        int mark = told != NONE ? told : peek();
        return switch (mark) {
            case '{' -> Kind.OBJECT;
            case '[' -> Kind.ARRAY;
            case 'S', 'C' -> Kind.TEXT;
            case 'T', 'F' -> Kind.FLAG;
            case 'Z' -> Kind.NULL;
            case 'i', 'U', 'I', 'l', 'L', 'd', 'D', 'H' -> Kind.NUMBER;
            default -> throw unexpected("the mark of a value", mark);
        };
    }

    @Override
    void members(Members members) {
        Head head = head();
        for (int i = 0; head.count < 0 ? peek() != '}' : i < head.count; i++) {
            String name = characters(length());
            told = head.type;
            members.read(name);
        }
        close(head);
    }

    @Override
    void elements(Elements elements) {
        elements(head(), elements);
    }

    private void elements(Head head, Elements elements) {
        for (int i = 0; head.count < 0 ? peek() != ']' : i < head.count; i++) {
            told = head.type;
            elements.read(i);
        }
        close(head);
    }

    /** What a container tells before its first value; a count of -1 if it goes on to its closing mark. */
    private record Head(int type, int count) {}

    private Head head() {
        mark();
        int type = NONE;
        if (peek() == '$') {
            at++;
            type = mark();
            width(type);
            if (peek() != '#') {
                throw unexpected("a count after the type of a container", peek());
            }
        }
        if (peek() != '#') {
            return new Head(NONE, NONE);
        }
        at++;
        long count = integer(mark());
        int room = (bytes.length - at) / (type == NONE ? 1 : width(type));
        if (!(count >= 0 && count <= room)) {
            throw error("a container of " + count + " values, but there is room for 0 to " + room);
        }
        return new Head(type, (int) count);
    }

    private void close(Head head) {
        told = NONE;
        if (head.count < 0) {
            at++;
        }
    }

    /** Least number of bytes of a value within a container of this type: at least 1, so that counts are bounded. */
    private int width(int type) {
        return switch (type) {
            case 'i', 'U', 'C', 'S', 'H', '[', '{' -> 1;
            case 'I' -> 2;
            case 'l', 'd' -> 4;
            case 'L', 'D' -> 8;
            default -> throw unexpected("the type of a container", type);
        };
    }

    @Override
    int[] ints(int most) {
        need(Kind.ARRAY, "an array of whole numbers");
        Head head = head();
        if (head.type == 'l') {
            int[] values = new int[room(head.count, most, Integer.BYTES)];
            for (int i = 0; i < values.length; i++) {
                values[i] = (int) bits(4);
            }
            close(head);
            return values;
        }
        Growing.Ints list = new Growing.Ints(this, head.count, most);
        elements(head, index -> list.add(toInt(whole())));
        return list.toArray();
    }

    @Override
    float[] floats(int most) {
        need(Kind.ARRAY, "an array of numbers");
        Head head = head();
        if (head.type == 'd') {
            float[] values = new float[room(head.count, most, Float.BYTES)];
            for (int i = 0; i < values.length; i++) {
                values[i] = Float.intBitsToFloat((int) bits(4));
            }
            close(head);
            return values;
        }
        Growing.Floats list = new Growing.Floats(this, head.count, most);
        elements(head, index -> list.add(real()));
        return list.toArray();
    }

    @Override
    String text() {
        need(Kind.TEXT, "a text");
        return characters(mark() == 'C' ? 1 : length());
    }

    @Override
    long whole() {
        if (kind() == Kind.FLAG) {
            return mark() == 'T' ? 1 : 0;
        }
        need(Kind.NUMBER, "a whole number");
        int mark = mark();
        return switch (mark) {
            case 'd' -> whole(Float.intBitsToFloat((int) bits(4)));
            case 'D' -> whole(Double.longBitsToDouble(bits(8)));
            case 'H' -> whole(high());
            default -> integer(mark);
        };
    }

    @Override
    float real() {
        need(Kind.NUMBER, "a number");
        int mark = mark();
        return switch (mark) {
            case 'd' -> Float.intBitsToFloat((int) bits(4));
            case 'D' -> narrowed(Double.longBitsToDouble(bits(8)));
            case 'H' -> narrowed(high());
            default -> integer(mark);
        };
    }

    /** A number written as text. */
    private double high() {
        String text = characters(length());
        if (text.length() > Limits.DIGITS) {
            throw error("a number of more than " + Limits.DIGITS + " digits");
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw error("need a number, got \"" + shortened(text) + "\"", e);
        }
    }

    private float narrowed(double value) {
        float narrow = (float) value;
        if (Float.isInfinite(narrow) && !Double.isInfinite(value)) {
            throw error("need a number that float can hold, got " + value);
        }
        return narrow;
    }

    @Override
    void skipScalar() {
        switch (kind()) {
            case TEXT -> skipText();
            case NUMBER -> real();
            default -> mark();
        }
    }

    private void skipText() {
        int length = mark() == 'C' ? 1 : length();
        if (length > bytes.length - at) {
            throw cutShort();
        }
        checkUtf8(at, length);
        at += length;
    }

    @Override
    void end() {
        if (at < bytes.length) {
            throw error("the document goes on after its end");
        }
    }

    /** A length before characters: at least 0, and no more than are left. */
    private int length() {
        long length = integer(mark());
        if (!(length >= 0)) {
            throw error("a text of " + length + " bytes");
        }
        if (length > bytes.length - at) {
            throw cutShort();
        }
        return (int) length;
    }

    private String characters(int length) {
        if (length > bytes.length - at) {
            throw cutShort();
        }
        String text = utf8(at, length);
        at += length;
        return text;
    }

    /** The whole number that follows a mark. */
    private long integer(int mark) {
        return switch (mark) {
            case 'i' -> (byte) bits(1);
            case 'U' -> bits(1);
            case 'I' -> (short) bits(2);
            case 'l' -> (int) bits(4);
            case 'L' -> bits(8);
            default -> throw unexpected("a whole number", mark);
        };
    }

    private long bits(int width) {
        if (width > bytes.length - at) {
            throw cutShort();
        }
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | bytes[at++] & 0xff;
        }
        return value;
    }

    /** The mark of the next value, told by its container or read. */
    private int mark() {
        int mark = told;
        if (mark == NONE) {
            mark = peek();
            at++;
        }
        told = NONE;
        return mark;
    }

    /** The next byte that is no filler. */
    private int peek() {
        while (at < bytes.length && bytes[at] == 'N') {
            at++;
        }
        if (at == bytes.length) {
            throw cutShort();
        }
        return bytes[at] & 0xff;
    }

    private RuntimeException unexpected(String need, int mark) {
        return error("need " + need + ", got "
                + (mark > ' ' && mark < 127 ? "'" + (char) mark + "'" : String.format("byte 0x%02x", mark)));
    }
}
