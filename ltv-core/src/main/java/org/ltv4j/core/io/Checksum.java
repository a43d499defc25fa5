package org.ltv4j.core.io;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * SHA-256 over the values of a document: members in the order of their names, texts as UTF-8 with their length before them,
 * numbers as the 8 bytes of a double. So it does not depend on spaces, on the order of members, or on how a number is spelt.
 */
final class Checksum {
    static final String NAME = "sha256";

    private final MessageDigest digest;

    private Checksum(MessageDigest digest) {
        this.digest = digest;
    }

    /** Of everything but the checksum itself, as 64 hexadecimal digits. */
    static String of(Map<String, Object> root) {
        Map<String, Object> rest = new TreeMap<>(root);
        rest.remove(NAME);
        try {
            Checksum sum = new Checksum(MessageDigest.getInstance("SHA-256"));
            sum.add(rest);
            return HexFormat.of().formatHex(sum.digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Checks that the values are those that were saved; {@code changed} says what is wrong where they are not. */
    static void check(Map<String, Object> root, ModelReader in, String changed) {
        if (!in.text(NAME).equals(of(root))) {
            throw in.error(NAME, changed);
        }
    }

    private void add(Object value) {
        if (value instanceof Map<?, ?> members) {
            head('{', members.size());
            new TreeMap<>(members).forEach((name, member) -> {
                add(name);
                add(member);
            });
        } else if (value instanceof List<?> list) {
            head('[', list.size());
            list.forEach(this::add);
        } else if (value instanceof Number number) {
            head('n', Double.doubleToLongBits(number.doubleValue()));
        } else if (value instanceof Boolean truth) {
            head('b', truth ? 1 : 0);
        } else {
            byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
            head('"', text.length);
            digest.update(text);
        }
    }

    private void head(char type, long number) {
        digest.update(ByteBuffer.allocate(9).put((byte) type).putLong(number).flip());
    }
}
