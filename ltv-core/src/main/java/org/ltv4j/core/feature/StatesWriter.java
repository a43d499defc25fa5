package org.ltv4j.core.feature;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.TransactionLog;

/**
 * The file of states. Numbers big-endian, texts as their length in bytes and UTF-8:
 *
 * <pre>
 * text "ltv4j-feature-states", int version, text fingerprint of the schema, text currency,
 * int day as of which the plan was tied to its log
 * int columns (bit i: SourceColumn of ordinal i, known on that day; bit 8 + i: in the rows here; bit 30: the log states no amounts)
 * levels of products, levels of channels, names of products, of channels, of orders: each int count and texts
 * int customers; each: text id, sales, returns: each int count and the rows column by column
 * 32 bytes: SHA-256 of all before
 * </pre>
 */
final class StatesWriter {
    static final String MAGIC = "ltv4j-feature-states";
    static final int VERSION = 2;
    static final int STORED = 8;
    static final int NO_AMOUNTS = 1 << 30;

    private final DataOutputStream out;
    private int[] orderNumbers = new int[0];
    private int[] productNumbers = new int[0];
    private int[] channelNumbers = new int[0];

    private StatesWriter(DataOutputStream out) {
        this.out = out;
    }

    static void write(FeatureStates states, OutputStream target) throws IOException {
        MessageDigest digest = Digests.sha256();
        DataOutputStream out =
                new DataOutputStream(new java.io.BufferedOutputStream(new DigestOutputStream(target, digest)));
        new StatesWriter(out).write(states);
        out.flush();
        target.write(digest.digest());
        target.flush();
    }

    private void write(FeatureStates states) throws IOException {
        FeatureContext context = states.bound().context();
        text(MAGIC);
        out.writeInt(VERSION);
        text(states.schema().fingerprint());
        text(context.currency());
        out.writeInt(context.asOfDay());
        int columns = bits(context.columns()) | bits(context.stored()) << STORED;
        out.writeInt(context.hasAmounts() ? columns : columns | NO_AMOUNTS);
        texts(context.settledProducts());
        texts(context.settledChannels());
        ForgottenNames forgotten = states.forgotten();
        productNumbers = names(states.names().products, forgotten.products());
        channelNumbers = names(states.names().channels, forgotten.channels());
        orders(states);
        out.writeInt(states.size());
        for (FeatureState state : states.all()) {
            text(state.customerId());
            rows(state.sales());
            rows(state.returnedOrNull());
        }
    }

    private static int bits(Set<SourceColumn> columns) {
        return columns.stream().mapToInt(column -> 1 << column.ordinal()).reduce(0, (a, b) -> a | b);
    }

    private void rows(@Nullable RowColumns rows) throws IOException {
        if (rows == null) {
            out.writeInt(0);
            return;
        }
        out.writeInt(rows.size);
        for (int row = 0; row < rows.size; row++) {
            out.writeLong(rows.second[row]);
        }
        for (int row = 0; row < rows.size; row++) {
            out.writeDouble(rows.amount[row]);
        }
        doubles(rows.quantity, rows.size);
        doubles(rows.unitPrice, rows.size);
        doubles(rows.discount, rows.size);
        ints(rows.product, rows.size, productNumbers);
        ints(rows.channel, rows.size, channelNumbers);
        ints(rows.order, rows.size, orderNumbers);
    }

    /** Only orders that are still there: those of a forgotten customer must not be saved. */
    private void orders(FeatureStates states) throws IOException {
        NameTable names = states.names().orders;
        orderNumbers = new int[names.size()];
        List<String> used = new ArrayList<>();
        for (FeatureState state : states.all()) {
            collect(state.sales(), names, used);
            RowColumns back = state.returnedOrNull();
            if (back != null) {
                collect(back, names, used);
            }
        }
        texts(used);
        for (int i = 0; i < orderNumbers.length; i++) {
            orderNumbers[i]--;
        }
    }

    /** Numbers count from 1 while they are handed out: 0 is none yet. */
    private void collect(RowColumns rows, NameTable names, List<String> used) {
        for (int row = 0; row < rows.size; row++) {
            int order = rows.order(row);
            if (order != TransactionLog.NONE && orderNumbers[order] == 0) {
                used.add(names.name(order));
                orderNumbers[order] = used.size();
            }
        }
    }

    private void doubles(double @Nullable [] column, int size) throws IOException {
        for (int row = 0; column != null && row < size; row++) {
            out.writeDouble(column[row]);
        }
    }

    private void ints(int @Nullable [] column, int size, int[] numbers) throws IOException {
        for (int row = 0; column != null && row < size; row++) {
            out.writeInt(column[row] == TransactionLog.NONE ? TransactionLog.NONE : numbers[column[row]]);
        }
    }

    /** Names but those that only forgotten customers had; gives the number in the file of each. */
    private int[] names(NameTable names, BitSet gone) throws IOException {
        int[] numbers = new int[names.size()];
        out.writeInt(numbers.length - gone.cardinality());
        int next = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (!gone.get(i)) {
                text(names.name(i));
                numbers[i] = next++;
            }
        }
        return numbers;
    }

    private void texts(List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(text);
        }
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
