package org.ltv4j.core.store;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;

/** Reads the sections of a saved log one after the other. Trusts no length before it was held against the size of the file. */
final class SectionReader {
    private static final int HEAD_BYTES = FileForm.MAGIC_BYTES + 2 * Integer.BYTES;
    private static final int MAX_DIRECTORY = 1 << 16;

    private final FileForm form;
    private final InputStream in;
    private final List<Section> sections = new ArrayList<>();
    private final byte[] buffer = new byte[1 << 16];
    private final CRC32C sum = new CRC32C();
    private int next;

    /**
     * Reads and checks the directory.
     *
     * @param form the kind of file
     * @param in the file
     * @param size how many bytes it has
     */
    SectionReader(FileForm form, InputStream in, long size) throws IOException {
        this.form = form;
        this.in = in;
        byte[] head = in.readNBytes(HEAD_BYTES);
        form.requireOwn(head);
        if (head.length < HEAD_BYTES) {
            throw form.cutShort();
        }
        ByteBuffer numbers = ByteBuffer.wrap(head, FileForm.MAGIC_BYTES, 2 * Integer.BYTES);
        int version = numbers.getInt();
        int length = numbers.getInt();
        if (version > form.version()) {
            throw form.error(
                    "has version " + version + ", this library reads up to " + form.version() + ": upgrade ltv-core");
        }
        if (version < 1 || length < 0 || length > MAX_DIRECTORY) {
            throw form.changed("head");
        }
        byte[] directory = in.readNBytes(length);
        sum.update(head);
        sum.update(directory);
        if (directory.length < length) {
            throw form.cutShort();
        }
        requireSum("head");
        parse(directory);
        long needed = HEAD_BYTES + length + (long) Integer.BYTES;
        for (Section section : sections) {
            needed += section.bytes() + Integer.BYTES;
        }
        if (needed != size) {
            throw form.error("should have " + needed + " bytes and has " + size
                    + (size < needed ? ": it was cut short" : ": something was added to it") + ". Save it again");
        }
    }

    private void parse(byte[] directory) throws IOException {
        try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(directory))) {
            int count = data.readUnsignedShort();
            for (int i = 0; i < count; i++) {
                String name = data.readUTF();
                int kind = data.readUnsignedByte();
                int width = data.readUnsignedByte();
                long base = data.readLong();
                int values = data.readInt();
                boolean right = kind == Section.Kind.WHOLE.ordinal()
                        ? width >= 1 && width <= Long.BYTES
                        : kind == Section.Kind.DECIMAL.ordinal() && width == Double.BYTES && base == 0;
                if (!right || values < 0 || values > Integer.MAX_VALUE - 8) {
                    throw form.changed("head");
                }
                sections.add(new Section(name, Section.Kind.values()[kind], width, base, values));
            }
            if (data.available() > 0) {
                throw form.changed("head");
            }
        } catch (java.io.EOFException | java.io.UTFDataFormatException e) {
            throw new SavedFileException("the head of the saved " + form.what() + " is damaged: save it again", e);
        }
    }

    /** Whether the next section has this name. */
    boolean has(String name) {
        return next < sections.size() && sections.get(next).name().equals(name);
    }

    /** How many values the next section has, which must have this name. */
    int count(String name) {
        return section(name, Section.Kind.WHOLE).count();
    }

    /** Whole numbers between bounds, given to a taker one by one. */
    void whole(String name, int count, long least, long most, Taker taker) throws IOException {
        Section section = section(name, Section.Kind.WHOLE);
        requireCount(section, count);
        int width = section.width();
        int perBuffer = buffer.length / width;
        for (int from = 0; from < count; from += perBuffer) {
            int many = Math.min(perBuffer, count - from);
            fill(many * width);
            int at = 0;
            for (int i = 0; i < many; i++) {
                long value = 0;
                for (int b = 0; b < width; b++) {
                    value = value << Byte.SIZE | buffer[at++] & 0xFF;
                }
                value += section.base();
                if (value < least || value > most) {
                    throw outOfBounds(name);
                }
                taker.take(from + i, value);
            }
        }
        done(name);
    }

    /** Takes whole numbers. */
    @FunctionalInterface
    interface Taker {
        void take(int index, long value);
    }

    int[] ints(String name, int count, int least, int most) throws IOException {
        requireCount(section(name, Section.Kind.WHOLE), count);
        int[] out = new int[count];
        whole(name, count, least, most, (i, value) -> out[i] = (int) value);
        return out;
    }

    byte[] bytes(String name, int count) throws IOException {
        requireCount(section(name, Section.Kind.WHOLE), count);
        byte[] out = new byte[count];
        whole(name, count, Byte.MIN_VALUE, Byte.MAX_VALUE, (i, value) -> out[i] = (byte) value);
        return out;
    }

    double[] doubles(String name, int count) throws IOException {
        requireCount(section(name, Section.Kind.DECIMAL), count);
        double[] out = new double[count];
        int perBuffer = buffer.length / Double.BYTES;
        for (int from = 0; from < count; from += perBuffer) {
            int many = Math.min(perBuffer, count - from);
            fill(many * Double.BYTES);
            ByteBuffer.wrap(buffer, 0, many * Double.BYTES).asDoubleBuffer().get(out, from, many);
        }
        for (double value : out) {
            if (Double.isInfinite(value)) {
                throw outOfBounds(name);
            }
        }
        done(name);
        return out;
    }

    /** A table of ids, which must be distinct texts. */
    IdTable table(String name) throws IOException {
        int size = count(name + ".lengths");
        int[] lengths = ints(name + ".lengths", size, 0, Integer.MAX_VALUE);
        long total = 0;
        for (int length : lengths) {
            total += length;
        }
        byte[] bytes = bytes(name + ".bytes", Math.toIntExact(total));
        requireText(bytes, name);
        IdTable.Builder table = new IdTable.Builder();
        int from = 0;
        for (int i = 0; i < size; i++) {
            int to = from + lengths[i];
            boolean midCharacter = to < bytes.length && (bytes[to] & 0xC0) == 0x80;
            if (midCharacter || table.index(bytes, from, to) != i) {
                throw new InvalidDataException("id " + i + " of column " + name + " is broken or stands twice");
            }
            from = to;
        }
        return table.build();
    }

    private static void requireText(byte[] bytes, String name) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer some = CharBuffer.allocate(1 << 12);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            result = decoder.decode(in, some.clear(), true);
        }
        if (result.isError()) {
            throw new InvalidDataException("column " + name + " is no text");
        }
    }

    /** Refuses sections that nobody read. */
    void finish() throws IOException {
        if (next != sections.size() || in.read() >= 0) {
            throw form.error("has columns that this library does not know: upgrade ltv-core");
        }
    }

    private Section section(String name, Section.Kind kind) {
        if (!has(name) || sections.get(next).kind() != kind) {
            throw form.error("has no column '" + name + "' where it must be: save it again");
        }
        return sections.get(next);
    }

    private void requireCount(Section section, int count) {
        if (section.count() != count) {
            throw form.error("has " + section.count() + " values instead of " + count + " in its column '"
                    + section.name() + "': save it again");
        }
    }

    private void fill(int length) throws IOException {
        if (in.readNBytes(buffer, 0, length) < length) {
            throw form.cutShort();
        }
        sum.update(buffer, 0, length);
    }

    private void done(String name) throws IOException {
        requireSum("column '" + name + "'");
        next++;
    }

    private void requireSum(String what) throws IOException {
        byte[] stated = in.readNBytes(Integer.BYTES);
        if (stated.length < Integer.BYTES) {
            throw form.cutShort();
        }
        if (ByteBuffer.wrap(stated).getInt() != (int) sum.getValue()) {
            throw form.changed(what);
        }
        sum.reset();
    }

    private SavedFileException outOfBounds(String name) {
        return form.error("has a value in its column '" + name + "' that cannot be: save it again");
    }
}
