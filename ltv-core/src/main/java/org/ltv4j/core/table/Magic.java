package org.ltv4j.core.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files that are no text, told by their first bytes, and what to do with each. */
final class Magic {
    private record Kind(byte[] start, String advice) {}

    private static final String ZIP = "PK\u0003\u0004";
    private static final int ZIP_NAME = 30;

    private static final List<Kind> KINDS = List.of(
            kind(ZIP, "is a zip archive: unpack it and name the file in it, or compress that file by gzip"),
            kind("PK\u0005\u0006", "is an empty zip archive"),
            kind(
                    "\u00d0\u00cf\u0011\u00e0",
                    "is an old Excel workbook (.xls): read it with SalesFile, or save the sheet as CSV"),
            kind("\u0089PNG", "is a PNG picture, not a table"),
            kind("\u00ff\u00d8\u00ff", "is a JPEG picture, not a table"),
            kind("GIF8", "is a GIF picture, not a table"),
            kind("%PDF", "is a PDF document: export the table as CSV"),
            kind("PAR1", "is a Parquet file: read it with SalesFile, or export it as CSV"),
            kind("SQLite format 3\u0000", "is an SQLite database: read it with SalesFile, or query it through JDBC"),
            kind("7z\u00bc\u00af", "is a 7-Zip archive: unpack it"),
            kind("Rar!\u001a", "is a RAR archive: unpack it"),
            kind("BZh", "is compressed by bzip2: unpack it, or compress it by gzip"),
            kind("\u00fd7zXZ", "is compressed by xz: unpack it, or compress it by gzip"),
            kind("\u0028\u00b5\u002f\u00fd", "is compressed by zstd: unpack it, or compress it by gzip"),
            kind("\u007fELF", "is a program, not a table"),
            kind("<!DOCTYPE", "is a web page or XML: save the table as CSV"),
            kind("<html", "is a web page: save the table as CSV"),
            kind("<?xml", "is XML: save the table as CSV"),
            kind("{\"", "looks like JSON: read it with SalesFile, or save the rows as CSV"),
            kind("[{", "looks like JSON: read it with SalesFile, or save the rows as CSV"));

    private Magic() {}

    private static Kind kind(String start, String advice) {
        return new Kind(start.getBytes(StandardCharsets.ISO_8859_1), advice);
    }

    static boolean gzip(byte[] head, int length) {
        return length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b;
    }

    /** What the bytes are if they are no table, and what to do; null if they may be text. */
    static @Nullable String refusal(byte[] head, int length) {
        if (workbook(head, length)) {
            return "is an Excel workbook (.xlsx): read it with SalesFile, or save the sheet as CSV";
        }
        for (Kind kind : KINDS) {
            if (startsWith(head, length, kind.start)) {
                return kind.advice;
            }
        }
        return null;
    }

    /** A zip whose first entry is one that workbooks have; its name stands behind 30 bytes. */
    private static boolean workbook(byte[] head, int length) {
        if (!startsWith(head, length, ZIP.getBytes(StandardCharsets.ISO_8859_1)) || length < ZIP_NAME) {
            return false;
        }
        String name = new String(head, ZIP_NAME, Math.min(length - ZIP_NAME, 24), StandardCharsets.ISO_8859_1);
        return name.startsWith("[Content_Types].xml") || name.startsWith("xl/") || name.startsWith("_rels/");
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
