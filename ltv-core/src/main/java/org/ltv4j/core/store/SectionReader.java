package org.ltv4j.core.store;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/** Reads the sections of a saved log one after the other. Trusts no length before it was held against the size of the file. */
final class SectionReader {
    private static final int HEAD_BYTES = LogWriter.MAGIC.length + 2 * Integer.BYTES;
    private static final int MAX_DIRECTORY = 1 << 16;

    private final InputStream in;
    private final List<Section> sections = new ArrayList<>();
    private final byte[] buffer = new byte[1 << 16];
    private final CRC32C sum = new CRC32C();
    private int next;

    /**
     * Reads and checks the directory.
     *
     * @param in the file
     * @param size how many bytes it has
     */
    SectionReader(InputStream in, long size) throws IOException {
        this.in = in;
        byte[] head = in.readNBytes(HEAD_BYTES);
        requireOwn(head);
        ByteBuffer numbers = ByteBuffer.wrap(head, LogWriter.MAGIC.length, 2 * Integer.BYTES);
        int version = numbers.getInt();
        int length = numbers.getInt();
        if (version > LogWriter.VERSION) {
            throw new SavedFileException("the saved log has version " + version + ", this library reads up to "
                    + LogWriter.VERSION + ": upgrade ltv-core");
        }
        if (version < 1 || length < 0 || length > MAX_DIRECTORY) {
            throw changed("head");
        }
        byte[] directory = in.readNBytes(length);
        sum.update(head);
        sum.update(directory);
        if (directory.length < length) {
            throw cutShort();
        }
        requireSum("head");
        parse(directory);
        long needed = HEAD_BYTES + length + (long) Integer.BYTES;
        for (Section section : sections) {
            needed += section.bytes() + Integer.BYTES;
        }
        if (needed != size) {
            throw new SavedFileException("the saved log should have " + needed + " bytes and has " + size
                    + (size < needed ? ": it was cut short" : ": something was added to it") + ". Save it again");
        }
    }

    private static void requireOwn(byte[] head) {
        if (EncryptedStreams.startsEncrypted(head)) {
            throw new SavedFileException("this is encrypted: give its key");
        }
        int same = Math.min(head.length, LogWriter.MAGIC.length);
        if (head.length == 0 || !Arrays.equals(head, 0, same, LogWriter.MAGIC, 0, same)) {
            throw new SavedFileException("this is no log saved by LogFiles.save"
                    + (head.length == 0 ? " (it is empty)" : "; files of sales are read by Csv, Tables or Jdbc"));
        }
        if (head.length < HEAD_BYTES) {
            throw cutShort();
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
                    throw changed("head");
                }
                sections.add(new Section(name, Section.Kind.values()[kind], width, base, values));
            }
            if (data.available() > 0) {
                throw changed("head");
            }
        } catch (java.io.EOFException | java.io.UTFDataFormatException e) {
            throw new SavedFileException("the head of the saved log is damaged: save the log again", e);
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

    /** Refuses sections that nobody read. */
    void finish() throws IOException {
        if (next != sections.size() || in.read() >= 0) {
            throw new SavedFileException("the saved log has columns that this library does not know: upgrade ltv-core");
        }
    }

    private Section section(String name, Section.Kind kind) {
        if (!has(name) || sections.get(next).kind() != kind) {
            throw new SavedFileException(
                    "the saved log has no column '" + name + "' where it must be: save the log again");
        }
        return sections.get(next);
    }

    private static void requireCount(Section section, int count) {
        if (section.count() != count) {
            throw new SavedFileException("column '" + section.name() + "' of the saved log has " + section.count()
                    + " values instead of " + count + ": save the log again");
        }
    }

    private void fill(int length) throws IOException {
        if (in.readNBytes(buffer, 0, length) < length) {
            throw cutShort();
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
            throw cutShort();
        }
        if (ByteBuffer.wrap(stated).getInt() != (int) sum.getValue()) {
            throw changed(what);
        }
        sum.reset();
    }

    private static SavedFileException outOfBounds(String name) {
        return new SavedFileException(
                "column '" + name + "' of the saved log has a value that cannot be: save the log again");
    }

    private static SavedFileException changed(String what) {
        return new SavedFileException("the " + what + " of the saved log was changed after it was saved (its checksum"
                + " differs): take it from a backup, or read the sales again and save them");
    }

    private static SavedFileException cutShort() {
        return new SavedFileException(
                "the saved log is cut short: take it from a backup, or read the sales again and save them");
    }
}
