package org.ltv4j.core.table;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits UTF-8 bytes into the records and fields of RFC 4180, one record at a time, in constant memory.
 *
 * <p>Lines end with LF, CRLF or CR; the last one needs no end. A quote opens a quoted field only as the first byte of
 * a field and is an ordinary character elsewhere; a doubled quote inside a quoted field is one quote. Lines with
 * nothing on them are skipped and counted. Fields are slices of {@link #buffer()}, valid until the next record, with
 * doubled quotes already made single.
 *
 * <p>The scan looks at eight bytes at a time for the four bytes that mean something (Mycroft's zero-byte test on a
 * long), so that text costs a fraction of a nanosecond per byte.
 */
final class CsvParser {
    /** What an array can hold, whatever limit is stated. */
    private static final int LARGEST_RECORD = 1 << 29;

    private static final int FIRST_FIELDS = 32;
    private static final String RAISE = "; if it is right, raise the limit (SourceLimits)";

    /** No field is quoted when this stands for the quote. */
    static final int NO_QUOTE = -1;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final long ONES = 0x0101010101010101L;
    private static final int WORD_BYTES = 8;
    private static final int BLOCK = 1 << 17;

    private final int maxField;
    private final int maxRecord;
    private final int maxFields;
    private final InputStream in;
    private final byte delimiter;
    private final int quote;
    private final long delimiterWord;
    private final long quoteWord;

    private byte[] buffer;
    private int limit;
    private boolean ended;

    /** The word last scanned begins here; its marks not yet visited are in {@link #marks}. */
    private int wordStart;

    private long marks;

    /** Bytes before this were scanned before the buffer was last filled. */
    private int scanned;

    private int recordStart;
    private int next;
    private int fieldStart;
    private boolean afterCarriageReturn;
    private int[] starts;
    private int[] ends;
    private int fields;
    private boolean anyQuoted;
    private @Nullable String flaw;

    // The quoted field being read: line of its opening quote (0: none), a quote that may close it, and what to close
    // up.
    private long quoteOpenedOn;
    private int closing;
    private int lastReturn;
    private int unmoved;
    private int gap;

    private long recordLine;
    private long nextLine = 1;
    private long blankLines;

    CsvParser(InputStream in, char delimiter, int quote) {
        this(in, delimiter, quote, SourceLimits.defaults());
    }

    CsvParser(InputStream in, char delimiter, int quote, SourceLimits limits) {
        this.maxField = limits.textLength();
        this.maxRecord = Math.min(limits.recordLength(), LARGEST_RECORD);
        this.maxFields = limits.columns();
        this.starts = new int[Math.min(FIRST_FIELDS, maxFields)];
        this.ends = new int[starts.length];
        this.in = in;
        this.delimiter = (byte) delimiter;
        this.quote = quote;
        this.delimiterWord = ONES * delimiter;
        this.quoteWord = ONES * (quote == NO_QUOTE ? '\n' : quote);
        this.buffer = new byte[BLOCK + WORD_BYTES];
        this.wordStart = -WORD_BYTES;
    }

    /**
     * Moves to the next record.
     *
     * @return false at the end of the input
     */
    boolean next() throws IOException {
        do {
            if (!record()) {
                return false;
            }
        } while (blank());
        return true;
    }

    /** The bytes that {@link #start(int)} and {@link #end(int)} point into. */
    byte[] buffer() {
        return buffer;
    }

    int fields() {
        return fields;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    /** Passes over a byte order mark at the start of the record, which stands inside files that were put together. */
    void skipMark() {
        int at = starts[0];
        if (buffer[at] == (byte) 0xef
                && ends[0] - at >= 3
                && buffer[at + 1] == (byte) 0xbb
                && buffer[at + 2] == (byte) 0xbf) {
            at += 3;
            boolean quotes =
                    quote != NO_QUOTE && ends[0] - at >= 2 && buffer[at] == quote && buffer[ends[0] - 1] == quote;
            starts[0] = quotes ? at + 1 : at;
            ends[0] -= quotes ? 1 : 0;
        }
    }

    /** The line on which this record begins; the first line of the input is 1. */
    long line() {
        return recordLine;
    }

    /** Lines that this record stands on: more than one when a quoted field has line ends in it. */
    long lines() {
        return nextLine - recordLine;
    }

    /** Lines skipped so far since nothing stood on them. */
    long blankLines() {
        return blankLines;
    }

    /** What is wrong with the quoting of this record, or null. */
    @Nullable
    String flaw() {
        return flaw;
    }

    /** Text of one field, for headers and messages; bytes that are not UTF-8 become the replacement character. */
    String text(int field) {
        return Utf8.lenient(buffer, starts[field], ends[field]);
    }

    private boolean blank() {
        if (fields != 1 || starts[0] != ends[0] || anyQuoted) {
            return false;
        }
        blankLines++;
        return true;
    }

    private boolean record() throws IOException {
        begin();
        for (; ; ) {
            int at = nextMark();
            if (at < 0) {
                return lastRecord();
            }
            byte c = buffer[at];
            if (c == delimiter) {
                endField(at);
            } else if (c == quote) {
                if (at == fieldStart && !quotedField()) {
                    return true;
                }
            } else if (c == '\n' && afterCarriageReturn && at == recordStart) {
                recordStart = at + 1;
                fieldStart = at + 1;
            } else {
                endField(at);
                return endRecord(at, c);
            }
        }
    }

    private void begin() {
        recordStart = next;
        fieldStart = next;
        fields = 0;
        flaw = null;
        anyQuoted = false;
        recordLine = nextLine;
    }

    private boolean lastRecord() {
        next = limit;
        if (recordStart == limit) {
            return false;
        }
        endField(limit);
        nextLine++;
        return true;
    }

    private boolean endRecord(int at, byte c) {
        if (at - recordStart > maxRecord) {
            throw lineTooLong();
        }
        afterCarriageReturn = c == '\r';
        next = at + 1;
        nextLine++;
        return true;
    }

    private void endField(int end) {
        addField(fieldStart, end);
        fieldStart = end + 1;
    }

    private void addField(int start, int end) {
        if (fields == starts.length) {
            moreFields();
        }
        if (end - start > maxField) {
            throw tooLong(recordLine);
        }
        starts[fields] = start;
        ends[fields++] = end;
    }

    private void moreFields() {
        if (fields >= maxFields) {
            throw new CsvFault(
                    recordLine,
                    "the line has more than " + maxFields + " fields, the most that are read: is this a text file with"
                            + " one sale on each line?" + RAISE);
        }
        int more = (int) Math.min(fields * 2L, maxFields);
        starts = Arrays.copyOf(starts, more);
        ends = Arrays.copyOf(ends, more);
    }

    /**
     * Reads on from an opening quote at the start of a field to the delimiter or line end behind its closing quote.
     *
     * @return false when the record ended with this field
     */
    private boolean quotedField() throws IOException {
        quoteOpenedOn = nextLine;
        closing = -1;
        lastReturn = -1;
        unmoved = fieldStart + 1;
        gap = 0;
        for (int at = nextMark(); at >= 0; at = nextMark()) {
            byte c = buffer[at];
            if (closing < 0) {
                insideQuotes(at, c);
            } else if (c != quote) {
                endQuotedField(at);
                return c == delimiter || !endRecord(at, c);
            } else if (at == closing + 1) {
                closeGap(closing + 1);
                unmoved = closing + 2;
                gap++;
                closing = -1;
            }
        }
        if (closing < 0) {
            throw new CsvFault(
                    quoteOpenedOn,
                    "a quote opens a field here and is never closed: close it, or double it"
                            + " if it belongs to the text");
        }
        endQuotedField(limit);
        next = limit;
        nextLine++;
        return false;
    }

    private void insideQuotes(int at, byte c) {
        if (c == quote) {
            closing = at;
        } else if (c == '\r') {
            lastReturn = at;
            nextLine++;
        } else if (c == '\n' && lastReturn != at - 1) {
            nextLine++;
        }
    }

    private void endQuotedField(int at) {
        if (at != closing + 1) {
            flaw = "text stands behind a closing quote";
        }
        closeGap(closing);
        addField(fieldStart + 1, closing - gap);
        anyQuoted = true;
        quoteOpenedOn = 0;
        fieldStart = at + 1;
    }

    /** Moves the bytes up to {@code end} that were not moved yet to the left, over the quotes that were dropped. */
    private void closeGap(int end) {
        if (gap > 0) {
            System.arraycopy(buffer, unmoved, buffer, unmoved - gap, end - unmoved);
        }
    }

    /** Index of the next delimiter, quote, CR or LF, or -1 at the end of the input. */
    private int nextMark() throws IOException {
        while (marks == 0) {
            int from = Math.min(wordStart + WORD_BYTES, limit);
            if (from == limit) {
                if (!refill()) {
                    wordStart = limit - WORD_BYTES;
                    return -1;
                }
                from = scanned;
            }
            wordStart = from;
            marks = marksOf((long) WORD.get(buffer, from));
        }
        int at = wordStart + (Long.numberOfTrailingZeros(marks) >>> 3);
        marks &= marks - 1;
        return at;
    }

    /** A bit 0x80 in each byte of the word that is the delimiter, the quote, CR or LF. */
    private long marksOf(long word) {
        long none = other(word ^ delimiterWord)
                & other(word ^ quoteWord)
                & other(word ^ (ONES * '\n'))
                & other(word ^ (ONES * '\r'));
        return ~(none | LOW_BITS);
    }

    /** The high bit of each byte that is not zero. */
    private static long other(long word) {
        return ((word & LOW_BITS) + LOW_BITS) | word;
    }

    /** Moves the current record to the front of the buffer and reads on behind it. */
    private boolean refill() throws IOException {
        if (ended) {
            return false;
        }
        checkLengths();
        int kept = limit - recordStart;
        if (kept > buffer.length / 2) {
            byte[] larger = new byte[(buffer.length - WORD_BYTES) * 2 + WORD_BYTES];
            System.arraycopy(buffer, recordStart, larger, 0, kept);
            buffer = larger;
        } else {
            System.arraycopy(buffer, recordStart, buffer, 0, kept);
        }
        shift(recordStart);
        int read = in.read(buffer, kept, buffer.length - WORD_BYTES - kept);
        if (read <= 0) {
            ended = true;
            limit = kept;
            return false;
        }
        scanned = kept;
        limit = kept + read;
        Arrays.fill(buffer, limit, limit + WORD_BYTES, (byte) 0);
        return true;
    }

    private void shift(int by) {
        for (int i = 0; i < fields; i++) {
            starts[i] -= by;
            ends[i] -= by;
        }
        fieldStart -= by;
        recordStart -= by;
        next -= by;
        wordStart -= by;
        limit -= by;
        closing -= by;
        lastReturn -= by;
        unmoved -= by;
    }

    private void checkLengths() {
        if (limit - fieldStart > maxField) {
            throw quoteOpenedOn > 0
                    ? new CsvFault(
                            quoteOpenedOn,
                            "a quote opens a field here and is not closed within " + maxField
                                    + " bytes, the longest field that is read: close it, or double it if it belongs to the text")
                    : tooLong(recordLine);
        }
        if (limit - recordStart > maxRecord) {
            throw lineTooLong();
        }
    }

    private CsvFault lineTooLong() {
        return new CsvFault(
                recordLine,
                "the line is longer than " + maxRecord
                        + " bytes, the longest that is read: is this a text file with one sale on each line?" + RAISE);
    }

    private CsvFault tooLong(long line) {
        return new CsvFault(
                line,
                "a field is longer than " + maxField
                        + " bytes, the longest that is read: is this a text file with one sale on each line?" + RAISE);
    }
}
