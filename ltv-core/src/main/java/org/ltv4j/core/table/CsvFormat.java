package org.ltv4j.core.table;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * A CSV file's form, settled before its rows are read.
 *
 * @param charset charset of the file
 * @param gzip true when it is compressed
 * @param delimiter between fields
 * @param separatorLine true when the first line is Excel's {@code sep=;}
 * @param header number of fields of the header
 * @param binding where the columns are
 * @param decimal decimal mark, or {@link NumberParser#UNDECIDED}
 * @param dates parser of the date column
 */
record CsvFormat(
        Charset charset,
        boolean gzip,
        char delimiter,
        boolean separatorLine,
        int header,
        ColumnBinding binding,
        char decimal,
        DateParser dates) {

    /** What a report shows of it. */
    DetectedFormat detected() {
        List<String> notes = new ArrayList<>(binding.notes());
        return new DetectedFormat(
                "CSV",
                charset.name(),
                gzip,
                String.valueOf(delimiter),
                "\"",
                String.valueOf(decimal == NumberParser.UNDECIDED ? '.' : decimal),
                dates.form(),
                binding.names(),
                notes);
    }
}
