package org.ltv4j.core.table;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;

/** The rows of one sheet of an {@link XlsxWorkbook}, streamed. Formulas count by the value that was saved with them. */
final class XlsxRows implements Workbook.Rows {
    private static final int MOST_ROWS = 1 << 20;

    private final XlsxWorkbook workbook;
    private final XlsxXml xml;
    private final SheetRow row = new SheetRow();
    private long place;
    private boolean inside;

    XlsxRows(XlsxWorkbook workbook, XlsxXml xml) {
        this.workbook = workbook;
        this.xml = xml;
    }

    @Override
    public boolean next() throws IOException {
        while (xml.next()) {
            if (xml.starts("sheetData")) {
                inside = true;
            } else if (xml.ends("sheetData")) {
                inside = false; // what follows is read to its end, since a part that breaks off is damaged
            } else if (inside && xml.starts("row")) {
                cells();
                return true;
            }
        }
        return false;
    }

    private void cells() throws IOException {
        String number = xml.attribute("r");
        place = number == null ? place + 1 : XlsxWorkbook.whole(number);
        if (place < 1 || place > MOST_ROWS) {
            throw new InvalidDataException("is a damaged Excel workbook: it claims a row " + place);
        }
        row.start(place);
        int column = -1;
        while (xml.next() && !xml.ends("row")) {
            if (xml.starts("c")) {
                String reference = xml.attribute("r");
                column = reference == null ? column + 1 : column(reference);
                if (column >= SheetRow.MOST_COLUMNS) {
                    throw new InvalidDataException(
                            "is a damaged Excel workbook: row " + place + " claims more than 16384 columns");
                }
                cell(column, xml.attribute("t"), XlsxWorkbook.whole(xml.attribute("s")));
            }
        }
    }

    private void cell(int column, @Nullable String type, int style) throws IOException {
        String value = "";
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("v")) {
                value = xml.text();
            } else if (xml.starts("is")) {
                value = xml.richText();
            } else if (xml.starts()) {
                xml.skip(); // formulas and extensions
            }
        }
        if (value.isEmpty()) {
            return;
        }
        switch (type == null ? "n" : type) {
            case "n" -> row.number(column, number(value), workbook.dateStyle(style));
            case "s" -> row.text(column, workbook.string(XlsxWorkbook.whole(value)));
            case "b" -> row.text(column, value.strip().equals("1") ? "TRUE" : "FALSE");
            case "e" -> row.error(column, value.strip());
            case "str" -> row.text(column, XlsxXml.unescaped(value));
            default -> row.text(column, value); // inlineStr, and ISO dates of strict workbooks
        }
    }

    private double number(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new InvalidDataException(
                    "is a damaged Excel workbook: a cell of row " + place + " is no number, though said to be one", e);
        }
    }

    /** Place of the column of a reference such as AB17, from 0. */
    private int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length(); i++) {
            int letter = (reference.charAt(i) | 0x20) - 'a';
            if (letter < 0 || letter > 25 || column > SheetRow.MOST_COLUMNS) {
                break;
            }
            column = column * 26 + letter + 1;
        }
        if (column == 0) {
            throw new InvalidDataException(
                    "is a damaged Excel workbook: row " + place + " has a cell without a column");
        }
        return column - 1;
    }

    @Override
    public SheetRow row() {
        return row;
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
