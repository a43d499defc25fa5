package org.ltv4j.core.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;

/** The keys of one encrypted stream, derived from the caller's key and the salt of the stream; closing wipes them. */
final class StreamKeys implements AutoCloseable {
    static final int TAG_BYTES = 16;
    private static final int CHECK_BYTES = 8;
    private static final int PREFIX_BYTES = 7;
    private static final int NONCE_BYTES = 12;
    private static final String HMAC = "HmacSHA256";
    private static final byte[] PURPOSE = "ltv4j encrypted stream 1".getBytes(StandardCharsets.US_ASCII);

    private final WipedKey key;
    private final byte[] prefix;
    private final byte[] check;

    StreamKeys(EncryptionKey caller, byte[] salt) {
        byte[] secret = caller.secret();
        byte[] derived;
        try {
            derived = derive(secret, salt, PURPOSE, EncryptionKey.BYTES + PREFIX_BYTES + CHECK_BYTES);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
        this.key = new WipedKey(Arrays.copyOf(derived, EncryptionKey.BYTES), "AES");
        this.prefix = Arrays.copyOfRange(derived, EncryptionKey.BYTES, EncryptionKey.BYTES + PREFIX_BYTES);
        this.check = Arrays.copyOfRange(derived, EncryptionKey.BYTES + PREFIX_BYTES, derived.length);
        Arrays.fill(derived, (byte) 0);
    }

    /** Bytes by which a wrong key is told from a changed file; they say nothing of the key. */
    byte[] check() {
        return check.clone();
    }

    /**
     * Encrypts or decrypts a chunk. Its number and whether it is the last one are part of the nonce, so that chunks can be neither
     * swapped nor left out.
     */
    byte[] chunk(int mode, byte[] header, int number, boolean last, byte[] bytes, int length)
            throws GeneralSecurityException {
        ByteBuffer nonce =
                ByteBuffer.allocate(NONCE_BYTES).put(prefix).putInt(number).put((byte) (last ? 1 : 0));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce.array()));
        cipher.updateAAD(header);
        return cipher.doFinal(bytes, 0, length);
    }

    /** Wipes the key: no chunk can be made or read any more. */
    @Override
    public void close() {
        key.destroy();
        Arrays.fill(prefix, (byte) 0);
    }

    /** Whether the key was wiped. */
    boolean closed() {
        return key.isDestroyed();
    }

    /** HKDF with SHA-256, RFC 5869. What it computes on the way is wiped. */
    static byte[] derive(byte[] secret, byte[] salt, byte[] purpose, int length) {
        try {
            Mac extract = Mac.getInstance(HMAC);
            extract.init(new WipedKey(salt.clone(), HMAC));
            WipedKey pseudorandom = new WipedKey(extract.doFinal(secret), HMAC);
            Mac expand = Mac.getInstance(HMAC);
            expand.init(pseudorandom);
            pseudorandom.destroy();
            byte[] out = new byte[length];
            byte[] block = new byte[0];
            int at = 0;
            for (int i = 1; at < length; i++) {
                expand.update(block);
                expand.update(purpose);
                expand.update((byte) i);
                Arrays.fill(block, (byte) 0);
                block = expand.doFinal();
                int taken = Math.min(block.length, length - at);
                System.arraycopy(block, 0, out, at, taken);
                at += taken;
            }
            Arrays.fill(block, (byte) 0);
            WipedKey.forget(expand);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256, this one has not", e);
        }
    }
}
