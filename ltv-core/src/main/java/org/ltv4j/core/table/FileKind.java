package org.ltv4j.core.table;

import java.nio.charset.StandardCharsets;

/** What a file is, told by its first bytes and, among kinds of text, by the first letters after them. */
enum FileKind {
    /** Comma, semicolon, tab or pipe between fields. */
    TEXT,
    /** Objects or arrays of them. */
    JSON,
    /** A zip archive: a workbook since 2007, or something to refuse. */
    XLSX,
    /** A compound file of old Office programs. */
    XLS,
    /** Columns of Apache Parquet. */
    PARQUET,
    /** A database of SQLite. */
    SQLITE,
    /** A database of DuckDB. */
    DUCKDB;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] COMPOUND = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final byte[] PARQUET_MARK = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SQLITE_MARK = "SQLite format 3\u0000".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DUCKDB_MARK = "DUCK".getBytes(StandardCharsets.US_ASCII);
    private static final int DUCKDB_OFFSET = 8;

    /** The kind of a file that begins with these bytes, which are unpacked already if it is a gzip file. */
    static FileKind of(byte[] head, int length) {
        if (Magic.startsWith(head, length, ZIP) || Magic.startsWith(head, length, EMPTY_ZIP)) {
            return XLSX;
        }
        if (Magic.startsWith(head, length, COMPOUND)) {
            return XLS;
        }
        if (Magic.startsWith(head, length, PARQUET_MARK)) {
            return PARQUET;
        }
        if (Magic.startsWith(head, length, SQLITE_MARK)) {
            return SQLITE;
        }
        if (length >= DUCKDB_OFFSET + DUCKDB_MARK.length
                && java.util.Arrays.equals(
                        head, DUCKDB_OFFSET, DUCKDB_OFFSET + DUCKDB_MARK.length, DUCKDB_MARK, 0, DUCKDB_MARK.length)) {
            return DUCKDB;
        }
        return json(head, length) ? JSON : TEXT;
    }

    /** True where the first letters, NULs of UTF-16 and byte order marks aside, can only begin JSON. */
    private static boolean json(byte[] head, int length) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length && letters.length() < 2; i++) {
            int b = head[i] & 0xff;
            boolean mark = b >= 0xef && letters.isEmpty();
            boolean ignored = b <= ' ' || mark || ((b == 0xbb || b == 0xbf) && letters.isEmpty());
            if (!ignored) {
                letters.append((char) b);
            }
        }
        String first = letters.toString();
        return first.matches("\\{[\"}]?|\\[[\\[\\]{\"0-9-]");
    }

    /** Which of the options speak of another kind of file, in words; empty where all fit. Nothing asked for is passed over. */
    String unfit(SourceOptions options) {
        boolean workbook = this == XLSX || this == XLS;
        boolean database = this == SQLITE || this == DUCKDB;
        if (!workbook && !options.sheets().isEmpty()) {
            return unfit("--sheet (SourceOptions.withSheet)", "Excel workbooks");
        }
        if (!workbook && options.allSheets()) {
            return unfit("--all-sheets (SourceOptions.withAllSheets)", "Excel workbooks");
        }
        if (!database && options.table().isPresent()) {
            return unfit("--table (SourceOptions.withTable)", "databases");
        }
        if (!database && this != PARQUET && options.query().isPresent()) {
            return unfit("--query (SourceOptions.withQuery)", "databases and Parquet files");
        }
        return "";
    }

    private String unfit(String option, String kinds) {
        return option + " is for " + kinds + ", and this is " + this + ": leave it out, or name another file";
    }

    /** The kind in words. */
    @Override
    public String toString() {
        return switch (this) {
            case TEXT -> "a text file (CSV)";
            case JSON -> "a JSON file";
            case XLSX, XLS -> "an Excel workbook";
            case PARQUET -> "a Parquet file";
            case SQLITE -> "a database of SQLite";
            case DUCKDB -> "a database of DuckDB";
        };
    }
}
