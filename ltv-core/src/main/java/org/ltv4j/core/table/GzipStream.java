package org.ltv4j.core.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.ltv4j.core.data.InvalidDataException;

/**
 * Undoes gzip (RFC 1952), all members of a file, as {@code cat a.gz b.gz}, bgzip and pigz write them. What follows a member must be
 * another one, zeros up to the end, or nothing: {@link java.util.zip.GZIPInputStream} ends without a word where a later member is cut
 * off or damaged, and its rows would be lost.
 */
public final class GzipStream extends FilterInputStream {
    private static final int BLOCK = 1 << 16;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;
    private static final int TIME_LEVEL_SYSTEM = 6;

    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final CRC32 headerCheck = new CRC32();
    private final byte[] packed = new byte[BLOCK];
    private int at;
    private int end;
    private long before; // bytes of the file in front of the block
    private int members;
    private boolean inMember;
    private boolean over;

    /**
     * Unpacks a stream while it is read. What is damaged or cut off is an {@link InvalidDataException} at that place.
     *
     * @param in the packed bytes from their beginning on
     */
    public GzipStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        while (!over) {
            if (!inMember && !nextMember()) {
                over = true;
                break;
            }
            int n = inflate(target, from, count);
            if (n > 0) {
                return n;
            }
        }
        return -1;
    }

    /** Bytes of the open member; 0 where it has ended. */
    private int inflate(byte[] target, int from, int count) throws IOException {
        try {
            while (true) {
                int n = inflater.inflate(target, from, count);
                at = end - inflater.getRemaining();
                if (n > 0) {
                    check.update(target, from, n);
                    return n;
                }
                if (inflater.finished()) {
                    trailer();
                    inMember = false;
                    return 0;
                }
                if (inflater.needsDictionary() || !inflater.needsInput()) {
                    throw damaged("its packed bytes are not as they were written");
                }
                if (!fill()) {
                    throw cut();
                }
                inflater.setInput(packed, at, end - at);
            }
        } catch (DataFormatException e) {
            throw damaged("its packed bytes are not as they were written");
        }
    }

    /** True where another member begins; false where the file ends as it should. */
    private boolean nextMember() throws IOException {
        if (members > 0) {
            if (at == end && !fill()) {
                return false;
            }
            if (packed[at] == 0) {
                skipPadding();
                return false;
            }
        }
        members++;
        headerCheck.reset();
        header();
        check.reset();
        inflater.reset();
        inflater.setInput(packed, at, end - at);
        inMember = true;
        return true;
    }

    private void skipPadding() throws IOException {
        while (at < end || fill()) {
            if (packed[at] != 0) {
                throw junk();
            }
            at++;
        }
    }

    private void header() throws IOException {
        if (next() != 0x1f || next() != 0x8b) {
            at--;
            throw junk();
        }
        int method = next();
        int flags = next();
        if (method != DEFLATE || (flags & RESERVED) != 0) {
            throw damaged("its header is none of gzip");
        }
        skip(TIME_LEVEL_SYSTEM);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        for (int text : new int[] {NAME, COMMENT}) {
            while ((flags & text) != 0 && next() != 0) {
                // a name or a comment, up to its zero
            }
        }
        if ((flags & HEADER_CHECK) != 0) {
            int expected = (int) headerCheck.getValue() & 0xffff;
            if ((next() | next() << 8) != expected) {
                throw damaged("the check sum of its header is wrong");
            }
        }
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    private void trailer() throws IOException {
        if (number() != (int) check.getValue()) {
            throw damaged("its check sum is wrong");
        }
        if (number() != (int) inflater.getBytesWritten()) {
            throw damaged("its length is not the one stated");
        }
    }

    private int number() throws IOException {
        return next() | next() << 8 | next() << 16 | next() << 24;
    }

    /** A byte of a header or trailer. */
    private int next() throws IOException {
        if (at == end && !fill()) {
            throw cut();
        }
        headerCheck.update(packed[at]);
        return packed[at++] & 0xff;
    }

    /** Reads the next block; false at the end of the file. */
    private boolean fill() throws IOException {
        before += end;
        at = 0;
        end = 0;
        int n = in.read(packed, 0, packed.length);
        end = Math.max(0, n);
        return n > 0;
    }

    private InvalidDataException cut() {
        return new InvalidDataException("is a gzip file that is cut off: it ends after byte " + (before + at) + member()
                + ", and the rows behind are missing; fetch it again");
    }

    private InvalidDataException damaged(String how) {
        return new InvalidDataException("is a gzip file that is damaged before byte " + (before + at + 1) + member()
                + ": " + how + "; fetch it again");
    }

    private InvalidDataException junk() {
        return new InvalidDataException("is a gzip file whose end at byte " + (before + at)
                + " is followed by bytes that are no gzip: they may be rows that were lost; fetch it again, or cut them off if"
                + " they belong to nothing");
    }

    private String member() {
        return members > 1 ? ", in the " + members + ". of the files put together in it" : "";
    }

    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException("read only");
    }

    @Override
    public int available() {
        return over ? 0 : 1;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        over = true;
        inflater.end();
        super.close();
    }
}
