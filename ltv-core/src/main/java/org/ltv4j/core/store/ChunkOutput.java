package org.ltv4j.core.store;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;

/** Encrypts chunk by chunk. Closing it does nothing: only {@link #finish} makes the stream whole. */
final class ChunkOutput extends OutputStream {
    private final OutputStream out;
    private final StreamKeys keys;
    private final byte[] header;
    private final byte[] chunk = new byte[EncryptedStreams.CHUNK];
    private int filled;
    private int number;
    private boolean finished;

    ChunkOutput(OutputStream out, StreamKeys keys, byte[] header) {
        this.out = out;
        this.keys = keys;
        this.header = header;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (finished) {
            throw new IOException("the encrypted stream is finished");
        }
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == chunk.length) { // more follows, so this was not the last one
                put(false);
            }
            int taken = Math.min(left, chunk.length - filled);
            System.arraycopy(bytes, from, chunk, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
        }
    }

    void finish() throws IOException {
        put(true);
        finished = true;
        Arrays.fill(chunk, (byte) 0);
    }

    private void put(boolean last) throws IOException {
        try {
            out.write(keys.chunk(Cipher.ENCRYPT_MODE, header, number, last, chunk, filled));
        } catch (GeneralSecurityException e) {
            throw new IOException("encrypting failed: " + e.getMessage(), e);
        }
        filled = 0;
        if (number == -1) {
            throw new IOException("more than 256 TiB cannot be encrypted as one stream");
        }
        number++; // all 32 bits count
    }
}
