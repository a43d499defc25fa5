package org.ltv4j.core.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;

/** A workbook in the format of Excel 97 to 2003 (.xls). Its records are read by Apache POI, which must be on the class path. */
final class XlsWorkbook implements Workbook {
    private static final String STREAM = "Workbook";
    private static final int WORKSHEET = 0x10;

    private final POIFSFileSystem file;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private final BitSet dateStyles = new BitSet();
    private int styles;
    private @Nullable SSTRecord strings;
    private boolean date1904;

    private XlsWorkbook(POIFSFileSystem file) throws IOException {
        this.file = file;
        refuseOthers(file.getRoot());
        List<BoundSheetRecord> bounds = new ArrayList<>();
        try (DocumentInputStream in = file.createDocumentInputStream(STREAM)) {
            RecordFactoryInputStream records = records(in);
            Record record = records.nextRecord();
            while (record != null && !(record instanceof EOFRecord)) {
                if (record instanceof BoundSheetRecord bound) {
                    bounds.add(bound);
                } else {
                    global(record);
                }
                record = records.nextRecord();
            }
        }
        for (BoundSheetRecord bound : bounds) {
            sheet(bound);
        }
        if (sheets.isEmpty()) {
            throw new InvalidDataException("is an Excel workbook without a sheet of cells");
        }
    }

    static XlsWorkbook open(Path path) throws IOException {
        POIFSFileSystem file = null;
        try {
            file = new POIFSFileSystem(path.toFile(), true);
            return new XlsWorkbook(file);
        } catch (InvalidDataException e) {
            close(file);
            throw e;
        } catch (EncryptedDocumentException e) {
            close(file);
            throw new InvalidDataException(
                    "is an Excel workbook protected by a password: open it in Excel, remove the password and save it",
                    e);
        } catch (IOException | RuntimeException e) {
            close(file);
            throw damaged(e);
        }
    }

    private static void close(@Nullable POIFSFileSystem file) throws IOException {
        if (file != null) {
            file.close();
        }
    }

    /** The library's own words are left out: they may quote a cell. */
    static InvalidDataException damaged(Exception e) {
        return new InvalidDataException("is a damaged Excel workbook (.xls; "
                + e.getClass().getSimpleName() + "): fetch it again, or open and save it in Excel");
    }

    private static void refuseOthers(DirectoryNode root) {
        if (root.hasEntryCaseInsensitive(STREAM)) {
            return;
        }
        if (root.hasEntryCaseInsensitive("Book")) {
            throw new InvalidDataException("is a workbook of Excel 95 or older: save it as .xlsx");
        }
        throw new InvalidDataException(
                "is an Office document of old kind, not a workbook: save the table as .xlsx or CSV");
    }

    private static RecordFactoryInputStream records(DocumentInputStream in) {
        return new RecordFactoryInputStream(in, true);
    }

    private void global(Record record) {
        if (record instanceof FormatRecord format) {
            formats.put(format.getIndexCode(), format.getFormatString());
        } else if (record instanceof ExtendedFormatRecord style) {
            int format = style.getFormatIndex();
            String code = formats.get(format);
            dateStyles.set(styles++, code == null ? DateStyle.builtIn(format) : DateStyle.code(code));
        } else if (record instanceof SSTRecord table) {
            strings = table;
        } else if (record instanceof DateWindow1904Record window) {
            date1904 = window.getWindowing() == 1;
        }
    }

    /** Takes a sheet up if it has cells: charts and macros have a stream of records too. */
    private void sheet(BoundSheetRecord bound) throws IOException {
        try (DocumentInputStream in = stream(bound.getPositionOfBof())) {
            if (records(in).nextRecord() instanceof BOFRecord begin && begin.getType() == WORKSHEET) {
                sheets.add(new Sheet(bound.getSheetname(), !bound.isHidden() && !bound.isVeryHidden()));
                positions.add(bound.getPositionOfBof());
            }
        }
    }

    private DocumentInputStream stream(int position) throws IOException {
        DocumentInputStream in = file.createDocumentInputStream(STREAM);
        if (in.skip(position) != position) {
            in.close();
            throw new IOException("a sheet begins behind the end of the file");
        }
        return in;
    }

    /** True when cells of this style show dates. */
    boolean dateStyle(int style) {
        return dateStyles.get(style);
    }

    /** A shared text by its number. */
    String string(int index) {
        SSTRecord all = strings;
        if (all == null || index < 0 || index >= all.getNumUniqueStrings()) {
            throw new InvalidDataException(
                    "is a damaged Excel workbook (.xls): a cell refers to a text that is not there");
        }
        return all.getString(index).getString();
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public boolean date1904() {
        return date1904;
    }

    @Override
    public Rows open(int sheet) throws IOException {
        DocumentInputStream in = stream(positions.get(sheet));
        return new XlsRows(this, in, records(in));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
