package org.ltv4j.core.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;
import org.ltv4j.core.data.IdTable;

/** Writes columns in the form that {@link LogFiles} describes. */
final class SectionWriter {
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private final CRC32C sum = new CRC32C();

    private SectionWriter(OutputStream out) {
        this.out = out;
    }

    static void write(FileForm form, List<Section.Source> sections, OutputStream out) throws IOException {
        new SectionWriter(out).write(form, sections);
    }

    /** Adds the two columns of a table of ids. */
    static void table(List<Section.Source> all, String name, IdTable table) {
        long total = 0;
        for (int i = 0; i < table.size(); i++) {
            total += table.length(i);
        }
        byte[] bytes = new byte[Math.toIntExact(total)];
        int at = 0;
        for (int i = 0; i < table.size(); i++) {
            at += table.copy(i, bytes, at);
        }
        all.add(Section.whole(name + ".lengths", table.size(), table::length));
        all.add(Section.whole(name + ".bytes", bytes.length, i -> bytes[i]));
    }

    private void write(FileForm form, List<Section.Source> sections) throws IOException {
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(directory);
        data.writeShort(sections.size());
        for (Section.Source source : sections) {
            Section section = source.section();
            data.writeUTF(section.name());
            data.writeByte(section.kind().ordinal());
            data.writeByte(section.width());
            data.writeLong(section.base());
            data.writeInt(section.count());
        }
        put(ByteBuffer.allocate(FileForm.MAGIC_BYTES + 2 * Integer.BYTES)
                .put(form.magic())
                .putInt(form.version())
                .putInt(directory.size())
                .array());
        put(directory.toByteArray());
        putSum();
        for (Section.Source source : sections) {
            put(source);
            putSum();
        }
    }

    private void put(Section.Source source) throws IOException {
        int width = source.section().width();
        long base = source.section().base();
        Section.Values values = source.values();
        int at = 0;
        for (int i = 0; i < source.section().count(); i++) {
            if (at + width > buffer.length) {
                put(buffer, at);
                at = 0;
            }
            long value = values.get(i) - base;
            for (int shift = (width - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                buffer[at++] = (byte) (value >>> shift);
            }
        }
        put(buffer, at);
    }

    private void put(byte[] bytes) throws IOException {
        put(bytes, bytes.length);
    }

    private void put(byte[] bytes, int length) throws IOException {
        sum.update(bytes, 0, length);
        out.write(bytes, 0, length);
    }

    private void putSum() throws IOException {
        out.write(
                ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue()).array());
        sum.reset();
    }
}
