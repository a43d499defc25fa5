package org.ltv4j.models.trees;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.ltv4j.core.io.ModelFormatException;

/**
 * Reads a document of objects, arrays, texts and numbers from front to back. JSON and UBJ differ in their bytes only, so
 * that one parser of models reads both. The reader must take every value that it is offered, by one of these methods.
 *
 * <p>Nothing is kept, depth is bounded, and no array is made for a count that the rest of the bytes cannot fill: time and
 * memory grow with the size of the document, whatever it says. {@link Limits} has what is too large. What is wrong is a
 * {@link ModelFormatException} that tells the place in the document and the byte.
 */
abstract class Document {
    /** Models nest 8 deep, 10 within a checkpoint. */
    static final int MAX_DEPTH = 64;
    /** A count that is not known. */
    static final int NONE = -1;

    /** Kinds of values. */
    enum Kind {
        OBJECT,
        ARRAY,
        TEXT,
        NUMBER,
        FLAG,
        NULL
    }

    /** Takes the members of an object. */
    interface Members {
        /** Must read the value of this member. */
        void read(String name);
    }

    /** Takes the elements of an array. */
    interface Elements {
        /** Must read the value of this element. */
        void read(int index);
    }

    final byte[] bytes;
    /** The next byte. */
    int at;

    /** Bytes that may still be taken for what is read. */
    long room;
    /** Bytes of texts that may still be kept. */
    private long textRoom = Limits.TEXTS;

    private final Object[] path = new Object[MAX_DEPTH];
    private int depth;

    Document(byte[] bytes) {
        this.bytes = bytes;
        this.room = Limits.room() - bytes.length;
    }

    /** Takes memory for so many numbers, before they are read. */
    final int reserve(int count, int bytesEach) {
        room -= (long) count * bytesEach;
        if (room < 0) {
            throw error("what the model holds takes more memory than Java may use for it: give it more with -Xmx");
        }
        return count;
    }

    /** Counts a text that is kept: a byte per character where all are Latin, else two. */
    final String keep(String text) {
        boolean wide = text.chars().anyMatch(c -> c > 0xff);
        textRoom -= Limits.PER_TEXT + (wide ? 2L : 1L) * text.length();
        if (textRoom < 0) {
            throw error("names, kinds, levels and attributes have more than " + (Limits.TEXTS >> 20)
                    + " MiB together: this is no model");
        }
        return text;
    }

    /** The kind of the value that comes next, which stays there. */
    abstract Kind kind();

    /** Reads an object; a name that stands twice is an error. */
    final void object(Members members) {
        need(Kind.OBJECT, "an object");
        Set<String> names = new HashSet<>();
        int level = enter();
        members(name -> {
            path[level] = name;
            if (!names.add(name)) {
                throw error("stands twice in its object");
            }
            if (names.size() > Limits.MEMBERS) {
                throw error("an object of more than " + Limits.MEMBERS + " members");
            }
            members.read(name);
        });
        leave();
    }

    /** Reads an array of anything. */
    final void array(Elements elements) {
        need(Kind.ARRAY, "an array");
        int level = enter();
        elements(index -> {
            path[level] = index;
            elements.read(index);
        });
        leave();
    }

    /** Reads an object at the cursor. */
    abstract void members(Members members);

    /** Reads an array at the cursor. */
    abstract void elements(Elements elements);

    /** Reads a text of at most {@link Limits#TEXT} bytes. */
    abstract String text();

    /** Reads a number or a truth (0 or 1) that is whole. */
    abstract long whole();

    /** Reads a number as float, rounded once. */
    abstract float real();

    /** Reads a truth, {@code null}, or whatever else is one value: and forgets it. */
    abstract void skipScalar();

    /** An array of whole numbers, at most so many. */
    abstract int[] ints(int most);

    /** An array of numbers as floats, at most so many. */
    abstract float[] floats(int most);

    /** An array of whole numbers. */
    final int[] ints() {
        return ints(Limits.MODEL);
    }

    /** An array of numbers as floats. */
    final float[] floats() {
        return floats(Limits.MODEL);
    }

    /** Takes memory for a whole array. */
    final int room(int count, int most, int bytesEach) {
        if (count > most) {
            throw error("an array of more than " + most + " numbers");
        }
        return reserve(count, bytesEach);
    }

    /** Nothing but blanks may follow. */
    abstract void end();

    /** Reads a value of any kind and forgets it. */
    final void skip() {
        switch (kind()) {
            case OBJECT -> {
                int level = enter();
                members(name -> {
                    path[level] = name;
                    skip();
                });
                leave();
            }
            case ARRAY -> array(index -> skip());
            default -> skipScalar();
        }
    }

    /** A whole number, written as number or as text. */
    final int wholeParameter(int min) {
        long value;
        if (kind() == Kind.TEXT) {
            String text = text();
            if (text.length() > Limits.DIGITS) {
                throw error("a number of more than " + Limits.DIGITS + " digits");
            }
            try {
                value = Long.parseLong(text.strip());
            } catch (NumberFormatException e) {
                throw error("need a whole number, got \"" + shortened(text) + "\"", e);
            }
        } else {
            value = whole();
        }
        if (!(value >= min && value <= Integer.MAX_VALUE)) {
            throw error("need a whole number from " + min + " to " + Integer.MAX_VALUE + ", got " + value);
        }
        return (int) value;
    }

    final long whole(double value) {
        if (!(value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE)) {
            throw error("need a whole number, got " + value);
        }
        return (long) value;
    }

    final int toInt(long value) {
        if (value != (int) value) {
            throw error("need a whole number of 32 bits, got " + value);
        }
        return (int) value;
    }

    final void need(Kind kind, String what) {
        Kind got = kind();
        if (got != kind) {
            throw error("need " + what + ", got " + name(got));
        }
    }

    static String name(Kind kind) {
        return switch (kind) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case FLAG -> "true or false";
            case NULL -> "null";
            default -> "a " + kind.name().toLowerCase(Locale.ROOT);
        };
    }

    /** A value that is written in these bytes as UTF-8. */
    final String utf8(int from, int length) {
        if (length > Limits.TEXT) {
            throw error("a text of more than " + (Limits.TEXT >> 20) + " MiB");
        }
        if (ascii(from, length)) {
            return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw error("a text is not UTF-8", e);
        }
    }

    private boolean ascii(int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Checks that these bytes are UTF-8, in little memory. */
    final void checkUtf8(int from, int length) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, from, length);
        CharBuffer out = CharBuffer.allocate(8_192);
        CoderResult result;
        do {
            result = decoder.decode(in, out.clear(), true);
        } while (result.isOverflow());
        if (result.isError()) {
            throw error("a text is not UTF-8");
        }
    }

    final ModelFormatException error(String what) {
        return new ModelFormatException(where() + ": " + what + " (byte " + at + " of " + bytes.length + ")");
    }

    final ModelFormatException error(String what, Throwable cause) {
        return new ModelFormatException(where() + ": " + what + " (byte " + at + " of " + bytes.length + ")", cause);
    }

    final ModelFormatException cutShort() {
        at = bytes.length;
        return error("the model ends in the middle: the file is cut short, copy or save it again");
    }

    /** The place in the document, such as {@code $.learner.gradient_booster.model.trees[3].left_children}. */
    final String where() {
        StringBuilder text = new StringBuilder("$");
        for (int i = 0; i < depth; i++) {
            if (path[i] instanceof Integer index) {
                text.append('[').append(index).append(']');
            } else if (path[i] instanceof String name) {
                text.append('.').append(shortened(name));
            }
        }
        return text.toString();
    }

    static String shortened(String text) {
        String start = text.substring(0, Math.min(text.length(), 40)).replaceAll("\\p{Cntrl}", "?");
        return text.length() <= 40 ? start : start + "...";
    }

    private int enter() {
        if (depth == MAX_DEPTH) {
            throw error("nested deeper than " + MAX_DEPTH + ": this is no model");
        }
        path[depth] = Kind.NULL;
        return depth++;
    }

    private void leave() {
        depth--;
    }
}
