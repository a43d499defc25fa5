package org.ltv4j.core.privacy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ltv4j.core.data.CustomerAttributes;
import org.ltv4j.core.data.CustomerEvents;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

/**
 * Takes one customer out of everything that is handed to it, place by place, and writes a receipt at the end. What is
 * immutable comes back without the customer; files are rewritten whole or not at all. Doing it again changes nothing.
 *
 * <pre>{@code
 * Erasure erasure = Erasure.of(Set.of("13085", "ann@example.com"), "request 2026-17");
 * log = erasure.from("sales log", log);
 * states = erasure.from("till states", states);                       // Map<String, CustomerState>
 * erasure.fromCsv(Path.of("scores.csv"), "customer_id");
 * erasure.search(Path.of("model.json"));                              // models hold no ids: 0 remain
 * ErasureReceipt receipt = erasure.receipt(clock);
 * erased = erased.with(erasure.ids());                                // an ErasureList: nobody comes back
 * }</pre>
 *
 * <p>Other holders of ids report by {@link #record}, with {@link #isSubject}, {@link #numbers} or {@link #idsIn} to find the
 * customer.
 * A customer is known by his ids, compared in Unicode normal form C and otherwise exactly. Copies that nobody hands over
 * (backups, exports, mails) stay with the caller. Not thread-safe.
 */
public final class Erasure {
    private final Set<String> ids;
    private final String reference;
    private final List<ErasedPart> parts = new ArrayList<>();

    private Erasure(Set<String> ids, String reference) {
        this.ids = ids;
        this.reference = reference;
    }

    /**
     * Starts an erasure.
     *
     * @param ids everything the one customer is known by, at least one id
     * @param reference the request, in words that name nobody
     * @return takes the places to search
     * @throws IllegalArgumentException if there is no id, one is empty, or the reference contains one as a word
     */
    public static Erasure of(Set<String> ids, String reference) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("need at least one id of the customer to erase");
        }
        Set<String> normal = new TreeSet<>();
        ids.forEach(id -> normal.add(Ids.normal(id)));
        Erasure erasure = new Erasure(normal, reference);
        erasure.requireNameless(reference, "the reference of the request");
        return erasure;
    }

    /**
     * The ids of the customer, for an {@link ErasureList}.
     *
     * @return raw ids in normal form
     */
    public Set<String> ids() {
        return Set.copyOf(ids);
    }

    /**
     * Whether an id is one of the customer's.
     *
     * @param id any id
     * @return true if so
     */
    public boolean isSubject(String id) {
        return !id.isEmpty() && ids.contains(Ids.normal(id));
    }

    /**
     * The customer's places in a table of ids.
     *
     * @param table any table of raw ids
     * @return numbers of that table; the same person may stand there in two Unicode forms
     */
    public BitSet numbers(IdTable table) {
        BitSet numbers = new BitSet(table.size());
        for (int i = 0; i < table.size(); i++) {
            numbers.set(i, isSubject(table.id(i)));
        }
        return numbers;
    }

    /**
     * The customer's ids as they stand in a table, for holders that remove by id.
     *
     * @param table any table of raw ids
     * @return ids of that table, none if he is not in it
     */
    public List<String> idsIn(IdTable table) {
        return numbers(table).stream().mapToObj(table::id).toList();
    }

    /**
     * A log without the customer, and without orders, lines, products and channels that only he named.
     *
     * @param name what to call the log in the receipt
     * @param log rows under raw ids
     * @return the other customers' rows
     */
    public TransactionLog from(String name, TransactionLog log) {
        TransactionLog kept = CustomerRows.without(log, numbers(log.customers()));
        record(name, "rows", log.size(), log.size() - kept.size(), 0);
        return kept;
    }

    /**
     * Attributes without the customer, and without levels of categories that only he had.
     *
     * @param name what to call the attributes in the receipt
     * @param attributes attributes under raw ids
     * @return the other customers' attributes
     */
    public CustomerAttributes from(String name, CustomerAttributes attributes) {
        CustomerAttributes kept = attributes;
        for (String id : idsIn(attributes.customers())) {
            kept = kept.without(id);
        }
        int before = attributes.customers().size();
        record(name, "customers", before, before - kept.customers().size(), 0);
        return kept;
    }

    /**
     * Events without the customer, and without what he wrote.
     *
     * @param name what to call the events in the receipt
     * @param events events under raw ids
     * @return the other customers' events
     */
    public CustomerEvents from(String name, CustomerEvents events) {
        CustomerEvents kept = events;
        for (String id : idsIn(events.customers())) {
            kept = kept.without(id);
        }
        record(name, "events", events.size(), events.size() - kept.size(), 0);
        return kept;
    }

    /**
     * A map by customer without him: states, scores, anything.
     *
     * @param <V> what is kept of each customer
     * @param name what to call the map in the receipt
     * @param byCustomer keys are raw ids
     * @return a copy in the same order
     */
    public <V> Map<String, V> from(String name, Map<String, V> byCustomer) {
        Map<String, V> kept = new LinkedHashMap<>(byCustomer);
        kept.keySet().removeIf(this::isSubject);
        record(name, "customers", byCustomer.size(), byCustomer.size() - kept.size(), 0);
        return kept;
    }

    /**
     * Rewrites a CSV file without the customer's rows, whole or not at all; all other bytes stay as they are, and so does
     * the file if he is not in it. An apostrophe that guards a cell against spreadsheets does not matter, nor do blanks
     * around it. Mentions in other columns of rows that stay, such as notes, are counted as remaining.
     *
     * @param file UTF-8 with a header; cells separated by comma, semicolon, tab or pipe
     * @param column name of the column of customer ids
     * @return rows removed
     * @throws IOException if the file cannot be read or written
     * @throws org.ltv4j.core.data.InvalidDataException if the file has no such column, is compressed, encrypted, UTF-16
     *     or a database, ends inside a quoted cell, or is not UTF-8 while an id is not ASCII
     */
    public long fromCsv(Path file, String column) throws IOException {
        String name = nameOf(file);
        CsvErasure csv = new CsvErasure(file, column, ids);
        csv.run();
        record(name, "rows", csv.rows(), csv.removed(), csv.remaining());
        return csv.removed();
    }

    /**
     * Counts how often the customer's ids stand in a text file as words, and changes nothing: the proof that a model or a
     * report holds none of them. Ids count as they are, in both Unicode forms, and as JSON, HTML, XML, CSV, SQL and URLs
     * escape them; not in Base64, in another case, or with markup in their midst. A short id, such as a number of three
     * digits, may be met by chance: in doubt it counts.
     *
     * @param file a file of UTF-8 text
     * @return mentions
     * @throws IOException if the file cannot be read
     * @throws org.ltv4j.core.data.InvalidDataException if ids could stand in the file unseen: it is compressed, a workbook,
     *     encrypted, a database, binary or in another charset. Nothing is noted for the receipt then; the message says what
     *     to do
     */
    public long search(Path file) throws IOException {
        String name = nameOf(file);
        Mentions mentions;
        try {
            mentions = Mentions.in(file, ids);
        } catch (InvalidDataException e) {
            throw new InvalidDataException(name + " cannot be searched: " + e.getMessage(), e);
        }
        record(name, "bytes", mentions.bytes(), 0, mentions.count());
        return mentions.count();
    }

    /**
     * Notes what somebody else searched and removed.
     *
     * @param name the place, in words that name nobody
     * @param unit what was counted, for example {@code rows}
     * @param searched how many were looked at
     * @param removed how many were taken away
     * @param remaining mentions found that could not be taken away
     */
    public void record(String name, String unit, long searched, long removed, long remaining) {
        requireNameless(name, "the name of a place");
        parts.add(new ErasedPart(name, unit, searched, removed, remaining));
    }

    /**
     * The receipt of what was done so far, without any trace of the customer.
     *
     * @param clock gives the time
     * @return the receipt
     */
    public ErasureReceipt receipt(Clock clock) {
        return new ErasureReceipt(clock.instant(), reference, List.of(), parts);
    }

    /**
     * The receipt of what was done so far, with the customer's pseudonyms, so that whoever holds the key can find it again.
     *
     * @param clock gives the time
     * @param pseudonyms of a purpose of its own, such as {@code erasure}
     * @return the receipt
     */
    public ErasureReceipt receipt(Clock clock, Pseudonymizer pseudonyms) {
        List<String> subject = ids.stream().map(pseudonyms::token).sorted().toList();
        return new ErasureReceipt(clock.instant(), reference, subject, parts);
    }

    private String nameOf(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "file" : last.toString();
        requireNameless(name, "the name of a file");
        return name;
    }

    private void requireNameless(String text, String what) {
        if (Mentions.count(Ids.normal(text), ids) > 0) {
            throw new IllegalArgumentException(what + " contains an id of the customer to erase: the receipt must not");
        }
    }

    /** The reference and the number of places. */
    @Override
    public String toString() {
        return "erasure for " + reference + ", " + parts.size() + " places so far";
    }
}
