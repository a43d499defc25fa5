package org.ltv4j.core.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.ltv4j.core.data.InvalidDataException;

/**
 * Turns bytes of a charset into UTF-8. Bytes that the charset does not have become {@code 0xFF}, which is no UTF-8: a
 * field that is used and holds one is refused by whoever reads it, and other fields do no harm. A text of UTF-16 or UTF-32 that ends
 * within a character is refused as a whole.
 */
final class TranscodingStream extends FilterInputStream {
    private static final int BLOCK = 1 << 14;
    private static final byte BAD = (byte) 0xff;

    private final Charset charset;
    private final CharsetDecoder decoder;
    private final int unit;
    private final ByteBuffer raw = ByteBuffer.allocate(BLOCK).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(BLOCK);
    private final byte[] out = new byte[BLOCK * 3 + 8];
    private int position;
    private int length;
    private boolean ended;
    private boolean flushed;

    TranscodingStream(InputStream in, Charset charset) {
        super(in);
        this.charset = charset;
        this.unit = charset.name().startsWith("UTF-16") ? 2 : charset.name().startsWith("UTF-32") ? 4 : 1;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read() throws IOException {
        return fill() ? out[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
        if (!fill()) {
            return -1;
        }
        int served = Math.min(count, length - position);
        System.arraycopy(out, position, target, from, served);
        position += served;
        return served;
    }

    private boolean fill() throws IOException {
        while (position == length) {
            if (flushed) {
                return false;
            }
            position = 0;
            length = 0;
            decodeBlock();
        }
        return true;
    }

    private void decodeBlock() throws IOException {
        if (!ended) {
            raw.compact();
            int n = in.read(raw.array(), raw.position(), raw.remaining());
            ended = n < 0;
            raw.position(raw.position() + Math.max(n, 0)).flip();
        }
        CoderResult result = decoder.decode(raw, chars, ended);
        if (ended && result.isUnderflow()) {
            decoder.flush(chars);
            flushed = true;
        }
        encode();
        if (ended && result.isMalformed() && raw.remaining() < unit) {
            throw new InvalidDataException("is " + charset.name() + " whose last character is not whole: it ends after "
                    + raw.remaining() + " of its " + unit
                    + " bytes, so it is cut off or of another charset; fetch it again, or state the charset");
        }
        if (result.isError()) {
            raw.position(raw.position() + result.length());
            out[length++] = BAD;
        }
    }

    /** Writes the characters as UTF-8; a high surrogate at the end waits for its low one. */
    private void encode() {
        chars.flip();
        while (chars.hasRemaining()) {
            char c = chars.get();
            if (c < 0x80) {
                out[length++] = (byte) c;
            } else if (c < 0x800) {
                out[length++] = (byte) (0xc0 | c >> 6);
                continuation(c);
            } else if (!Character.isSurrogate(c)) {
                out[length++] = (byte) (0xe0 | c >> 12);
                continuation(c >> 6);
                continuation(c);
            } else if (Character.isHighSurrogate(c) && !chars.hasRemaining() && !flushed) {
                chars.clear();
                chars.put(c);
                return;
            } else if (Character.isHighSurrogate(c)
                    && chars.hasRemaining()
                    && Character.isLowSurrogate(chars.get(chars.position()))) {
                int point = Character.toCodePoint(c, chars.get());
                out[length++] = (byte) (0xf0 | point >> 18);
                continuation(point >> 12);
                continuation(point >> 6);
                continuation(point);
            } else {
                out[length++] = BAD;
            }
        }
        chars.clear();
    }

    private void continuation(int bits) {
        out[length++] = (byte) (0x80 | bits & 0x3f);
    }

    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException("read only");
    }

    @Override
    public int available() {
        return length - position;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
