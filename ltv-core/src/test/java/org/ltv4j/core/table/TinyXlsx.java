package org.ltv4j.core.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks written part by part, so that tests can say what libraries would not write. Styles: 0 plain, 1 a date. */
final class TinyXlsx {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private String properties = "";
    private int count;

    TinyXlsx() {
        parts.put(
                "xl/styles.xml",
                "<styleSheet xmlns='" + MAIN
                        + "'><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy\\ hh:mm'/></numFmts>"
                        + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                        + "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='14'/></cellXfs></styleSheet>");
    }

    /** A header of customer, date and amount, and rows of raw cells below it. */
    static TinyXlsx of(String... rows) {
        return new TinyXlsx().sheet("Sales", header() + String.join("", rows));
    }

    static String header() {
        return row(1, text("A1", "customer") + text("B1", "date") + text("C1", "amount"));
    }

    static String row(int number, String cells) {
        return "<row r='" + number + "'>" + cells + "</row>";
    }

    /** A sale on row {@code number}, its date the number of a day formatted as one. */
    static String sale(int number, String customer, double day, double amount) {
        return row(number, text("A" + number, customer) + date("B" + number, day) + number("C" + number, amount));
    }

    static String text(String place, String text) {
        return "<c r='" + place + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    static String number(String place, double value) {
        return "<c r='" + place + "'><v>" + value + "</v></c>";
    }

    static String date(String place, double value) {
        return "<c r='" + place + "' s='1'><v>" + value + "</v></c>";
    }

    TinyXlsx sheet(String name, String rows) {
        return sheet(name, "visible", rows);
    }

    TinyXlsx sheet(String name, String state, String rows) {
        count++;
        sheets.append(
                "<sheet name='" + name + "' sheetId='" + count + "' state='" + state + "' r:id='rId" + count + "'/>");
        relate("rId" + count, "worksheet", "worksheets/sheet" + count + ".xml");
        return part(
                "xl/worksheets/sheet" + count + ".xml",
                "<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData></worksheet>");
    }

    TinyXlsx strings(String items) {
        relate("strings", "sharedStrings", "sharedStrings.xml");
        return part("xl/sharedStrings.xml", "<sst xmlns='" + MAIN + "'>" + items + "</sst>");
    }

    TinyXlsx since1904() {
        properties = "<workbookPr date1904='1'/>";
        return this;
    }

    TinyXlsx part(String name, String xml) {
        parts.put(name, xml);
        return this;
    }

    private void relate(String id, String type, String target) {
        relations.append(
                "<Relationship Id='" + id + "' Type='" + RELATIONS + "/" + type + "' Target='" + target + "'/>");
    }

    Path write(Path folder) throws IOException {
        Path file = folder.resolve("sales.xlsx");
        relate("styles", "styles", "styles.xml");
        parts.putIfAbsent(
                "_rels/.rels",
                "<Relationships xmlns='" + PACKAGE + "'><Relationship Id='r' Type='" + RELATIONS
                        + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
        parts.putIfAbsent(
                "xl/workbook.xml",
                "<workbook xmlns='" + MAIN + "' xmlns:r='" + RELATIONS + "'>" + properties + "<sheets>" + sheets
                        + "</sheets></workbook>");
        parts.putIfAbsent(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='" + PACKAGE + "'>" + relations + "</Relationships>");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
