package org.ltv4j.core.privacy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.io.AtomicFiles;

/** Rewrites a CSV file without some rows. It looks at bytes, so that all it keeps stays as it is. */
final class CsvErasure {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
    private static final int MOST_BYTES = 64 << 20;

    private final Path file;
    private final String column;
    private final Set<String> ids;
    private final boolean strict;
    private long rows;
    private long removed;
    private long remaining;

    /** The ids are in normal form. */
    CsvErasure(Path file, String column, Set<String> ids) {
        this.file = file;
        this.column = column;
        this.ids = ids;
        this.strict = ids.stream().anyMatch(id -> id.chars().anyMatch(c -> c >= 0x80));
    }

    /** Rows of data. */
    long rows() {
        return rows;
    }

    /** Rows taken away. */
    long removed() {
        return removed;
    }

    /** Mentions of the ids in the rows that stay, for example in a column of notes. */
    long remaining() {
        return remaining;
    }

    /** Looks first and writes only where there is something to take away. */
    void run() throws IOException {
        copy(OutputStream.nullOutputStream());
        if (removed > 0) {
            AtomicFiles.write(file, this::copy);
        }
    }

    private void copy(OutputStream out) throws IOException {
        rows = 0;
        removed = 0;
        remaining = 0;
        try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            OpaqueForms.refuse(in);
            Records records = new Records(in);
            byte[] header = records.next();
            String names = text(header, 1);
            int delimiter = delimiter(names);
            int place = cells(names, (char) delimiter).indexOf(column);
            records.delimiter = delimiter;
            out.write(header);
            remaining += Mentions.count(names, ids);
            for (byte[] row = records.next(); row.length > 0; row = records.next()) {
                String text = text(row, records.line - 1);
                List<String> cells = cells(text, (char) delimiter);
                boolean blank = cells.size() == 1 && cells.get(0).isBlank();
                rows += blank ? 0 : 1;
                if (!blank && place < cells.size() && isLeftOut(cells.get(place))) {
                    removed++;
                } else {
                    out.write(row);
                    remaining += Mentions.count(text, ids);
                }
            }
        }
    }

    private boolean isLeftOut(String cell) {
        boolean guarded = cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0;
        return isId(cell) || isId(cell.strip()) || guarded && isId(cell.substring(1));
    }

    private boolean isId(String cell) {
        return !cell.isEmpty() && ids.contains(Ids.normal(cell));
    }

    /** The separator with which the header has the column once. The header may be data, so it is not shown. */
    private int delimiter(String header) {
        for (char delimiter : DELIMITERS) {
            List<String> names = cells(header, delimiter);
            if (names.stream().filter(column::equals).count() == 1) {
                return delimiter;
            }
        }
        throw new InvalidDataException(
                "the first line does not name the column asked for, or names it twice: check the column and the separator");
    }

    /** Ids of other letters than those of ASCII cannot be seen in other charsets than UTF-8. */
    private String text(byte[] row, long line) {
        String text = new String(row, StandardCharsets.UTF_8);
        if (strict && text.indexOf('\ufffd') >= 0 && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), row)) {
            throw new InvalidDataException(
                    "line " + line
                            + " or a line before it is not UTF-8, and the ids to erase are not plain ASCII: convert the file to UTF-8 first");
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static List<String> cells(String row, char delimiter) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean mayQuote = true;
        int end = row.length();
        while (end > 0 && (row.charAt(end - 1) == '\n' || row.charAt(end - 1) == '\r')) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            char c = row.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < end && row.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && mayQuote) {
                cell.setLength(0);
                quoted = true;
                mayQuote = false;
            } else if (c == delimiter) {
                cells.add(cell.toString());
                cell.setLength(0);
                mayQuote = true;
            } else {
                cell.append(c);
                mayQuote &= c == ' ';
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /**
     * Rows with their line ends; a line end within quotes is part of a row. A quote opens only at the start of a cell, as in
     * {@link #cells}: one within a cell, such as that of an inch, is a character.
     */
    private static final class Records {
        private enum In {
            START,
            CELL,
            QUOTES,
            AFTER_QUOTE
        }

        private final InputStream in;
        private int delimiter = -1; // any of them until the header is known
        private long line = 1;

        Records(InputStream in) {
            this.in = in;
        }

        /** The next row; empty at the end of the file. */
        byte[] next() throws IOException {
            ByteArrayOutputStream row = new ByteArrayOutputStream();
            long start = line;
            In state = In.START;
            for (int b = in.read(); b >= 0; b = in.read()) {
                row.write(b);
                if (row.size() > MOST_BYTES) {
                    throw new InvalidDataException(
                            "line " + start + " goes on for more than 64 MiB: is a quote not closed?");
                }
                if (b == '\n' || b == '\r') {
                    endLine(b, row);
                    if (state != In.QUOTES) {
                        return row.toByteArray();
                    }
                } else {
                    state = after(state, b, line == 1 && row.size() <= 3);
                }
            }
            if (state == In.QUOTES) {
                throw new InvalidDataException(
                        "line " + start + " opens a quoted cell that is never closed: nothing was changed");
            }
            return row.toByteArray();
        }

        private In after(In state, int b, boolean mayBeMark) {
            if (state == In.QUOTES) {
                return b == '"' ? In.AFTER_QUOTE : In.QUOTES;
            }
            if (b == '"') {
                return state == In.CELL ? In.CELL : In.QUOTES;
            }
            boolean blank = b == ' ' || mayBeMark && b >= 0x80;
            return separates(b) || state == In.START && blank ? In.START : In.CELL;
        }

        private boolean separates(int b) {
            return delimiter < 0 ? b == ',' || b == ';' || b == '\t' || b == '|' : b == delimiter;
        }

        private void endLine(int b, ByteArrayOutputStream row) throws IOException {
            line++;
            if (b == '\r') {
                in.mark(1);
                if (in.read() == '\n') {
                    row.write('\n');
                } else {
                    in.reset();
                }
            }
        }
    }
}
