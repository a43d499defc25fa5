package org.ltv4j.core.privacy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.ltv4j.core.clean.CleaningReport;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.io.AtomicFiles;

/**
 * Who was erased, as pseudonyms: so that next week's export of the shop, or a restored backup, does not bring them back.
 * Ask it whenever rows are read or appended. Immutable.
 *
 * <p>The list outlives the key's rotation only together with its key, since pseudonyms cannot be turned back: keep the old
 * key for the old list and ask both lists. The file is text, one pseudonym a line, with a check value that tells another
 * key from the right one.
 */
public final class ErasureList {
    private static final String HEAD = "ltv4j-erasure-list 1";
    private static final String CHECKED = "ltv4j check value";

    private final Pseudonymizer pseudonyms;
    private final TreeSet<String> erased;

    private ErasureList(Pseudonymizer pseudonyms, TreeSet<String> erased) {
        this.pseudonyms = pseudonyms;
        this.erased = erased;
    }

    /**
     * A list of nobody.
     *
     * @param pseudonyms hashes ids; give it a purpose of its own, such as {@code erasure}
     * @return the list
     */
    public static ErasureList empty(Pseudonymizer pseudonyms) {
        return new ErasureList(pseudonyms, new TreeSet<>());
    }

    /**
     * This list and further customers.
     *
     * @param ids raw ids, all that the person is known by
     * @return the longer list
     * @throws IllegalArgumentException if an id is empty or holds half a character
     */
    public ErasureList with(Collection<String> ids) {
        TreeSet<String> more = new TreeSet<>(erased);
        ids.forEach(id -> more.add(pseudonyms.token(id)));
        return new ErasureList(pseudonyms, more);
    }

    /**
     * Whether a customer was erased.
     *
     * @param id raw id
     * @return true if its pseudonym is on the list
     */
    public boolean contains(String id) {
        return !erased.isEmpty() && erased.contains(pseudonyms.token(id));
    }

    /**
     * How many ids are on the list.
     *
     * @return pseudonyms
     */
    public int size() {
        return erased.size();
    }

    /**
     * Leaves out whoever was erased.
     *
     * @param log rows under raw ids
     * @return what is left, and the count of what is not
     */
    public Screened apply(TransactionLog log) {
        return apply(log, CleaningReport.ofRows(log.size()));
    }

    /**
     * Leaves out whoever was erased and goes on with a report.
     *
     * @param log rows under raw ids
     * @param reading what happened to the rows before
     * @return what is left, and a longer report with a step {@code erased customers} and the key's id
     * @throws IllegalArgumentException if the report is not of this log
     */
    public Screened apply(TransactionLog log, CleaningReport reading) {
        Screened before = new Screened(log, reading);
        BitSet out = new BitSet(log.customers().size());
        for (int c = 0; c < log.customers().size(); c++) {
            out.set(c, contains(log.customers().id(c)));
        }
        return CustomerRows.screened(
                before.log(),
                reading,
                out,
                "erased customers (" + pseudonyms.keyId() + ")",
                "customers who asked to be erased stay out: " + out.cardinality() + " of the " + erased.size()
                        + " on the list came back",
                "is of a customer who was erased");
    }

    /**
     * Writes the list, whole or not at all.
     *
     * @param file made or replaced; its folder must exist
     * @throws IOException if it cannot be written
     */
    public void save(Path file) throws IOException {
        AtomicFiles.writeText(file, out -> {
            out.write(HEAD + "\n" + pseudonyms.purpose() + "\n" + pseudonyms.token(CHECKED) + "\n" + erased.size()
                    + "\n");
            for (String token : erased) {
                out.write(token + "\n");
            }
        });
    }

    /**
     * Reads a list.
     *
     * @param file what {@link #save} wrote
     * @param pseudonyms of the same key and purpose
     * @return the list
     * @throws IOException if the file cannot be read
     * @throws InvalidDataException if the file is no such list, not whole, or of another key or purpose
     */
    public static ErasureList load(Path file, Pseudonymizer pseudonyms) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new InvalidDataException("this is no list of erased customers: it is not UTF-8", e);
        }
        if (lines.size() < 4 || !lines.get(0).equals(HEAD)) {
            throw new InvalidDataException("this is no list of erased customers: it does not start with " + HEAD);
        }
        if (!lines.get(1).equals(pseudonyms.purpose()) || !lines.get(2).equals(pseudonyms.token(CHECKED))) {
            throw new InvalidDataException("the list of erased customers was made with another key or purpose than "
                    + pseudonyms.keyId() + " and " + pseudonyms.purpose() + ": it would find nobody");
        }
        TreeSet<String> erased = new TreeSet<>(lines.subList(4, lines.size()));
        if (!lines.get(3).equals(Integer.toString(erased.size())) || erased.size() != lines.size() - 4) {
            throw new InvalidDataException(
                    "the list of erased customers is not whole: its line 4 counts otherwise than its "
                            + (lines.size() - 4) + " lines after it; restore it from a copy");
        }
        for (int i = 4; i < lines.size(); i++) {
            if (!pseudonyms.hasForm(lines.get(i))) {
                throw new InvalidDataException("line " + (i + 1)
                        + " of the list of erased customers is no pseudonym of key " + pseudonyms.keyId());
            }
        }
        return new ErasureList(pseudonyms, erased);
    }

    /** Count and key. */
    @Override
    public String toString() {
        return "list of " + erased.size() + " erased customers under key " + pseudonyms.keyId();
    }
}
