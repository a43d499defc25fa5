package org.ltv4j.examples.quickstart;

import java.io.PrintStream;
import org.ltv4j.core.model.ProgressListener;

/** A progress bar of one line, which appears when work takes longer than a second and goes away when it is done. */
final class Progress implements ProgressListener, AutoCloseable {
    private static final int WIDTH = 30;
    private static final long PATIENCE_NANOS = 1_000_000_000L;
    private static final long STEP_NANOS = 100_000_000L;
    private static final String CLEAR = "\r\u001B[K";

    private final PrintStream err;
    private final long start = System.nanoTime();
    private long next = start + PATIENCE_NANOS;
    private boolean shown;

    private Progress(PrintStream err) {
        this.err = err;
    }

    /**
     * A bar on a terminal, silence elsewhere.
     *
     * @param err takes the bar
     * @param terminal whether it is a terminal and the user wants to see something
     * @return a listener to be closed
     */
    static Progress on(PrintStream err, boolean terminal) {
        Progress progress = new Progress(err);
        if (!terminal) {
            progress.next = Long.MAX_VALUE;
        }
        return progress;
    }

    /** Whether somebody looks at the program's output. From JDK 22 on a console may exist without a terminal. */
    static boolean terminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true; // before JDK 22 a console is a terminal
        }
    }

    @Override
    public synchronized void progress(String phase, long done, long total) {
        long now = next == Long.MAX_VALUE ? 0 : System.nanoTime();
        if (next == Long.MAX_VALUE || now < next) {
            return;
        }
        next = now + STEP_NANOS;
        shown = true;
        String bar = "";
        if (total > 0) {
            int filled = (int) Math.min(WIDTH, WIDTH * done / total);
            bar = " [" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + Math.min(100, 100 * done / total)
                    + "%";
        }
        err.print(CLEAR + phase + bar);
        err.flush();
    }

    @Override
    public void close() {
        done();
    }

    /** Takes the bar away. */
    synchronized void done() {
        if (shown) {
            err.print(CLEAR);
            err.flush();
        }
        next = Long.MAX_VALUE;
    }
}
