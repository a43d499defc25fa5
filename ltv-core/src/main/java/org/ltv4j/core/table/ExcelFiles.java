package org.ltv4j.core.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.model.ProgressListener;

/** Opens workbooks of either format. */
final class ExcelFiles {
    private static final String POI = "org.apache.poi.poifs.filesystem.POIFSFileSystem";

    private ExcelFiles() {}

    static Ingest readXlsx(Path file, Columns columns, SourceOptions options, ProgressListener listener)
            throws IOException {
        try (Workbook workbook = XlsxWorkbook.open(file, options.limits(), listener)) {
            return ExcelReader.read(workbook, columns, options);
        }
    }

    static Ingest readXls(Path file, Columns columns, SourceOptions options) throws IOException {
        if (holds(file, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE))) {
            throw new InvalidDataException(
                    "is an Excel workbook protected by a password: open it in Excel, remove the password and save it");
        }
        requirePoi();
        try (Workbook workbook = XlsWorkbook.open(file)) {
            return ExcelReader.read(workbook, columns, options);
        }
    }

    private static void requirePoi() {
        try {
            Class.forName(POI, false, ExcelFiles.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new InvalidDataException(
                    "is an old Excel workbook (.xls), which is read by Apache POI: add org.apache.poi:poi to the class"
                            + " path (5.5.1 is tested), or save the workbook as .xlsx, which needs nothing",
                    e);
        }
    }

    /** True when the file has these bytes anywhere: names of streams stand in its directory, which may be at any place. */
    private static boolean holds(Path file, byte[] wanted) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            int matched = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                matched = b == (wanted[matched] & 0xff) ? matched + 1 : b == (wanted[0] & 0xff) ? 1 : 0;
                if (matched == wanted.length) {
                    return true;
                }
            }
            return false;
        }
    }
}
