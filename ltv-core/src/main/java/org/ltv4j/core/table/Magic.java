package org.ltv4j.core.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files that are no text, told by their first bytes, and what to do with each. */
final class Magic {
    private record Kind(byte[] start, String advice) {}

    private static final List<Kind> KINDS = List.of(
            kind(
                    "PK\u0003\u0004",
                    "is a zip archive or an Excel workbook (.xlsx): unpack it, or save the sheet as CSV"),
            kind("PK\u0005\u0006", "is an empty zip archive"),
            kind("\u00d0\u00cf\u0011\u00e0", "is an old Excel workbook (.xls): save the sheet as CSV"),
            kind("\u0089PNG", "is a PNG picture, not a table"),
            kind("\u00ff\u00d8\u00ff", "is a JPEG picture, not a table"),
            kind("GIF8", "is a GIF picture, not a table"),
            kind("%PDF", "is a PDF document: export the table as CSV"),
            kind("PAR1", "is a Parquet file: export it as CSV, or query it through JDBC (DuckDB reads Parquet)"),
            kind("SQLite format 3\u0000", "is an SQLite database: query it through JDBC"),
            kind("7z\u00bc\u00af", "is a 7-Zip archive: unpack it"),
            kind("Rar!\u001a", "is a RAR archive: unpack it"),
            kind("BZh", "is compressed by bzip2: unpack it, or compress it by gzip"),
            kind("\u00fd7zXZ", "is compressed by xz: unpack it, or compress it by gzip"),
            kind("\u0028\u00b5\u002f\u00fd", "is compressed by zstd: unpack it, or compress it by gzip"),
            kind("\u007fELF", "is a program, not a table"),
            kind("<!DOCTYPE", "is a web page or XML: save the table as CSV"),
            kind("<html", "is a web page: save the table as CSV"),
            kind("<?xml", "is XML: save the table as CSV"),
            kind("{\"", "looks like JSON: save the rows as CSV"),
            kind("[{", "looks like JSON: save the rows as CSV"));

    private Magic() {}

    private static Kind kind(String start, String advice) {
        return new Kind(start.getBytes(StandardCharsets.ISO_8859_1), advice);
    }

    static boolean gzip(byte[] head, int length) {
        return length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b;
    }

    /** What the bytes are if they are no table, and what to do; null if they may be text. */
    static @Nullable String refusal(byte[] head, int length) {
        for (Kind kind : KINDS) {
            if (startsWith(head, length, kind.start)) {
                return kind.advice;
            }
        }
        return null;
    }

    static boolean startsWith(byte[] head, int length, byte... start) {
        if (length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (head[i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean hasNul(byte[] head, int length) {
        for (int i = 0; i < length; i++) {
            if (head[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
