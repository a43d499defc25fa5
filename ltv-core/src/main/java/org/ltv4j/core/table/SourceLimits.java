package org.ltv4j.core.table;

/**
 * How much a file may ask for before it is refused: no real sales file comes near, and a hostile or damaged one must not
 * take the memory of the program. Each limit is named in the message of the error that it causes. Immutable.
 *
 * <p>They hold for files of every kind. In text files lengths are bytes of UTF-8 and a record is a line, or several where a quoted
 * field has line ends in it.
 *
 * @param unpackedBytes bytes that a compressed file, or all parts of a workbook together, may unpack to; 4 GiB
 * @param textLength characters that one value may have; 1 MiB
 * @param recordLength bytes that one line of text, or one JSON record with its nested parts, may have; 16 MiB
 * @param depth how deep objects and arrays of JSON may be nested; 100
 * @param columns fields that one line of text may have; 16,384, as many as a sheet of Excel has columns
 */
public record SourceLimits(long unpackedBytes, int textLength, int recordLength, int depth, int columns) {
    private static final SourceLimits DEFAULTS = new SourceLimits(4L << 30, 1 << 20, 1 << 24, 100, 1 << 14);

    /**
     * Checks the limits.
     *
     * @param unpackedBytes at least 1
     * @param textLength at least 1
     * @param recordLength at least 1
     * @param depth at least 1
     * @param columns at least 1
     * @throws IllegalArgumentException if any is below 1
     */
    public SourceLimits {
        if (unpackedBytes < 1 || textLength < 1 || recordLength < 1 || depth < 1 || columns < 1) {
            throw new IllegalArgumentException("every limit must be at least 1, got unpackedBytes=" + unpackedBytes
                    + ", textLength=" + textLength + ", recordLength=" + recordLength + ", depth=" + depth
                    + ", columns=" + columns);
        }
    }

    /**
     * The limits named above.
     *
     * @return 4 GiB unpacked, values of 1 MiB, records of 16 MiB, 100 levels, 16,384 columns
     */
    public static SourceLimits defaults() {
        return DEFAULTS;
    }

    /**
     * These limits with another size of the unpacked file.
     *
     * @param bytes at least 1
     * @return the limits
     */
    public SourceLimits withUnpackedBytes(long bytes) {
        return new SourceLimits(bytes, textLength, recordLength, depth, columns);
    }

    /**
     * These limits with another length of one value.
     *
     * @param characters at least 1
     * @return the limits
     */
    public SourceLimits withTextLength(int characters) {
        return new SourceLimits(unpackedBytes, characters, recordLength, depth, columns);
    }

    /**
     * These limits with another length of one line of text or one JSON record.
     *
     * @param bytes at least 1
     * @return the limits
     */
    public SourceLimits withRecordLength(int bytes) {
        return new SourceLimits(unpackedBytes, textLength, bytes, depth, columns);
    }

    /**
     * These limits with another depth of JSON.
     *
     * @param levels at least 1
     * @return the limits
     */
    public SourceLimits withDepth(int levels) {
        return new SourceLimits(unpackedBytes, textLength, recordLength, levels, columns);
    }

    /**
     * These limits with another number of fields of a line.
     *
     * @param fields at least 1
     * @return the limits
     */
    public SourceLimits withColumns(int fields) {
        return new SourceLimits(unpackedBytes, textLength, recordLength, depth, fields);
    }
}
