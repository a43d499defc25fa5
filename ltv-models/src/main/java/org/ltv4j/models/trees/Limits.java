package org.ltv4j.models.trees;

/** How much of a file is read, so that a malicious one cannot fill the memory. Far above what real models have. */
final class Limits {
    /** Bytes of a model: 1 GiB. */
    static final int MODEL = 1 << 30;
    /** Values per row: 16 million. */
    static final int FEATURES = 1 << 24;
    /** Margins per row: one million. */
    static final int OUTPUTS = 1 << 20;
    /** Bytes of one text: 16 MiB. */
    static final int TEXT = 1 << 24;
    /** Bytes of all texts that are kept (names, kinds, levels, attributes), {@link #PER_TEXT} more for each: 64 MiB. */
    static final long TEXTS = 1 << 26;
    /** What a text counts besides its bytes. */
    static final int PER_TEXT = 32;
    /** Members of one object, such as attributes. */
    static final int MEMBERS = 1 << 16;
    /** Columns with levels, and levels of one that are numbers. */
    static final int LEVELS = 1 << 20;
    /** Digits of a number, and characters of one that is written as text. */
    static final int DIGITS = 1_000;
    /** Numbers of a version. */
    static final int VERSION = 16;

    private Limits() {}

    /** Bytes that the file and what is read from it may take: half the memory, since the trees are then laid out anew. */
    static long room() {
        return Runtime.getRuntime().maxMemory() / 2;
    }
}
