package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.ltv4j.core.table.TinyXlsx.header;
import static org.ltv4j.core.table.TinyXlsx.sale;
import static org.ltv4j.core.table.TinyXlsx.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.data.InvalidDataException;

/** Workbooks that are damaged, hostile, locked or none: each ends with an error that says so, and names nobody. */
class ExcelBadInputTest {
    private static final SourceOptions SKIP = SourceOptions.defaults().withRowPolicy(RowPolicy.SKIP);

    @TempDir
    private Path folder;

    @Test
    void aZipIsRefusedByNameWithWhatToDo() throws IOException {
        Path zip = zip("a/sales.csv", "customer,date,amount\n", "b.txt", "x");
        assertThatThrownBy(() -> SalesFile.read(zip, Sales.COLUMNS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(
                        "some.zip is a zip archive of 2 files (a/sales.csv, b.txt): unpack it and name the file to read");
        Path empty = Files.write(
                folder.resolve("empty.zip"),
                new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        assertThatThrownBy(() -> SalesFile.read(empty, Sales.COLUMNS))
                .hasMessageContaining("is a zip archive of 0 files");
    }

    @Test
    void otherOfficeFilesAreRefusedByName() throws IOException {
        assertThatThrownBy(() -> SalesFile.read(zip("xl/workbook.bin", "x"), Sales.COLUMNS))
                .hasMessageContaining("is a binary Excel workbook (.xlsb): save it as .xlsx");
        assertThatThrownBy(() -> SalesFile.read(zip("content.xml", "x", "mimetype", "x"), Sales.COLUMNS))
                .hasMessageContaining("is an OpenDocument file");
        assertThatThrownBy(() -> SalesFile.read(zip("word/document.xml", "x"), Sales.COLUMNS))
                .hasMessageContaining("is an Office document, not a workbook");
    }

    @Test
    void aCutOffWorkbookIsToldAsSuch() throws IOException {
        byte[] whole = Files.readAllBytes(TinyXlsx.of(sale(2, "Jane", 45717, 1)).write(folder));
        Path cut = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, whole.length - 60));
        assertThatThrownBy(() -> SalesFile.read(cut, Sales.COLUMNS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("is damaged or cut off")
                .hasMessageContaining("fetch it again");
    }

    @Test
    void brokenPartsAreTold() throws IOException {
        assertDamaged(TinyXlsx.of(sale(2, "Jane", 45717, 1) + "<row r='3'><c r='A3'><v>Jane"));
        assertDamaged(TinyXlsx.of(sale(2, "Jane", 45717, 1), "</row>"));
        assertDamaged(TinyXlsx.of("<row r='2'><c r='A2' t='s'><v>5</v></c></row>"));
        assertDamaged(TinyXlsx.of("<row r='2'><c r='A2'><v>Jane</v></c></row>"));
        assertDamaged(TinyXlsx.of("<row r='x2'></row>"));
        assertDamaged(TinyXlsx.of("<row r='2000000'></row>"));
        assertDamaged(TinyXlsx.of("<row r='2'><c r='ZZZZZZZZZ2'><v>1</v></c></row>"));
        assertDamaged(TinyXlsx.of("<row r='2'><c r='22'><v>1</v></c></row>"));
        assertDamaged(TinyXlsx.of("").part("xl/workbook.xml", "no XML"));
        assertDamaged(TinyXlsx.of("").part("xl/_rels/workbook.xml.rels", "<a><b></a>"));
    }

    @Test
    void entitiesOfADocumentTypeAreNotResolved() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        TinyXlsx book = TinyXlsx.of("")
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]><worksheet><sheetData>" + header()
                                + "<row r='2'>" + text("A2", "&e;") + "</row></sheetData></worksheet>");
        assertThatThrownBy(() -> SalesFile.read(book.write(folder), Sales.COLUMNS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void aZipBombIsStoppedWhileItUnpacks() throws IOException {
        TinyXlsx bomb = TinyXlsx.of(sale(2, "ann", 45717, 1), " ".repeat(3_000_000));
        SourceLimits small = SourceLimits.defaults().withUnpackedBytes(1_000_000);
        assertThatThrownBy(() -> SalesFile.read(bomb.write(folder), Sales.COLUMNS, SKIP.withLimits(small)))
                .hasMessageContaining("unpacks to more than 1000000 bytes")
                .hasMessageContaining("raise SourceLimits.withUnpackedBytes");
        assertThat(SalesFile.read(bomb.write(folder), Sales.COLUMNS, SKIP).log().size())
                .isEqualTo(1);
    }

    @Test
    void anEndlessValueIsStoppedBeforeItFillsTheMemory() throws IOException {
        String value = "x".repeat(2_000_000);
        assertThatThrownBy(() ->
                        SalesFile.read(TinyXlsx.of(sale(2, value, 45717, 1)).write(folder), Sales.COLUMNS))
                .hasMessageContaining("has a value longer than the limit of 1048576 characters");
        TinyXlsx name = TinyXlsx.of("<row r='2' x='" + "y".repeat(8_000_000) + "'></row>");
        assertThatThrownBy(() -> SalesFile.read(name.write(folder), Sales.COLUMNS))
                .hasMessageContaining("has a value longer than the limit");
        SourceLimits raised = SourceLimits.defaults().withTextLength(4_000_000);
        Ingest read = SalesFile.read(
                TinyXlsx.of(sale(2, value, 45717, 1)).write(folder), Sales.COLUMNS, SKIP.withLimits(raised));
        assertThat(read.log().customers().id(0)).hasSize(2_000_000);
    }

    @Test
    void aLockedWorkbookIsTold() throws IOException {
        Path xlsx = folder.resolve("locked.xlsx");
        try (POIFSFileSystem locked = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(xlsx)) {
            locked.createDocument(new ByteArrayInputStream(new byte[5000]), "EncryptedPackage");
            locked.writeFilesystem(out);
        }
        assertThatThrownBy(() -> SalesFile.read(xlsx, Sales.COLUMNS)).hasMessageContaining("protected by a password");
        Biff8EncryptionKey.setCurrentUserPassword("pw");
        try {
            Path xls = Files.write(folder.resolve("locked.xls"), xls("Jane", 3));
            Biff8EncryptionKey.setCurrentUserPassword(null);
            assertThatThrownBy(() -> SalesFile.read(xls, Sales.COLUMNS))
                    .hasMessageContaining("protected by a password");
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @Test
    void otherOldOfficeFilesAreRefusedByName() throws IOException {
        for (String stream : new String[] {"Book", "WordDocument"}) {
            Path file = folder.resolve("old.xls");
            try (POIFSFileSystem old = new POIFSFileSystem();
                    OutputStream out = Files.newOutputStream(file)) {
                old.createDocument(new ByteArrayInputStream(new byte[5000]), stream);
                old.writeFilesystem(out);
            }
            assertThatThrownBy(() -> SalesFile.read(file, Sales.COLUMNS))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining(stream.equals("Book") ? "Excel 95 or older" : "not a workbook");
        }
    }

    @Test
    void oldWorkbooksKnowSheetsErrorsAndFormulas() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("Notes").createRow(0).createCell(0).setCellValue("x");
            HSSFSheet sheet = workbook.createSheet("Sales");
            fill(sheet, "ann", 2);
            HSSFRow row = sheet.createRow(5);
            row.createCell(0).setCellFormula("CONCATENATE(\"b\",\"ob\")");
            row.createCell(1).setCellValue("2025-03-04");
            row.createCell(2).setCellFormula("2*3");
            HSSFRow bad = sheet.createRow(6);
            bad.createCell(0).setCellValue("cat");
            bad.createCell(1).setCellValue("2025-03-05");
            bad.createCell(2).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.DIV0);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write((OutputStream) out);
        }
        Path file = Files.write(folder.resolve("sales.xls"), out.toByteArray());
        assertThatThrownBy(() -> SalesFile.read(file, Sales.COLUMNS))
                .hasMessageContaining("line 7, column amount: '#DIV/0!' is the error of a formula");
        Ingest read = SalesFile.read(file, Sales.COLUMNS, SKIP);
        assertThat(Sales.shown(read.log())).hasSize(3).last().isEqualTo("bob 2025-03-04T00:00 6.0");
        assertThat(read.format().notes()).containsExactly("sheet 'Sales' of 2 sheets was read");
    }

    /** Random damage, with a fixed seed: a workbook is read or refused, and nothing else happens. */
    @Test
    void damagedBytesAreReadOrRefused() throws IOException {
        byte[] xlsx = Files.readAllBytes(TinyXlsx.of(sale(2, "Jane", 45717, 1), sale(3, "Jane", 45718, 2))
                .write(folder));
        byte[] xls = xls("Jane", 50);
        Random random = new Random(42);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = (i % 2 == 0 ? xlsx : xls).clone();
            int from = 8 + random.nextInt(bytes.length - 8);
            for (int k = 0; k < 1 + random.nextInt(20) && from + k < bytes.length; k++) {
                bytes[from + k] = (byte) random.nextInt(256);
            }
            readOrRefuse(Files.write(folder.resolve("damaged.bin"), bytes), i);
        }
    }

    private static void readOrRefuse(Path file, int round) {
        try {
            SalesFile.read(file, Sales.COLUMNS, SKIP);
        } catch (InvalidDataException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("Jane");
        } catch (CancellationException | Error e) {
            fail("round " + round, e);
        } catch (RuntimeException e) {
            fail("round " + round + " is not explained", e);
        }
    }

    private void assertDamaged(TinyXlsx book) throws IOException {
        Path file = book.write(folder);
        assertThatThrownBy(() -> SalesFile.read(file, Sales.COLUMNS, SKIP))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("sales.xlsx is a damaged Excel workbook")
                .hasMessageNotContaining("Jane");
    }

    private static byte[] xls(String customer, int rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            fill(workbook.createSheet("Sales"), customer, rows);
            workbook.write((OutputStream) out);
        }
        return out.toByteArray();
    }

    private static void fill(HSSFSheet sheet, String customer, int rows) {
        HSSFRow header = sheet.createRow(0);
        String[] names = {"customer", "date", "amount"};
        for (int i = 0; i < names.length; i++) {
            header.createCell(i).setCellValue(names[i]);
        }
        for (int i = 1; i <= rows; i++) {
            HSSFRow row = sheet.createRow(i);
            row.createCell(0).setCellValue(customer);
            row.createCell(1).setCellValue("2025-03-0" + (1 + i % 9));
            row.createCell(2).setCellValue(i);
        }
    }

    private Path zip(String... namesAndTexts) throws IOException {
        Path file = folder.resolve("some.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
