package org.ltv4j.core.privacy;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * The secret behind pseudonyms, under a short public name. It comes from the caller, is never written anywhere by the
 * library, and is in no message or text form. Whoever has it can tell whose pseudonym one is, so it belongs into a key
 * store, apart from the pseudonyms; {@code openssl rand -base64 32} makes one. Use it for nothing else: encryption
 * takes another key.
 *
 * <p>One key serves several purposes whose pseudonyms cannot be joined, see {@link #forPurpose}. Thread-safe.
 */
public final class PseudonymKey implements AutoCloseable {
    /** Fewest bytes of a secret: 32, as many as the hash has. */
    public static final int LEAST_BYTES = 32;

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]{0,15}");
    private static final String ALGORITHM = "HmacSHA256";

    private final String id;
    private @Nullable Mac mac;

    private PseudonymKey(String id, Mac mac) {
        this.id = id;
        this.mac = mac;
    }

    /**
     * A key of random bytes.
     *
     * @param id public name of the key, which every pseudonym starts with: a small letter, then up to 15 small letters and
     *     digits; another key needs another name
     * @param secret at least {@value #LEAST_BYTES} random bytes; wiped in any case
     * @return the key
     * @throws IllegalArgumentException if the name or the secret is not as asked for
     */
    public static PseudonymKey of(String id, byte[] secret) {
        try {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException(
                        "need a key id of a small letter and up to 15 small letters and digits, such as k1");
            }
            if (secret.length < LEAST_BYTES) {
                throw new IllegalArgumentException("key " + id + ": need at least " + LEAST_BYTES
                        + " random bytes, got " + secret.length + " (openssl rand -base64 32 makes them)");
            }
            if (allAlike(secret)) {
                throw new IllegalArgumentException(
                        "key " + id + ": all bytes are the same; was the array wiped after an earlier use?");
            }
            return new PseudonymKey(id, mac(secret));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /**
     * A key as text, such as key stores and environment variables hold it.
     *
     * @param id public name of the key, see {@link #of}
     * @param secret Base64 (RFC 4648) of at least {@value #LEAST_BYTES} random bytes; blanks and line ends around it do
     *     not matter; wiped in any case
     * @return the key
     * @throws IllegalArgumentException if the name or the secret is not as asked for
     */
    public static PseudonymKey ofBase64(String id, char[] secret) {
        byte[] text = null;
        try {
            int from = 0;
            int to = secret.length;
            while (from < to && secret[from] <= ' ') {
                from++;
            }
            while (to > from && secret[to - 1] <= ' ') {
                to--;
            }
            text = StandardCharsets.UTF_8
                    .newEncoder()
                    .encode(CharBuffer.wrap(secret, from, to - from))
                    .array();
            return of(id, decoded(id, text));
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new IllegalArgumentException("key " + id + ": the secret is no Base64 text");
        } finally {
            Arrays.fill(secret, '\0');
            if (text != null) {
                Arrays.fill(text, (byte) 0);
            }
        }
    }

    private static byte[] decoded(String id, byte[] text) {
        int length = text.length;
        while (length > 0 && text[length - 1] == 0) { // the encoder's buffer may be longer than the text
            length--;
        }
        byte[] exact = Arrays.copyOf(text, length);
        try {
            return Base64.getDecoder().decode(exact);
        } catch (IllegalArgumentException e) {
            // without its cause, whose message shows a character of the secret
            throw new IllegalArgumentException("key " + id + ": the secret is no Base64 text");
        } finally {
            Arrays.fill(exact, (byte) 0);
        }
    }

    private static boolean allAlike(byte[] secret) {
        for (byte b : secret) {
            if (b != secret[0]) {
                return false;
            }
        }
        return true;
    }

    private static Mac mac(byte[] secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new Secret(secret));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** The secret on its way into the Mac, without the copies that outlive it in a SecretKeySpec. */
    private static final class Secret implements SecretKey {
        private static final long serialVersionUID = 1L;

        private final transient byte[] bytes;

        Secret(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public String getAlgorithm() {
            return ALGORITHM;
        }

        @Override
        public String getFormat() {
            return "RAW";
        }

        @Override
        public byte[] getEncoded() {
            return bytes.clone();
        }
    }

    /**
     * The pseudonyms of one purpose. Those of two purposes, or of two shops with purposes of their own, have nothing in
     * common, so that nobody can join them without the key.
     *
     * @param purpose what they are for, such as {@code analytics}: 1 to 64 letters, digits, dots, hyphens, underscores
     * @return gives out pseudonyms until this key is closed
     * @throws IllegalArgumentException if the purpose is not as asked for
     */
    public Pseudonymizer forPurpose(String purpose) {
        return new Pseudonymizer(this, purpose);
    }

    /**
     * The public name of the key.
     *
     * @return for example {@code k1}
     */
    public String id() {
        return id;
    }

    /** HMAC-SHA-256 of two texts, one after the other. */
    synchronized byte[] hash(byte[] domain, byte[] text) {
        if (mac == null) {
            throw new IllegalStateException("key " + id + " is closed: make it again from its secret");
        }
        mac.update(domain);
        mac.update(text);
        return mac.doFinal();
    }

    /** Overwrites the secret in memory, as far as the JDK lets one. Pseudonymizers of this key give nothing more. */
    @Override
    public synchronized void close() {
        if (mac == null) {
            return;
        }
        try {
            mac.init(new Secret(new byte[LEAST_BYTES])); // overwrites what the Mac keeps of the secret
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of zeros was not taken", e);
        } finally {
            mac = null;
        }
    }

    /** The public name only. */
    @Override
    public String toString() {
        return "pseudonym key " + id;
    }
}
