package org.ltv4j.core.table;

import java.io.IOException;
import java.util.List;

/** A workbook of any age whose sheets are read row by row. */
interface Workbook extends AutoCloseable {
    /**
     * A sheet of the workbook.
     *
     * @param name as on its tab
     * @param visible false where it is hidden
     */
    record Sheet(String name, boolean visible) {}

    /** The rows of a sheet, one at a time. */
    interface Rows extends AutoCloseable {
        /** Goes on to the next row that stands in the file, filled or not; false when there is none. */
        boolean next() throws IOException;

        /** The row; good until the next one. */
        SheetRow row();

        @Override
        void close() throws IOException;
    }

    /** The sheets with cells, in their order. */
    List<Sheet> sheets();

    /** True when day 0 is 1904-01-01, as it was on the Macintosh. */
    boolean date1904();

    /** Opens a sheet by its place among {@link #sheets()}. */
    Rows open(int sheet) throws IOException;

    @Override
    void close() throws IOException;
}
