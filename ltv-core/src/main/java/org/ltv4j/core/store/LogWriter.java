package org.ltv4j.core.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.zip.CRC32C;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.TransactionLog;

/** Writes a log in the form that {@link LogFiles} describes. */
final class LogWriter {
    static final byte[] MAGIC = {(byte) 0x89, 'L', 'T', 'V', 'L', 'O', 'G', '\n'};
    static final int VERSION = 1;

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private final CRC32C sum = new CRC32C();

    private LogWriter(OutputStream out) {
        this.out = out;
    }

    static void write(TransactionLog log, OutputStream out) throws IOException {
        new LogWriter(out).write(sections(log));
    }

    private static List<Section.Source> sections(TransactionLog log) {
        List<Section.Source> all = new ArrayList<>();
        int rows = log.size();
        table(all, "customer", log.customers());
        all.add(Section.whole("customer.rows", log.customers().size(), c -> log.start(c + 1) - log.start(c)));
        all.add(Section.whole("second", rows, log::second));
        if (log.hasAmounts()) {
            all.add(Section.decimal("amount", rows, log::amount));
        }
        all.add(Section.whole("source", rows, log::sourceRow));
        ids(all, "order", log.hasOrders(), rows, log::order, log.orders());
        ids(all, "line", log.hasLines(), rows, log::line, log.lines());
        ids(all, "product", log.hasProducts(), rows, log::product, log.products());
        ids(all, "channel", log.hasChannels(), rows, log::channel, log.channels());
        if (log.hasQuantity()) {
            all.add(Section.decimal("quantity", rows, log::quantity));
        }
        if (log.hasUnitPrice()) {
            all.add(Section.decimal("unitPrice", rows, log::unitPrice));
        }
        if (log.hasDiscount()) {
            all.add(Section.decimal("discount", rows, log::discount));
        }
        List<String> currencies = log.currencies();
        table(all, "currency", IdTable.of(currencies.toArray(new String[0])));
        if (currencies.size() > 1) {
            all.add(Section.whole("currency", rows, row -> currencies.indexOf(log.currency(row))));
        }
        BitSet filled = new BitSet(rows);
        for (int row = 0; row < rows; row++) {
            filled.set(row, log.amountFilled(row));
        }
        if (!filled.isEmpty()) {
            int[] places = filled.stream().toArray();
            all.add(Section.whole("filled", places.length, i -> places[i]));
        }
        return all;
    }

    private static void ids(
            List<Section.Source> all, String name, boolean present, int rows, Section.Values numbers, IdTable table) {
        if (present) {
            table(all, name, table);
            all.add(Section.whole(name, rows, numbers));
        }
    }

    private static void table(List<Section.Source> all, String name, IdTable table) {
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

    private void write(List<Section.Source> sections) throws IOException {
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
        put(ByteBuffer.allocate(MAGIC.length + 2 * Integer.BYTES)
                .put(MAGIC)
                .putInt(VERSION)
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
