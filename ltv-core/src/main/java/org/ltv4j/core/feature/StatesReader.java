package org.ltv4j.core.feature;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.Blanks;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.WallClock;

/** Reads what {@link StatesWriter} wrote, and nothing else: every count, number and order is checked, and the checksum. */
final class StatesReader {
    private static final int MAX_TEXT = 1 << 20;

    private final DataInputStream in;

    private StatesReader(DataInputStream in) {
        this.in = in;
    }

    static FeatureStates read(List<FeatureFamily> families, LocalDate asOf, InputStream source) throws IOException {
        MessageDigest digest = Digests.sha256();
        DigestInputStream digesting = new DigestInputStream(new BufferedInputStream(source), digest);
        DataInputStream in = new DataInputStream(digesting);
        try {
            FeatureStates states = new StatesReader(in).read(families, asOf);
            byte[] sum = digest.digest();
            digesting.on(false);
            if (!MessageDigest.isEqual(sum, in.readNBytes(sum.length)) || in.read() >= 0) {
                throw damaged("its checksum does not fit");
            }
            return states;
        } catch (EOFException e) {
            throw new InvalidDataException(message("it ends too early"), e);
        }
    }

    private static InvalidDataException damaged(String how) {
        return new InvalidDataException(message(how));
    }

    private static String message(String how) {
        return "the saved feature states cannot be used: " + how + ". Take another copy, or rebuild them from the log";
    }

    private FeatureStates read(List<FeatureFamily> families, LocalDate asOf) throws IOException {
        if (!text().equals(StatesWriter.MAGIC)) {
            throw damaged("this is no file of feature states");
        }
        int version = in.readInt();
        if (version != StatesWriter.VERSION) {
            throw damaged("it has version " + version + ", this library reads version " + StatesWriter.VERSION);
        }
        String fingerprint = text();
        FeatureContext context = context();
        BoundFeatures bound = BoundFeatures.bind(families, context, asOf);
        if (!bound.schema().fingerprint().equals(fingerprint)) {
            throw new InvalidDataException("the saved feature states belong to another plan (schema "
                    + shortened(fingerprint) + ", this plan has "
                    + shortened(bound.schema().fingerprint()) + "): read them with the plan they were made with");
        }
        FeatureStates states = bound.states();
        int customers = count();
        for (int i = 0; i < customers; i++) {
            String id = text();
            if (Blanks.isBlank(id) || states.find(id).isPresent()) {
                throw damaged("a customer is blank or stands twice");
            }
            FeatureState state = states.customer(id);
            rows(state, states, false);
            rows(state, states, true);
        }
        return states;
    }

    private static String shortened(String fingerprint) {
        return fingerprint.substring(0, Math.min(12, fingerprint.length()));
    }

    private FeatureContext context() throws IOException {
        String currency = text();
        LocalDate asOf = LocalDate.ofEpochDay(in.readInt());
        int bits = in.readInt();
        int known = 1 << SourceColumn.values().length;
        int columns = bits & known - 1;
        int stored = bits >>> StatesWriter.STORED & known - 1;
        boolean amounts = (bits & StatesWriter.NO_AMOUNTS) == 0;
        if ((columns | stored << StatesWriter.STORED | (amounts ? 0 : StatesWriter.NO_AMOUNTS)) != bits) {
            throw damaged("it has columns that this library does not know");
        }
        return FeatureContext.saved(
                currency, amounts, set(columns), set(stored), levels(), levels(), table(), table(), table(), asOf);
    }

    private static Set<SourceColumn> set(int bits) {
        Set<SourceColumn> columns = EnumSet.noneOf(SourceColumn.class);
        for (SourceColumn column : SourceColumn.values()) {
            if ((bits >>> column.ordinal() & 1) == 1) {
                columns.add(column);
            }
        }
        return columns;
    }

    private List<String> levels() throws IOException {
        List<String> levels = texts();
        for (int i = 1; i < levels.size(); i++) {
            if (levels.get(i - 1).compareTo(levels.get(i)) >= 0) {
                throw damaged("its levels are not in order");
            }
        }
        return levels;
    }

    private IdTable table() throws IOException {
        List<String> names = texts();
        if (new HashSet<>(names).size() < names.size()) {
            throw damaged("a name stands twice");
        }
        return IdTable.of(names.toArray(String[]::new));
    }

    private List<String> texts() throws IOException {
        int count = count();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    private void rows(FeatureState state, FeatureStates states, boolean back) throws IOException {
        int count = count();
        Names names = states.names();
        RowColumns rows = new RowColumns(states.columns(), 4);
        for (int row = 0; row < count; row++) {
            rows.ensure(row + 1);
            rows.second[row] = in.readLong();
            if (!WallClock.holds(rows.second[row])) {
                throw damaged("a time is outside the years of logs");
            }
        }
        for (int row = 0; row < count; row++) {
            rows.amount[row] = in.readDouble();
            if (!Double.isFinite(rows.amount[row]) || rows.amount[row] < 0 != back) {
                throw damaged("an amount is " + rows.amount[row]);
            }
        }
        doubles(rows.quantity, count);
        doubles(rows.unitPrice, count);
        doubles(rows.discount, count);
        ints(rows.product, count, names.products.size());
        ints(rows.channel, count, names.channels.size());
        ints(rows.order, count, names.orders.size());
        rows.size = count;
        for (int row = 1; row < count; row++) {
            if (RowOrdering.compare(rows, row - 1, rows, row, names) > 0) {
                throw damaged("rows are not in order");
            }
        }
        if (count > 0) {
            state.take(rows, back);
        }
    }

    private void doubles(double @Nullable [] column, int count) throws IOException {
        for (int row = 0; column != null && row < count; row++) {
            column[row] = in.readDouble();
            if (Double.isInfinite(column[row])) {
                throw damaged("a number is infinite");
            }
        }
    }

    private void ints(int @Nullable [] column, int count, int limit) throws IOException {
        for (int row = 0; column != null && row < count; row++) {
            column[row] = in.readInt();
            if (column[row] < TransactionLog.NONE || column[row] >= limit) {
                throw damaged("a row names what no table has");
            }
        }
    }

    private int count() throws IOException {
        int count = in.readInt();
        if (count < 0) {
            throw damaged("a count is below 0");
        }
        return count;
    }

    private String text() throws IOException {
        int length = count();
        if (length > MAX_TEXT) {
            throw damaged("a text is longer than 1 MiB");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw damaged("a text is no UTF-8");
        }
    }
}
