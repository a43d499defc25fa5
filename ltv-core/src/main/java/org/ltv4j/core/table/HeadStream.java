package org.ltv4j.core.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose first bytes may be looked at, and skipped, before it is read. */
final class HeadStream extends FilterInputStream {
    private final byte[] head;
    private int position;
    private int length;

    HeadStream(InputStream in, int size) throws IOException {
        super(in);
        this.head = new byte[size];
        this.length = in.readNBytes(head, 0, size);
    }

    byte[] head() {
        return head;
    }

    int headLength() {
        return length;
    }

    void skipHead(int bytes) {
        position += bytes;
    }

    @Override
    public int read() throws IOException {
        return position < length ? head[position++] & 0xff : in.read();
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
        if (position == length) {
            return in.read(target, from, count);
        }
        int served = Math.min(count, length - position);
        System.arraycopy(head, position, target, from, served);
        position += served;
        return served;
    }

    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException("read only");
    }

    @Override
    public int available() throws IOException {
        return length - position + in.available();
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
