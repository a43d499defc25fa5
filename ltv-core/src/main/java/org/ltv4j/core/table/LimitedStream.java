package org.ltv4j.core.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.ltv4j.core.data.InvalidDataException;

/** Unpacked bytes that are counted while they come, whatever the archive claims of their number. */
final class LimitedStream extends FilterInputStream {
    /** Bytes that markup and its attributes may have beyond the text of a value. */
    private static final long MARKUP = 1 << 16;

    private static final int UTF_8_MOST = 6;

    private final Budget budget;
    private final long longestPiece;
    private long piece;

    /** Bytes that all parts of one file may unpack to. */
    static final class Budget {
        private final long limit;
        private long left;

        Budget(long limit) {
            this.limit = limit;
            this.left = limit;
        }

        private void take(long bytes) {
            left -= bytes;
            if (left < 0) {
                throw new InvalidDataException("unpacks to more than " + limit
                        + " bytes, the limit for a file that may be hostile: if you trust it, raise"
                        + " SourceLimits.withUnpackedBytes");
            }
        }
    }

    private LimitedStream(InputStream in, Budget budget, long longestPiece) {
        super(in);
        this.budget = budget;
        this.longestPiece = longestPiece;
    }

    /** Bytes of any kind. */
    static LimitedStream ofBytes(InputStream in, Budget budget) {
        return new LimitedStream(in, budget, Long.MAX_VALUE);
    }

    /** XML whose tags and texts must not be endless, since the parser holds each as a whole. */
    static LimitedStream ofXml(InputStream in, Budget budget, SourceLimits limits) {
        return new LimitedStream(in, budget, (long) limits.textLength() * UTF_8_MOST + MARKUP);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
        int n = in.read(target, from, count);
        if (n > 0) {
            budget.take(n);
            if (longestPiece != Long.MAX_VALUE) {
                measure(target, from, from + n);
            }
        }
        return n;
    }

    private void measure(byte[] bytes, int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '<') {
                check(piece + i - start);
                piece = 0;
                start = i;
            }
        }
        piece += to - start;
        check(piece);
    }

    private void check(long length) {
        if (length > longestPiece) {
            throw new InvalidDataException(
                    "has a value longer than the limit of " + (longestPiece - MARKUP) / UTF_8_MOST
                            + " characters: is it damaged? If you trust it, raise SourceLimits.withTextLength");
        }
    }

    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException("read only");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
