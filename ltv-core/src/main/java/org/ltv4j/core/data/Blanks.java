package org.ltv4j.core.data;

/**
 * The one rule of what is blank, for ids of every source, builder and saved file: a text of signs alone that nobody sees. These
 * are the white space of Unicode, spaces that do not break (U+00A0, U+2007, U+202F) among it, control characters but NUL, which no
 * text has, and the signs without width U+200B to U+200F, U+2060 and U+FEFF, the byte order mark.
 */
public final class Blanks {
    private static final int LAST_ASCII = 0x7f;

    private Blanks() {}

    /**
     * Whether a text is blank. Cost: one sign for a text that begins with a letter or digit.
     *
     * @param text an id or another text
     * @return true if it is empty or nobody sees any of its signs
     */
    public static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) { // no blank sign has two surrogates
            if (!isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a slice of UTF-8 is blank, as {@link #isBlank(String)} says of its text. Bytes that are not UTF-8 are not blank.
     *
     * @param utf8 the bytes
     * @param from first byte of the slice
     * @param to one past its last byte
     * @return true if it is empty or nobody sees any of its signs
     */
    public static boolean isBlank(byte[] utf8, int from, int to) {
        int at = from;
        while (at < to) {
            int lead = utf8[at];
            int length = lead >= 0 ? 1 : (lead & 0xe0) == 0xc0 ? 2 : (lead & 0xf0) == 0xe0 ? 3 : 0;
            if (length == 0 || at + length > to || !isBlank(decoded(utf8, at, length))) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** The sign of one, two or three bytes; NUL, which is not blank, where they are no UTF-8. */
    private static char decoded(byte[] b, int at, int length) {
        if (length == 1) {
            return (char) b[at];
        }
        int sign = b[at] & (length == 2 ? 0x1f : 0x0f);
        for (int i = 1; i < length; i++) {
            if ((b[at + i] & 0xc0) != 0x80) {
                return 0;
            }
            sign = sign << 6 | b[at + i] & 0x3f;
        }
        boolean overlong = sign <= LAST_ASCII || length == 3 && sign < 0x800;
        return overlong ? 0 : (char) sign;
    }

    private static boolean isBlank(char sign) {
        if (sign > ' ' && sign < LAST_ASCII) {
            return false; // nearly all
        }
        return Character.isWhitespace(sign)
                || Character.isSpaceChar(sign)
                || Character.isISOControl(sign) && sign != 0
                || sign >= '\u200b' && sign <= '\u200f'
                || sign == '\u2060'
                || sign == '\ufeff';
    }
}
