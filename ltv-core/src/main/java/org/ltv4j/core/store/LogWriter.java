package org.ltv4j.core.store;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

/** The columns of a log in the form that {@link LogFiles} describes. */
final class LogWriter {
    static final FileForm FORM = new FileForm("LTVLOG", 1, "log", "LogFiles.save");

    private LogWriter() {}

    static void write(TransactionLog log, OutputStream out) throws IOException {
        SectionWriter.write(FORM, sections(log), out);
    }

    private static List<Section.Source> sections(TransactionLog log) {
        requireNoBlank(log.customers());
        List<Section.Source> all = new ArrayList<>();
        int rows = log.size();
        SectionWriter.table(all, "customer", log.customers());
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
        SectionWriter.table(all, "currency", IdTable.of(currencies.toArray(new String[0])));
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

    /** What is saved can be loaded: neither takes a customer whom nobody can name. */
    static void requireNoBlank(IdTable customers) {
        for (int c = 0; c < customers.size(); c++) {
            if (customers.isBlank(c)) {
                throw new InvalidDataException("customer " + c + " has a blank id: leave their rows out, or name them");
            }
        }
    }

    private static void ids(
            List<Section.Source> all, String name, boolean present, int rows, Section.Values numbers, IdTable table) {
        if (present) {
            SectionWriter.table(all, name, table);
            all.add(Section.whole(name, rows, numbers));
        }
    }
}
