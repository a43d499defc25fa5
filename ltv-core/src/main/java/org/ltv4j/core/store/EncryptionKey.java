package org.ltv4j.core.store;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * A secret key of 256 bits for saved files. The caller keeps it, for instance in a key store or a secret of the runtime; the
 * library writes it nowhere and never prints it. Who loses it loses what was encrypted with it.
 */
public final class EncryptionKey {
    /** Bytes of a key. */
    public static final int BYTES = 32;

    private final byte[] secret;

    private EncryptionKey(byte[] secret) {
        this.secret = secret;
    }

    /**
     * A key of the caller's.
     *
     * @param secret 32 random bytes, copied; a password is no key
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
     * @param base64 32 random bytes in Base64, as {@link #toBase64} gives them
     * @return the key
     * @throws IllegalArgumentException if the text is not Base64 of 32 bytes; the message does not show it
     */
    public static EncryptionKey ofBase64(String base64) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the key must be " + BYTES + " bytes in Base64 (44 letters)");
        }
        return of(secret);
    }

    /**
     * A new key, from the secure random numbers of the system.
     *
     * @return a key that the caller must keep
     */
    public static EncryptionKey random() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new EncryptionKey(secret);
    }

    /**
     * The secret as text, for the caller to keep.
     *
     * @return 44 letters
     */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(secret);
    }

    byte[] secret() {
        return secret;
    }

    /** The same secret, compared in constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof EncryptionKey key && MessageDigest.isEqual(secret, key.secret);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(secret);
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "EncryptionKey[256 bits]";
    }
}
