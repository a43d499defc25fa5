package org.ltv4j.core.table;

import java.util.List;
import java.util.Map;

/**
 * What a source was read as, stated or detected: for the report, so that a reader can see and correct it.
 *
 * @param source what kind of source, for example {@code CSV} or {@code Tablesaw table}
 * @param charset name of the charset; empty where the source has none
 * @param gzip true when the file was compressed
 * @param delimiter the character between fields; empty where the source has none
 * @param quote the character around fields; empty where the source has none
 * @param decimal the decimal mark
 * @param dateFormat the date format as it may be stated
 * @param columns name of the column used for each role
 * @param notes what else a careful person would mention, in sentences
 */
public record DetectedFormat(
        String source,
        String charset,
        boolean gzip,
        String delimiter,
        String quote,
        String decimal,
        String dateFormat,
        Map<ColumnRole, String> columns,
        List<String> notes) {
    /**
     * Copies the collections.
     *
     * @param source what kind of source, for example {@code CSV} or {@code Tablesaw table}
     * @param charset name of the charset; empty where the source has none
     * @param gzip true when the file was compressed
     * @param delimiter the character between fields; empty where the source has none
     * @param quote the character around fields; empty where the source has none
     * @param decimal the decimal mark
     * @param dateFormat the date format as it may be stated
     * @param columns name of the column used for each role
     * @param notes what else a careful person would mention, in sentences
     */
    public DetectedFormat {
        columns = java.util.Collections.unmodifiableMap(new java.util.EnumMap<>(columns));
        notes = List.copyOf(notes);
    }
}
