package org.ltv4j.core.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Settles the delimiter from the first rows: the one under which the header has the asked-for columns, else the one
 * under which the rows agree on the largest number of fields.
 */
final class DelimiterDetector {
    static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int ROWS = 50;
    private static final double NAME_WEIGHT = 1e6;

    private DelimiterDetector() {}

    /** The most likely delimiter of a text whose first bytes are given. */
    static char detect(byte[] head, int length, Columns columns, boolean headed) throws IOException {
        char best = CANDIDATES[0];
        double highest = -1;
        for (char candidate : CANDIDATES) {
            double score = score(head, length, candidate, columns, headed);
            if (score > highest) {
                highest = score;
                best = candidate;
            }
        }
        return best;
    }

    /** Names asked for that the header has, then the share of rows with as many fields as the header, and their number. */
    private static double score(byte[] head, int length, char delimiter, Columns columns, boolean headed)
            throws IOException {
        CsvParser parser = new CsvParser(new ByteArrayInputStream(head, 0, length), delimiter, '"');
        try {
            if (!parser.next()) {
                return 0;
            }
            List<String> header = headed ? fields(parser) : ColumnBinding.numbered(parser.fields());
            int rows = 0;
            int agreeing = 0;
            while (rows < ROWS && parser.next()) {
                rows++;
                agreeing += parser.fields() == header.size() ? 1 : 0;
            }
            double share = rows == 0 ? 1 : (double) agreeing / rows;
            return NAME_WEIGHT * ColumnBinding.matches(header, columns)
                    + (header.size() == 1 ? 0 : share * 1000 + Math.min(header.size(), 900));
        } catch (CsvFault fault) {
            return 0;
        }
    }

    /** All fields of the current record as text. */
    static List<String> fields(CsvParser parser) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < parser.fields(); i++) {
            fields.add(parser.text(i));
        }
        return fields;
    }
}
