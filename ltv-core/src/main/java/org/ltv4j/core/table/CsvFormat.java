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
 * @param headed true when the first row names the columns
 * @param header number of fields of the header
 * @param names the names of the header as rows are compared with them; empty without one
 * @param binding where the columns are
 * @param decimal decimal mark, or {@link NumberParser#UNDECIDED}
 * @param dates parser of the date column
 * @param notes what was noticed so far, in sentences
 */
record CsvFormat(
        Charset charset,
        boolean gzip,
        char delimiter,
        boolean separatorLine,
        boolean headed,
        int header,
        List<String> names,
        ColumnBinding binding,
        char decimal,
        DateParser dates,
        List<String> notes) {

    /** What a report shows of it, with what was noticed while reading. */
    DetectedFormat detected(List<String> further) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(further);
        return new DetectedFormat(
                "CSV",
                charset.name(),
                gzip,
                String.valueOf(delimiter),
                "\"",
                String.valueOf(decimal == NumberParser.UNDECIDED ? '.' : decimal),
                dates.form(),
                binding.names(),
                all);
    }
}
