package org.ltv4j.core.table;

import java.io.IOException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;

/** The rows of one sheet of an {@link XlsWorkbook}, record by record. Formulas count by the value saved with them. */
final class XlsRows implements Workbook.Rows {
    private final XlsWorkbook workbook;
    private final DocumentInputStream in;
    private final RecordFactoryInputStream records;
    private final SheetRow row = new SheetRow();
    private @Nullable Record ahead;
    private int depth;
    private int formulaColumn;

    XlsRows(XlsWorkbook workbook, DocumentInputStream in, RecordFactoryInputStream records) {
        this.workbook = workbook;
        this.in = in;
        this.records = records;
    }

    @Override
    public boolean next() {
        try {
            Record first = ahead == null ? nextCell() : ahead;
            ahead = null;
            if (first == null) {
                return false;
            }
            int index = rowOf(first);
            if (index < row.place()) {
                throw new InvalidDataException(
                        "is an Excel workbook (.xls) whose rows are not in order: open and save it in Excel");
            }
            row.start(index + 1L);
            Record record = first;
            while (record != null && (record instanceof StringRecord || rowOf(record) == index)) {
                cell(record);
                record = nextCell();
            }
            ahead = record;
            return true;
        } catch (InvalidDataException e) {
            throw e;
        } catch (RuntimeException e) {
            throw XlsWorkbook.damaged(e);
        }
    }

    /** The next record that holds a cell of this sheet, charts within it left out; null at its end. */
    private @Nullable Record nextCell() {
        Record record = records.nextRecord();
        while (record != null) {
            if (record instanceof BOFRecord) {
                depth++;
            } else if (record instanceof EOFRecord) {
                depth--;
                if (depth == 0) {
                    return null;
                }
            } else if (depth == 1 && holdsCell(record)) {
                return record;
            }
            record = records.nextRecord();
        }
        return null;
    }

    private static boolean holdsCell(Record record) {
        return record instanceof NumberRecord
                || record instanceof RKRecord
                || record instanceof MulRKRecord
                || record instanceof LabelSSTRecord
                || record instanceof LabelRecord
                || record instanceof FormulaRecord
                || record instanceof StringRecord
                || record instanceof BoolErrRecord;
    }

    private static int rowOf(Record record) {
        return record instanceof MulRKRecord many
                ? many.getRow()
                : record instanceof CellValueRecordInterface one ? one.getRow() : -1;
    }

    private void cell(Record record) {
        if (record instanceof NumberRecord number) {
            row.number(number.getColumn(), number.getValue(), workbook.dateStyle(number.getXFIndex()));
        } else if (record instanceof RKRecord number) {
            row.number(number.getColumn(), number.getRKNumber(), workbook.dateStyle(number.getXFIndex()));
        } else if (record instanceof MulRKRecord many) {
            for (int i = 0; i < many.getNumColumns(); i++) {
                row.number(many.getFirstColumn() + i, many.getRKNumberAt(i), workbook.dateStyle(many.getXFAt(i)));
            }
        } else if (record instanceof LabelSSTRecord label) {
            row.text(label.getColumn(), workbook.string(label.getSSTIndex()));
        } else if (record instanceof LabelRecord label) {
            row.text(label.getColumn(), label.getValue());
        } else if (record instanceof FormulaRecord formula) {
            formula(formula);
        } else if (record instanceof StringRecord result) {
            row.text(formulaColumn, result.getString());
        } else if (record instanceof BoolErrRecord value) {
            if (value.isError()) {
                row.error(value.getColumn(), error(value.getErrorValue()));
            } else {
                row.text(value.getColumn(), value.getBooleanValue() ? "TRUE" : "FALSE");
            }
        }
    }

    private void formula(FormulaRecord formula) {
        int column = formula.getColumn();
        switch (formula.getCachedResultTypeEnum()) {
            case NUMERIC -> row.number(column, formula.getValue(), workbook.dateStyle(formula.getXFIndex()));
            case BOOLEAN -> row.text(column, formula.getCachedBooleanValue() ? "TRUE" : "FALSE");
            case ERROR -> row.error(column, error(formula.getCachedErrorValue()));
            default -> formulaColumn = column; // its text follows in a record of its own
        }
    }

    private static String error(int code) {
        return FormulaError.isValidCode(code & 0xff)
                ? FormulaError.forInt((byte) code).getString()
                : "#ERR";
    }

    @Override
    public SheetRow row() {
        return row;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
