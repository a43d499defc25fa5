package org.ltv4j.core.merge;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.LogEdit;
import org.ltv4j.core.data.TransactionLog;

/**
 * One source of a union.
 *
 * @param name its name
 * @param log its rows
 * @param mapping the members of its customers, or null where its ids are those of the members
 */
record SourceLog(String name, TransactionLog log, @Nullable IdMapping mapping) {
    static final char SEPARATOR = ':';

    /** The rows under the ids of members, with orders, lines and channels that no other source has by accident. */
    TransactionLog renamed(UnmappedRule unmapped, ConflictRule ambiguous, List<SourceReport> reports) {
        TransactionLog used = mapping == null ? log : mappedRows(mapping, unmapped, ambiguous, reports);
        if (mapping == null) {
            int customers = log.customers().size();
            reports.add(new SourceReport(name, log.size(), customers, customers, 0, 0, 0));
        }
        LogEdit edit = LogEdit.of(used);
        if (mapping != null) {
            IdTable.Builder members = new IdTable.Builder();
            int[] numbers = new int[used.customers().size()];
            for (int c = 0; c < numbers.length; c++) {
                numbers[c] = member(mapping, used.customers(), c, ambiguous, members);
            }
            edit.customers(numbers, members.build());
        }
        if (used.hasOrders()) {
            edit.orders(column(used, used::order), prefixed(used.orders()));
        }
        if (used.hasLines()) {
            edit.lines(column(used, used::line), prefixed(used.lines()));
        }
        IdTable.Builder channels = new IdTable.Builder();
        for (int i = 0; i < used.channels().size(); i++) {
            channels.index(used.channels(), i);
        }
        int own = channels.index(name);
        int[] channelOf = column(used, row -> used.channel(row) < 0 ? own : used.channel(row));
        return edit.channels(channelOf, channels.build()).log();
    }

    private int member(IdMapping to, IdTable customers, int customer, ConflictRule ambiguous, IdTable.Builder members) {
        int index = to.index(customers, customer);
        return index < 0
                ? members.index(name + SEPARATOR + customers.id(customer))
                : members.index(to.memberIds(), to.member(index, ambiguous == ConflictRule.TAKE_NEWER));
    }

    private TransactionLog mappedRows(
            IdMapping to, UnmappedRule unmapped, ConflictRule ambiguous, List<SourceReport> reports) {
        BitSet rows = new BitSet(log.size());
        rows.set(0, log.size());
        int without = 0;
        int twice = 0;
        int customers = log.customers().size();
        for (int c = 0; c < customers; c++) {
            int index = to.index(log.customers(), c);
            if (index < 0) {
                without++;
                rows.clear(log.start(c), log.start(c + 1));
            } else if (to.isAmbiguous(index)) {
                twice++;
            }
        }
        if (twice > 0 && ambiguous == ConflictRule.FAIL) {
            throw to.contradiction(to.ambiguous());
        }
        int concerned = log.size() - rows.cardinality();
        if (without > 0 && unmapped == UnmappedRule.FAIL) {
            throw new InvalidDataException(without + " of " + customers + " customers of the source " + name + " ("
                    + concerned + " rows) are not in its id mapping: complete it, or say what to do with them:"
                    + " LogUnion.withUnmapped(KEEP or DROP)");
        }
        boolean drop = unmapped == UnmappedRule.DROP;
        reports.add(new SourceReport(
                name, log.size(), customers, customers - without, twice, without, drop ? concerned : 0));
        return drop ? log.keep(rows) : log;
    }

    private static int[] column(TransactionLog of, IntUnaryOperator value) {
        int[] numbers = new int[of.size()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = value.applyAsInt(row);
        }
        return numbers;
    }

    private IdTable prefixed(IdTable ids) {
        byte[] prefix = (name + SEPARATOR).getBytes(StandardCharsets.UTF_8);
        byte[] id = prefix.clone();
        IdTable.Builder renamed = new IdTable.Builder();
        for (int i = 0; i < ids.size(); i++) {
            int length = prefix.length + ids.length(i);
            id = id.length < length ? java.util.Arrays.copyOf(id, 2 * length) : id;
            ids.copy(i, id, prefix.length);
            renamed.index(id, 0, length);
        }
        return renamed.build();
    }
}
