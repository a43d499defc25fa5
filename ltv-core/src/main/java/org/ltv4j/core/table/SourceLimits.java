package org.ltv4j.core.table;

/**
 * How much a file may ask for before it is refused: no real sales file comes near, and a hostile or damaged one must not
 * take the memory of the program. Each limit is named in the message of the error that it causes. Immutable.
 *
 * <p>They hold for workbooks, JSON and compressed JSON. Text files have limits of their own: 1 MiB a field, 16 MiB a line.
 *
 * @param unpackedBytes bytes that a compressed file, or all parts of a workbook together, may unpack to; 4 GiB
 * @param textLength characters that one value may have; 1 MiB
 * @param recordLength bytes that one JSON record may have, nested parts included; 16 MiB
 * @param depth how deep objects and arrays of JSON may be nested; 100
 */
public record SourceLimits(long unpackedBytes, int textLength, int recordLength, int depth) {
    private static final SourceLimits DEFAULTS = new SourceLimits(4L << 30, 1 << 20, 1 << 24, 100);

    /**
     * Checks the limits.
     *
     * @param unpackedBytes at least 1
     * @param textLength at least 1
     * @param recordLength at least 1
     * @param depth at least 1
     * @throws IllegalArgumentException if any is below 1
     */
    public SourceLimits {
        if (unpackedBytes < 1 || textLength < 1 || recordLength < 1 || depth < 1) {
            throw new IllegalArgumentException("every limit must be at least 1, got unpackedBytes=" + unpackedBytes
                    + ", textLength=" + textLength + ", recordLength=" + recordLength + ", depth=" + depth);
        }
    }

    /**
     * The limits named above.
     *
     * @return 4 GiB unpacked, values of 1 MiB, records of 16 MiB, 100 levels
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
        return new SourceLimits(bytes, textLength, recordLength, depth);
    }

    /**
     * These limits with another length of one value.
     *
     * @param characters at least 1
     * @return the limits
     */
    public SourceLimits withTextLength(int characters) {
        return new SourceLimits(unpackedBytes, characters, recordLength, depth);
    }

    /**
     * These limits with another length of one JSON record.
     *
     * @param bytes at least 1
     * @return the limits
     */
    public SourceLimits withRecordLength(int bytes) {
        return new SourceLimits(unpackedBytes, textLength, bytes, depth);
    }

    /**
     * These limits with another depth of JSON.
     *
     * @param levels at least 1
     * @return the limits
     */
    public SourceLimits withDepth(int levels) {
        return new SourceLimits(unpackedBytes, textLength, recordLength, levels);
    }
}
