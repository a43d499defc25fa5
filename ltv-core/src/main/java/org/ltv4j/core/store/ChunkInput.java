package org.ltv4j.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/** Decrypts chunk by chunk, reading one byte ahead to know the last one. */
final class ChunkInput extends InputStream {
    private static final int SEALED = EncryptedStreams.CHUNK + StreamKeys.TAG_BYTES;

    private final InputStream in;
    private final StreamKeys keys;
    private final byte[] header;
    private final byte[] sealed = new byte[SEALED + 1];
    private int ahead;
    private byte[] open = new byte[0];
    private int at;
    private int number;
    private boolean ended;
    private boolean closed;

    ChunkInput(InputStream in, StreamKeys keys, byte[] header) {
        this.in = in;
        this.keys = keys;
        this.header = header;
    }

    @Override
    public int read() throws IOException {
        return fill() ? open[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, open.length - at);
        System.arraycopy(open, at, target, offset, taken);
        at += taken;
        return taken;
    }

    @Override
    public int available() {
        return open.length - at;
    }

    @Override
    public void close() throws IOException {
        keys.close();
        closed = true;
        Arrays.fill(open, (byte) 0);
        at = open.length;
        in.close();
    }

    /** False at the end of the content. */
    private boolean fill() throws IOException {
        if (closed) {
            throw new IOException("the decrypted stream is closed");
        }
        while (at == open.length) {
            if (ended) {
                return false;
            }
            next();
        }
        return true;
    }

    private void next() throws IOException {
        int size = ahead + in.readNBytes(sealed, ahead, sealed.length - ahead);
        boolean last = size <= SEALED;
        if (size < StreamKeys.TAG_BYTES) {
            throw changed(null);
        }
        try {
            open = keys.chunk(Cipher.DECRYPT_MODE, header, number, last, sealed, Math.min(size, SEALED));
        } catch (GeneralSecurityException e) {
            throw changed(e);
        }
        at = 0;
        number++;
        ended = last;
        if (last) {
            keys.close();
        }
        ahead = last ? 0 : 1;
        sealed[0] = sealed[SEALED];
    }

    private SavedFileException changed(@Nullable GeneralSecurityException cause) {
        long where = header.length + Integer.toUnsignedLong(number) * SEALED;
        String message = "the encrypted file was changed or cut short at or after byte " + where
                + ": take it from its source or a backup";
        return cause == null ? new SavedFileException(message) : new SavedFileException(message, cause);
    }
}
