package org.ltv4j.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.ltv4j.core.io.AtomicFiles;

/**
 * Encrypts whatever is saved: AES-256-GCM of the JDK in chunks of 64 KiB, so that files of any size stream through little
 * memory and no byte is handed out before it was found authentic. What was changed, cut short, or put together from several
 * files is refused.
 *
 * <p>The form: 8 bytes {@code 89 "LTVENC" 0A}, 4 bytes version (1), 32 bytes random salt, 8 bytes that tell a wrong key, then
 * the chunks, each with a tag of 16 bytes. Salt and caller's key give the key of the stream by HKDF-SHA-256 (RFC 5869); number
 * of the chunk and a mark of the last one are in the nonce, the header is authenticated with each chunk (the STREAM
 * construction of Hoang, Reyhanitabar, Rogaway and Vizar, 2015). No stream uses a nonce twice, and no two streams a key.
 *
 * <pre>{@code
 * EncryptedStreams.save(file, key, out -> out.write(document));
 * try (InputStream in = EncryptedStreams.decrypting(Files.newInputStream(file), key)) { in.readAllBytes(); }
 * }</pre>
 */
public final class EncryptedStreams {
    static final byte[] MAGIC = {(byte) 0x89, 'L', 'T', 'V', 'E', 'N', 'C', '\n'};
    static final int CHUNK = 1 << 16;
    private static final int VERSION = 1;
    private static final int SALT_BYTES = 32;
    private static final int CHECK_BYTES = 8;
    private static final int HEADER_BYTES = MAGIC.length + Integer.BYTES + SALT_BYTES + CHECK_BYTES;

    private EncryptedStreams() {}

    /**
     * Writes an encrypted file, whole or not at all (see {@link AtomicFiles}).
     *
     * @param file the file to make or to replace; its folder must exist
     * @param key the key, which is written nowhere
     * @param content writes what is to be encrypted; may throw anything
     * @throws IOException if the file cannot be written
     */
    public static void save(Path file, EncryptionKey key, AtomicFiles.Content content) throws IOException {
        AtomicFiles.write(file, out -> write(out, key, content));
    }

    /**
     * Writes an encrypted stream. It is only complete, and can only be decrypted, if the content was written without an
     * exception.
     *
     * @param out takes the encrypted bytes; stays open
     * @param key the key, which is written nowhere
     * @param content writes what is to be encrypted
     * @throws IOException if a write fails
     */
    public static void write(OutputStream out, EncryptionKey key, AtomicFiles.Content content) throws IOException {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        write(out, key, salt, content);
    }

    static void write(OutputStream out, EncryptionKey key, byte[] salt, AtomicFiles.Content content)
            throws IOException {
        try (StreamKeys keys = new StreamKeys(key, salt)) {
            byte[] header = ByteBuffer.allocate(HEADER_BYTES)
                    .put(MAGIC)
                    .putInt(VERSION)
                    .put(salt)
                    .put(keys.check())
                    .array();
            out.write(header);
            ChunkOutput chunks = new ChunkOutput(out, keys, header);
            content.writeTo(chunks);
            chunks.finish();
        }
    }

    /**
     * The content of an encrypted stream. Its end is only authentic if it is read to the end.
     *
     * @param in encrypted bytes; closed with the stream returned
     * @param key the key with which it was encrypted
     * @return the content; reading it throws a {@link SavedFileException} where bytes were changed or are missing
     * @throws SavedFileException if this is no encrypted stream, needs a newer library, or another key
     * @throws IOException if a read fails
     */
    public static InputStream decrypting(InputStream in, EncryptionKey key) throws IOException {
        byte[] header = in.readNBytes(HEADER_BYTES);
        if (!startsEncrypted(header)) {
            throw new SavedFileException(
                    "this is not encrypted, though a key was given: whoever could write it may have"
                            + " put it in the place of the encrypted one. Load it without a key if that is meant");
        }
        if (header.length < HEADER_BYTES) {
            throw new SavedFileException("this encrypted file is cut short: only " + header.length + " bytes");
        }
        int version = ByteBuffer.wrap(header).getInt(MAGIC.length);
        if (version > VERSION) {
            throw new SavedFileException("this is encrypted by version " + version + ", this library reads up to "
                    + VERSION + ": upgrade ltv-core");
        }
        int saltAt = MAGIC.length + Integer.BYTES;
        StreamKeys keys = new StreamKeys(key, Arrays.copyOfRange(header, saltAt, saltAt + SALT_BYTES));
        byte[] check = Arrays.copyOfRange(header, saltAt + SALT_BYTES, HEADER_BYTES);
        if (version < 1 || !MessageDigest.isEqual(check, keys.check())) {
            keys.close();
            throw new SavedFileException(
                    "the key is not the one with which this was encrypted, or the head of the file was changed");
        }
        return new ChunkInput(in, keys, header);
    }

    static boolean startsEncrypted(byte[] bytes) {
        return bytes.length >= MAGIC.length && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** How many bytes the content of an encrypted stream of so many bytes has; below 0 if there is no such stream. */
    static long contentSize(long encrypted) {
        long body = encrypted - HEADER_BYTES;
        long chunk = CHUNK + (long) StreamKeys.TAG_BYTES;
        long chunks = (body + chunk - 1) / chunk;
        return body - chunks * StreamKeys.TAG_BYTES;
    }
}
