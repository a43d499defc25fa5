package org.ltv4j.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.LogEdit;
import org.ltv4j.core.data.TransactionLog;

/** Makes a log of a saved one, checking it as strictly as text is checked. */
final class LogReader {
    private static final int MOST = Integer.MAX_VALUE - 8;

    private final SectionReader sections;
    private int rows;

    private LogReader(SectionReader sections) {
        this.sections = sections;
    }

    static TransactionLog read(InputStream in, long size) throws IOException {
        SectionReader sections = new SectionReader(LogWriter.FORM, in, size);
        try {
            return new LogReader(sections).log();
        } catch (InvalidDataException | ArithmeticException e) {
            throw new SavedFileException("the saved log contradicts itself: " + e.getMessage() + ". Save it again", e);
        }
    }

    private TransactionLog log() throws IOException {
        IdTable customers = sections.table("customer");
        LogWriter.requireNoBlank(customers);
        int[] starts = new int[customers.size() + 1];
        sections.whole(
                "customer.rows",
                customers.size(),
                1,
                MOST,
                (c, value) -> starts[c + 1] = Math.addExact(starts[c], (int) value));
        rows = sections.count("second");
        long[] seconds = new long[rows];
        sections.whole("second", rows, Long.MIN_VALUE, Long.MAX_VALUE, (row, value) -> seconds[row] = value);
        double[] amounts = sections.has("amount") ? sections.doubles("amount", rows) : null;
        int[] sources = sections.ints("source", rows, 0, Integer.MAX_VALUE);
        LogEdit edit = LogEdit.ofColumns(customers, starts, seconds, amounts, sources);
        ids("order", edit::orders);
        ids("line", edit::lines);
        ids("product", edit::products);
        ids("channel", edit::channels);
        numbers(edit);
        currencies(edit);
        filled(edit);
        sections.finish();
        return edit.log();
    }

    /** Takes a column of ids. */
    private interface IdColumn {
        LogEdit set(int[] numbers, IdTable table);
    }

    private void ids(String name, IdColumn column) throws IOException {
        if (sections.has(name + ".lengths")) {
            IdTable table = sections.table(name);
            column.set(sections.ints(name, rows, TransactionLog.NONE, table.size() - 1), table);
        }
    }

    private void numbers(LogEdit edit) throws IOException {
        if (sections.has("quantity")) {
            edit.quantities(sections.doubles("quantity", rows));
        }
        if (sections.has("unitPrice")) {
            edit.unitPrices(sections.doubles("unitPrice", rows));
        }
        if (sections.has("discount")) {
            edit.discounts(sections.doubles("discount", rows));
        }
    }

    private void currencies(LogEdit edit) throws IOException {
        IdTable table = sections.table("currency");
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            codes.add(table.id(i));
        }
        if (codes.isEmpty() || codes.size() > Byte.MAX_VALUE) {
            throw new SavedFileException("the saved log states " + codes.size() + " currencies: save the log again");
        }
        byte[] numbers = new byte[rows];
        if (codes.size() > 1) {
            sections.whole("currency", rows, 0, codes.size() - 1L, (row, value) -> numbers[row] = (byte) value);
        }
        edit.currencies(numbers, codes);
    }

    private void filled(LogEdit edit) throws IOException {
        if (sections.has("filled")) {
            BitSet filled = new BitSet(rows);
            sections.whole("filled", sections.count("filled"), 0, rows - 1L, (i, value) -> filled.set((int) value));
            edit.filled(filled);
        }
    }
}
