package org.ltv4j.core.store;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * A secret for the ciphers and Macs of the JDK that can be overwritten: a SecretKeySpec keeps a copy that nobody can wipe.
 * Takes the array, which must not be used any more.
 */
final class WipedKey implements SecretKey {
    private static final long serialVersionUID = 1L;

    private final String algorithm;
    private final transient byte[] bytes;
    private transient boolean destroyed;

    WipedKey(byte[] bytes, String algorithm) {
        this.bytes = bytes;
        this.algorithm = algorithm;
    }

    /** Makes a Mac forget its key by giving it another one. */
    static void forget(Mac mac) throws GeneralSecurityException {
        mac.init(new WipedKey(new byte[1], mac.getAlgorithm()));
    }

    @Override
    public String getAlgorithm() {
        return algorithm;
    }

    @Override
    public String getFormat() {
        return "RAW";
    }

    /** A copy. */
    @Override
    public byte[] getEncoded() {
        if (destroyed) {
            throw new IllegalStateException("the key was wiped");
        }
        return bytes.clone();
    }

    @Override
    public void destroy() {
        Arrays.fill(bytes, (byte) 0);
        destroyed = true;
    }

    @Override
    public boolean isDestroyed() {
        return destroyed;
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return algorithm + " key";
    }
}
