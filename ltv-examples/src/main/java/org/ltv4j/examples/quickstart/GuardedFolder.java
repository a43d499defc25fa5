package org.ltv4j.examples.quickstart;

/**
 * An output folder that removes what is not finished when the process is asked to end, by Ctrl-C or a termination signal.
 * The JVM ends as soon as that is done, without waiting for the job.
 */
final class GuardedFolder implements AutoCloseable {
    private final OutputFolder folder;
    private final Thread hook;

    private GuardedFolder(OutputFolder folder, Thread hook) {
        this.folder = folder;
        this.hook = hook;
    }

    /**
     * Prepares a folder. It is guarded before anything is made in it.
     *
     * @throws OutputException if it cannot be written to
     */
    static GuardedFolder of(OutputFolder folder) {
        Thread hook = new Thread(folder::close, "ltv-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        GuardedFolder guarded = new GuardedFolder(folder, hook);
        try {
            folder.prepare();
            return guarded;
        } catch (RuntimeException e) {
            guarded.close();
            throw e;
        }
    }

    OutputFolder folder() {
        return folder;
    }

    @Override
    public void close() {
        folder.close();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the JVM is ending already: the hook runs
        }
    }
}
