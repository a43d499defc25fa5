package org.ltv4j.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.score.CustomerState;

/**
 * Saves the states of customers and loads them again, as {@link LogFiles} does with logs and in the same form (with {@code
 * LTVSTA} in its first bytes): the same states in the same order give the same bytes, and what was cut short or changed is
 * refused.
 *
 * <pre>{@code
 * StateFiles.save(states, file, key);
 * Map<String, CustomerState> states = StateFiles.load(file, key);
 * }</pre>
 */
public final class StateFiles {
    private static final FileForm FORM = new FileForm("LTVSTA", 1, "file of states", "StateFiles.save");
    private static final int MOST_DAYS = 100_000_000;

    private StateFiles() {}

    /**
     * Saves states.
     *
     * @param states the state of each customer, by id
     * @param file the file to make or to replace; its folder must exist
     * @throws UncheckedIOException if the file cannot be written; a file that stood there before is as it was
     */
    public static void save(Map<String, CustomerState> states, Path file) {
        List<Section.Source> sections = sections(states);
        SavedFiles.write(FORM, file, null, out -> SectionWriter.write(FORM, sections, out));
    }

    /**
     * Saves states encrypted.
     *
     * @param states the state of each customer, by id
     * @param file the file to make or to replace; its folder must exist
     * @param key the key, which is written nowhere
     * @throws UncheckedIOException if the file cannot be written; a file that stood there before is as it was
     */
    public static void save(Map<String, CustomerState> states, Path file, EncryptionKey key) {
        List<Section.Source> sections = sections(states);
        SavedFiles.write(FORM, file, key, out -> SectionWriter.write(FORM, sections, out));
    }

    /**
     * Loads states that were saved without a key.
     *
     * @param file a file written by {@link #save(Map, Path)}
     * @return the state of each customer, by id, in the order in which they were saved; may be changed
     * @throws SavedFileException if the file is none of these, is encrypted, was cut short or changed, or needs a newer library
     * @throws UncheckedIOException if the file is missing or cannot be read
     */
    public static Map<String, CustomerState> load(Path file) {
        return SavedFiles.read(FORM, file, null, StateFiles::read);
    }

    /**
     * Loads states that were saved with a key.
     *
     * @param file a file written by {@link #save(Map, Path, EncryptionKey)}
     * @param key the key with which it was saved
     * @return the state of each customer, by id, in the order in which they were saved; may be changed
     * @throws SavedFileException if the file is none of these, is not encrypted, or with another key, was cut short or changed, or
     *     needs a newer library
     * @throws UncheckedIOException if the file is missing or cannot be read
     */
    public static Map<String, CustomerState> load(Path file, EncryptionKey key) {
        return SavedFiles.read(FORM, file, key, StateFiles::read);
    }

    private static List<Section.Source> sections(Map<String, CustomerState> states) {
        List<CustomerState> all = List.copyOf(states.values());
        IdTable customers = IdTable.of(states.keySet().toArray(new String[0]));
        List<Section.Source> sections = new ArrayList<>();
        SectionWriter.table(sections, "customer", customers);
        int size = all.size();
        sections.add(Section.whole("firstDay", size, i -> all.get(i).firstDay().toEpochDay()));
        sections.add(Section.whole("lastDay", size, i -> all.get(i).lastDay().toEpochDay()));
        sections.add(Section.whole("frequency", size, i -> all.get(i).frequency()));
        sections.add(Section.decimal("firstSpend", size, i -> all.get(i).firstSpend()));
        sections.add(Section.decimal("repeatSpend", size, i -> all.get(i).repeatSpend()));
        return sections;
    }

    private static Map<String, CustomerState> read(InputStream in, long size) throws IOException {
        SectionReader sections = new SectionReader(FORM, in, size);
        try {
            IdTable customers = sections.table("customer");
            int n = customers.size();
            int[] first = sections.ints("firstDay", n, -MOST_DAYS, MOST_DAYS);
            int[] last = sections.ints("lastDay", n, -MOST_DAYS, MOST_DAYS);
            int[] frequency = sections.ints("frequency", n, 0, Integer.MAX_VALUE);
            double[] firstSpend = sections.doubles("firstSpend", n);
            double[] repeatSpend = sections.doubles("repeatSpend", n);
            sections.finish();
            Map<String, CustomerState> states = new LinkedHashMap<>();
            for (int i = 0; i < n; i++) {
                states.put(
                        customers.id(i),
                        new CustomerState(
                                LocalDate.ofEpochDay(first[i]),
                                LocalDate.ofEpochDay(last[i]),
                                frequency[i],
                                firstSpend[i],
                                repeatSpend[i]));
            }
            return states;
        } catch (InvalidDataException | ArithmeticException e) {
            throw new SavedFileException("the saved file of states contradicts itself: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new SavedFileException("a state contradicts itself: " + e.getMessage(), e);
        }
    }
}
