package org.ltv4j.core.store;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * A secret key of 256 bits for saved files. The caller keeps it, for instance in a key store or a secret of the runtime; the
 * library writes it nowhere and never prints it. Who loses it loses what was encrypted with it. Close it after use: that
 * overwrites the secret. Two objects of one secret are not equal, since an equal hash code would tell of the secret; see
 * {@link #isSameAs}. Thread-safe.
 *
 * <pre>{@code
 * try (EncryptionKey key = EncryptionKey.ofBase64(text)) { LogFiles.save(log, file, key); }   // text is a char[], wiped
 * }</pre>
 */
public final class EncryptionKey implements AutoCloseable {
    /** Bytes of a key. */
    public static final int BYTES = 32;

    private final byte[] secret;
    private boolean closed;

    private EncryptionKey(byte[] secret) {
        this.secret = secret;
    }

    /**
     * A key of the caller's.
     *
     * @param secret 32 random bytes, copied: wipe them after the call; a password is no key
     * @return the key
     * @throws IllegalArgumentException if there are not 32 bytes, or all are the same
     */
    public static EncryptionKey of(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("need " + BYTES + " random bytes, got " + secret.length);
        }
        byte first = secret[0];
        boolean varied = false;
        for (byte b : secret) {
            varied |= b != first;
        }
        if (!varied) {
            throw new IllegalArgumentException("need " + BYTES + " random bytes, got the same one " + BYTES + " times");
        }
        return new EncryptionKey(secret.clone());
    }

    /**
     * A key of the caller's as text.
     *
     * @param base64 32 random bytes in Base64, as {@link #toBase64} gives them, with blanks and line ends around it or not;
     *     wiped in any case
     * @return the key
     * @throws IllegalArgumentException if the text is not Base64 of 32 bytes; the message does not show it
     */
    public static EncryptionKey ofBase64(char[] base64) {
        byte[] text = new byte[letters(base64)];
        byte[] decoded = new byte[BYTES];
        try {
            int at = 0;
            for (char c : base64) {
                if (c > ' ') {
                    text[at++] = (byte) (c < 0x80 ? c : '?'); // what is beyond ASCII is no letter of Base64 either
                }
            }
            if (!decode(text, decoded)) {
                throw new IllegalArgumentException("the key must be " + BYTES + " bytes in Base64 (44 letters)");
            }
            return of(decoded);
        } finally {
            Arrays.fill(base64, '\0');
            Arrays.fill(text, (byte) 0);
            Arrays.fill(decoded, (byte) 0);
        }
    }

    private static int letters(char[] base64) {
        int letters = 0;
        for (char c : base64) {
            letters += c > ' ' ? 1 : 0;
        }
        return letters;
    }

    /** Whether that was Base64 of as many bytes. The exception of the JDK shows a letter of the secret, so it ends here. */
    private static boolean decode(byte[] text, byte[] decoded) {
        try {
            return Base64.getDecoder().decode(text, decoded) == decoded.length;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * A new key, from the secure random numbers of the system.
     *
     * @return a key that the caller must keep
     */
    public static EncryptionKey random() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new EncryptionKey(secret); // which keeps the array
    }

    /**
     * The secret as text, for the caller to keep.
     *
     * @return 44 letters; wipe them after use
     * @throws IllegalStateException if the key is closed
     */
    public char[] toBase64() {
        byte[] bytes = secret();
        byte[] text = Base64.getEncoder().encode(bytes);
        char[] letters = new char[text.length];
        for (int i = 0; i < text.length; i++) {
            letters[i] = (char) text[i];
        }
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(text, (byte) 0);
        return letters;
    }

    /**
     * Whether another key has the same secret, compared in constant time.
     *
     * @param other any key
     * @return true if what one encrypts the other decrypts
     * @throws IllegalStateException if either key is closed
     */
    public boolean isSameAs(EncryptionKey other) {
        byte[] mine = secret();
        byte[] its = other.secret();
        try {
            return MessageDigest.isEqual(mine, its);
        } finally {
            Arrays.fill(mine, (byte) 0);
            Arrays.fill(its, (byte) 0);
        }
    }

    /** A copy of the secret, to be wiped. */
    synchronized byte[] secret() {
        if (closed) {
            throw new IllegalStateException("the encryption key is closed: make it again from its secret");
        }
        return secret.clone();
    }

    /** Overwrites the secret. Streams that were opened before still work to their end; they have keys of their own. */
    @Override
    public synchronized void close() {
        Arrays.fill(secret, (byte) 0);
        closed = true;
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "EncryptionKey[256 bits]";
    }
}
