package org.ltv4j.core.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.io.JsonDocuments;

/**
 * What each column, feature and metric means, how it is computed and from what: for people as Markdown, for programs as JSON. Immutable. It
 * holds definitions, no data.
 *
 * <pre>{@code
 * DataDictionary dictionary = DataDictionary.of(log).with(features.schema()).with(ShopMetrics.definitions("EUR"));
 * Files.writeString(Path.of("dictionary.md"), dictionary.toMarkdown());
 * }</pre>
 */
public final class DataDictionary {
    /** A dictionary without entries. */
    public static final DataDictionary EMPTY = new DataDictionary(List.of());

    private static final List<String> HEADER =
            List.of("Name", "Type", "Unit", "Meaning", "Formula", "Source", "As of", "Missing", "Sensitivity");

    private final List<DictionaryEntry> entries;

    private DataDictionary(List<DictionaryEntry> entries) {
        this.entries = List.copyOf(entries);
        Set<List<String>> names = new LinkedHashSet<>();
        for (DictionaryEntry entry : entries) {
            if (!names.add(List.of(entry.kind().name(), entry.name()))) {
                throw new InvalidDataException("the dictionary has " + entry.name() + " twice: rename one");
            }
        }
    }

    /**
     * The columns of a log.
     *
     * @param log the log, in one currency
     * @return a dictionary of the columns that it has
     * @throws InvalidDataException if amounts stand in several currencies
     */
    public static DataDictionary of(TransactionLog log) {
        return new DataDictionary(LogDictionary.columns(log));
    }

    /**
     * The same with the features of a schema.
     *
     * @param schema the features
     * @return the dictionary
     * @throws InvalidDataException if a name stands twice
     */
    public DataDictionary with(FeatureSchema schema) {
        return with(schema.features().stream().map(DictionaryEntry::of).toList());
    }

    /**
     * The same with more entries.
     *
     * @param more entries
     * @return the dictionary
     * @throws InvalidDataException if a name stands twice
     */
    public DataDictionary with(List<DictionaryEntry> more) {
        List<DictionaryEntry> all = new ArrayList<>(entries);
        all.addAll(more);
        return new DataDictionary(all);
    }

    /**
     * Only what is of some sensitivity.
     *
     * @param shown the sensitivities that may be seen
     * @return the dictionary without the others
     */
    public DataDictionary only(Set<Sensitivity> shown) {
        return new DataDictionary(entries.stream()
                .filter(entry -> shown.contains(entry.sensitivity()))
                .toList());
    }

    /**
     * All entries.
     *
     * @return in the order in which they were added
     */
    public List<DictionaryEntry> entries() {
        return entries;
    }

    /**
     * As Markdown: a table for the columns, one for the features and one for the metrics.
     *
     * @return text with line feeds
     */
    public String toMarkdown() {
        StringBuilder text = new StringBuilder("# Data dictionary\n");
        for (DictionaryEntry.Kind kind : DictionaryEntry.Kind.values()) {
            List<DictionaryEntry> some =
                    entries.stream().filter(entry -> entry.kind() == kind).toList();
            if (!some.isEmpty()) {
                text.append("\n## ").append(kind.title()).append("\n\n");
                row(text, HEADER);
                row(text, HEADER.stream().map(name -> "---").toList());
                some.forEach(entry -> row(text, cells(entry)));
            }
        }
        return text.toString();
    }

    private static List<String> cells(DictionaryEntry entry) {
        return Arrays.asList(
                entry.name(),
                entry.type(),
                entry.unit(),
                entry.meaning(),
                entry.formula(),
                entry.source(),
                entry.asOf(),
                entry.missing().isEmpty() ? "never" : entry.missing(),
                entry.sensitivity().name());
    }

    private static void row(StringBuilder text, List<String> cells) {
        for (String cell : cells) {
            text.append("| ").append(escaped(cell)).append(' ');
        }
        text.append("|\n");
    }

    /** No mark-up from names that others chose. */
    private static String escaped(String cell) {
        StringBuilder out = new StringBuilder();
        for (char c : cell.toCharArray()) {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\n', '\r' -> out.append(' ');
                case '|', '\\', '`', '*', '[', ']', '_' -> out.append('\\').append(c);
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /**
     * As JSON: {@code {"format": "ltv-data-dictionary", "formatVersion": 1, "entries": [{"kind": "FEATURE", "name": ...}, ...]}}.
     *
     * @return a document; same dictionary, same text
     */
    public String toJson() {
        return JsonDocuments.of(root -> root.text("format", "ltv-data-dictionary")
                .integer("formatVersion", 1)
                .objects(
                        "entries",
                        entries,
                        (entry, one) -> one.choice("kind", entry.kind())
                                .text("name", entry.name())
                                .text("type", entry.type())
                                .text("unit", entry.unit())
                                .text("meaning", entry.meaning())
                                .text("formula", entry.formula())
                                .text("source", entry.source())
                                .text("asOf", entry.asOf())
                                .text("missing", entry.missing())
                                .choice("sensitivity", entry.sensitivity())));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataDictionary dictionary && dictionary.entries.equals(entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return "DataDictionary[" + entries.size() + " entries]";
    }
}
