package org.ltv4j.examples.quickstart;

/** Exit codes of the program, for shell scripts. */
public final class ExitCode {
    /** All outputs were written. */
    public static final int OK = 0;
    /** Something unforeseen: a defect of this program. */
    public static final int DEFECT = 1;
    /** An option is unknown, missing, given twice or has a bad value. */
    public static final int USAGE = 2;
    /** The input cannot be used, or nothing can be learnt from it. */
    public static final int DATA = 3;
    /** The outputs cannot be written; those that stood there before are as they were. */
    public static final int OUTPUT = 4;
    /** Interrupted; nothing was written. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
