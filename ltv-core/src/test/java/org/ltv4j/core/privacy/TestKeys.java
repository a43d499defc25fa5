package org.ltv4j.core.privacy;

/** Keys of tests: known bytes, so that other tools can compute the same pseudonyms. */
final class TestKeys {
    private TestKeys() {}

    /** Bytes from, from + 1, and so on. */
    static byte[] bytes(int from, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (from + i);
        }
        return bytes;
    }

    /** Named k1, of bytes 0 to 31. */
    static PseudonymKey first() {
        return PseudonymKey.of("k1", bytes(0, 32));
    }

    /** Named k2, of bytes 32 to 71. */
    static PseudonymKey second() {
        return PseudonymKey.of("k2", bytes(32, 40));
    }

    static Pseudonymizer analytics() {
        return first().forPurpose("analytics");
    }
}
