package org.ltv4j.core.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A kind of file that this package writes.
 *
 * @param letters six letters in its first bytes
 * @param version the version that is written, and the highest that is read
 * @param what what is saved, in words
 * @param writer the method that writes it, for messages
 */
record FileForm(String letters, int version, String what, String writer) {
    /** A byte that no text has, the letters, and a line feed, which a transfer as text would change. */
    static final int MAGIC_BYTES = 8;

    byte[] magic() {
        byte[] magic = new byte[MAGIC_BYTES];
        magic[0] = (byte) 0x89;
        System.arraycopy(letters.getBytes(StandardCharsets.US_ASCII), 0, magic, 1, MAGIC_BYTES - 2);
        magic[MAGIC_BYTES - 1] = '\n';
        return magic;
    }

    /** Refuses the first bytes of a file of another kind. */
    void requireOwn(byte[] head) {
        if (EncryptedStreams.startsEncrypted(head)) {
            throw new SavedFileException("this is encrypted: give its key");
        }
        int same = Math.min(head.length, MAGIC_BYTES);
        if (head.length == 0 || !Arrays.equals(head, 0, same, magic(), 0, same)) {
            throw new SavedFileException(
                    "this is no " + what + " saved by " + writer + (head.length == 0 ? " (it is empty)" : ""));
        }
    }

    SavedFileException error(String problem) {
        return new SavedFileException("the saved " + what + " " + problem);
    }

    SavedFileException changed(String part) {
        return new SavedFileException("the " + part + " of the saved " + what + " was changed after it was saved (its"
                + " checksum differs): take it from a backup, or make it anew from the sales");
    }

    SavedFileException cutShort() {
        return error("is cut short: take it from a backup, or make it anew from the sales");
    }
}
