package org.ltv4j.core.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.model.ProgressListener;

/**
 * The text of a source as a stream of UTF-8 without byte order mark: gzip undone (told by its first bytes, not by a
 * name), charset settled, files that are no text refused by name.
 *
 * @param stream the text
 * @param charset the charset of the source
 * @param gzip true when it was compressed
 */
record TextInput(InputStream stream, Charset charset, boolean gzip) implements AutoCloseable {
    private static final int HEAD = 1 << 13;
    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] UTF_32LE_MARK = {(byte) 0xff, (byte) 0xfe, 0, 0}; // in UTF-16 a NUL, which no table has
    private static final byte[] UTF_32BE_MARK = {0, 0, (byte) 0xfe, (byte) 0xff};
    private static final byte[] UTF_16LE_MARK = {(byte) 0xff, (byte) 0xfe};
    private static final byte[] UTF_16BE_MARK = {(byte) 0xfe, (byte) 0xff};

    /** A text file, within its limits if it is compressed. */
    static TextInput open(ByteSource source, CsvOptions options, ProgressListener listener) throws IOException {
        return limited(open(source, options.charset(), listener, false), options);
    }

    /** A file that may be JSON, which no table is, within its limits if it is compressed. */
    static TextInput openJson(ByteSource source, CsvOptions options, ProgressListener listener) throws IOException {
        return limited(open(source, options.charset(), listener, true), options);
    }

    private static TextInput limited(TextInput input, CsvOptions options) {
        if (!input.gzip) {
            return input;
        }
        LimitedStream.Budget budget = new LimitedStream.Budget(options.limits().unpackedBytes());
        return new TextInput(LimitedStream.ofBytes(input.stream, budget), input.charset, true);
    }

    static TextInput open(ByteSource source, Optional<Charset> stated, ProgressListener listener) throws IOException {
        return open(source, stated, listener, false);
    }

    private static TextInput open(ByteSource source, Optional<Charset> stated, ProgressListener listener, boolean json)
            throws IOException {
        InputStream raw = source.open();
        try {
            HeadStream head = new HeadStream(new ProgressStream(raw, source.size(), listener), HEAD);
            boolean gzip = Magic.gzip(head.head(), head.headLength());
            if (gzip) {
                head = new HeadStream(new GzipStream(head), HEAD);
            }
            return ofText(head, stated.orElse(null), gzip, json);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private static TextInput ofText(HeadStream in, @Nullable Charset stated, boolean gzip, boolean json)
            throws IOException {
        byte[] head = in.head();
        int length = in.headLength();
        if (length == 0) {
            throw new InvalidDataException("is empty: it has no byte" + (gzip ? " after unpacking" : ""));
        }
        if (Magic.gzip(head, length)) {
            throw new InvalidDataException("is compressed by gzip twice: unpack it once");
        }
        String refusal = json ? null : Magic.refusal(head, length);
        if (refusal != null) {
            throw new InvalidDataException(refusal);
        }
        Charset charset = stated != null ? stated : marked(head, length);
        if (!sameAsUtf8(charset)) {
            HeadStream text = new HeadStream(new TranscodingStream(in, charset), UTF_8_MARK.length);
            skipMark(text);
            return new TextInput(text, charset, gzip);
        }
        if (Magic.hasNul(head, length)) {
            throw new InvalidDataException("has NUL bytes, so it is no UTF-8 text: if it is UTF-16 without a byte order"
                    + " mark, state it (--charset UTF-16LE); else export the table as CSV");
        }
        skipMark(in);
        return new TextInput(in, charset, gzip);
    }

    private static Charset marked(byte[] head, int length) {
        if (Magic.startsWith(head, length, UTF_32LE_MARK)) {
            return Charset.forName("UTF-32LE");
        }
        if (Magic.startsWith(head, length, UTF_32BE_MARK)) {
            return Charset.forName("UTF-32BE");
        }
        if (Magic.startsWith(head, length, UTF_16LE_MARK)) {
            return StandardCharsets.UTF_16LE;
        }
        return Magic.startsWith(head, length, UTF_16BE_MARK) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static boolean sameAsUtf8(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII);
    }

    private static void skipMark(HeadStream text) {
        if (Magic.startsWith(text.head(), text.headLength(), UTF_8_MARK)) {
            text.skipHead(UTF_8_MARK.length);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
