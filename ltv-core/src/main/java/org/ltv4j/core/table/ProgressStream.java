package org.ltv4j.core.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import org.ltv4j.core.model.ProgressListener;

/** Tells how many bytes were read, and stops when the thread is interrupted. */
final class ProgressStream extends FilterInputStream {
    private static final long STEP = 1 << 20;

    private final ProgressListener listener;
    private final long total;
    private long done;
    private long told;

    ProgressStream(InputStream in, long total, ProgressListener listener) {
        super(in);
        this.total = total;
        this.listener = listener;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        advance(b < 0 ? 0 : 1, b < 0);
        return b;
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
        int n = in.read(target, from, count);
        advance(Math.max(n, 0), n < 0);
        return n;
    }

    private void advance(int bytes, boolean end) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("reading was interrupted");
        }
        done += bytes;
        if (done - told >= STEP || (end && told < done)) {
            told = done;
            listener.progress("reading", done, total);
        }
    }
}
