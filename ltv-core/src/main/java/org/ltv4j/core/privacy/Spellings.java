package org.ltv4j.core.privacy;

import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/**
 * The ways in which files write one character: as it is, behind backslashes (JSON, SQL, shells), as a JSON or Java escape,
 * as an entity of HTML and XML, as a doubled quote (CSV, SQL), or percent-encoded (URLs); also twice over, as JSON within
 * HTML has it.
 */
final class Spellings {
    /** Most characters that one character of an id may take up. */
    static final int LONGEST = 48;

    private static final int MOST_BACKSLASHES = 8;
    private static final int MOST_AGAIN = 2;
    private static final int NO_BREAK = 0xa0;
    private static final int FIRST_OF_TWO_BYTES = 0x80;
    private static final int LAST_OF_LATIN1 = 0xff;
    private static final String STARTERS = "\\&%+";

    private Spellings() {}

    /** Whether a character may begin another spelling than its own. */
    static boolean mayStart(char c) {
        return STARTERS.indexOf(c) >= 0;
    }

    /** Adds the places right after a character that stands at a place in whatever spelling; none if it does not. */
    static void ends(String text, int at, int character, TreeSet<Integer> ends) {
        if (at >= text.length()) {
            return;
        }
        if (same(text.codePointAt(at), character)) {
            ends.add(at + Character.charCount(character));
        }
        char first = text.charAt(at);
        switch (first) {
            case '\\' -> backslashed(text, at, character, ends);
            case '&' -> entity(text, at, character, ends);
            case '%' -> percent(text, at, character, ends);
            case '"', '\'' -> {
                if (character == first && is(text, at + 1, character)) {
                    ends.add(at + 2);
                }
            }
            case '+' -> {
                if (character == ' ') {
                    ends.add(at + 1);
                }
            }
            default -> {}
        }
    }

    /** Pages put blanks at which no line may break where the id has a plain one. */
    private static boolean same(int written, int character) {
        return written == character || written == NO_BREAK && character == ' ';
    }

    private static boolean is(String text, int at, int character) {
        return at < text.length() && text.codePointAt(at) == character;
    }

    private static void backslashed(String text, int at, int character, TreeSet<Integer> ends) {
        int next = at;
        while (next < text.length() && next - at < MOST_BACKSLASHES && text.charAt(next) == '\\') {
            next++;
            if (!Character.isLetterOrDigit(character)) {
                if (character != '\\' && next < text.length() && text.charAt(next) != '\\') {
                    ends(text, next, character, ends); // \" \/ \&quot;
                } else if (is(text, next, character)) {
                    ends.add(next + 1);
                }
            }
            int end = escapeEnd(text, next, character);
            if (end > 0) {
                ends.add(end);
            }
        }
    }

    /** The place after {@code uXXXX}, {@code xXX} or a letter that stands for a control character; -1 if it is none. */
    private static int escapeEnd(String text, int at, int character) {
        if (at >= text.length()) {
            return -1;
        }
        return switch (text.charAt(at)) {
            case 'u' -> unicodeEnd(text, at, character);
            case 'x' -> hex(text, at + 1, 2) == character ? at + 3 : -1;
            case 'n' -> character == '\n' ? at + 1 : -1;
            case 'r' -> character == '\r' ? at + 1 : -1;
            case 't' -> character == '\t' ? at + 1 : -1;
            case 'b' -> character == '\b' ? at + 1 : -1;
            case 'f' -> character == '\f' ? at + 1 : -1;
            default -> -1;
        };
    }

    private static int unicodeEnd(String text, int at, int character) {
        int first = hex(text, at + 1, 4);
        if (first == character) {
            return at + 5;
        }
        int slashes = at + 5;
        while (slashes < text.length() && slashes - at - 5 < MOST_BACKSLASHES && text.charAt(slashes) == '\\') {
            slashes++;
        }
        boolean pair = Character.isSupplementaryCodePoint(character)
                && first == Character.highSurrogate(character)
                && slashes > at + 5
                && is(text, slashes, 'u')
                && hex(text, slashes + 1, 4) == Character.lowSurrogate(character);
        return pair ? slashes + 5 : -1;
    }

    /** The number of so many hexadecimal digits; -1 if they do not stand there. */
    static int hex(String text, int at, int digits) {
        if (at + digits > text.length()) {
            return -1;
        }
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number << 4 | digit;
        }
        return number;
    }

    private static void entity(String text, int at, int character, TreeSet<Integer> ends) {
        int next = at + 1;
        for (int again = 0; again <= MOST_AGAIN; again++) {
            int end = semicolon(text, next);
            if (end > next && same(code(text.substring(next, end)), character)) {
                ends.add(end + 1);
            }
            if (!text.startsWith("amp;", next)) {
                return;
            }
            next += "amp;".length();
        }
    }

    private static int semicolon(String text, int from) {
        for (int i = from; i < text.length() && i <= from + HtmlEntities.LONGEST; i++) {
            if (text.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }

    private static int code(String entity) {
        if (entity.charAt(0) != '#') {
            return HtmlEntities.code(entity);
        }
        boolean hex = entity.length() > 1 && (entity.charAt(1) == 'x' || entity.charAt(1) == 'X');
        try {
            return Integer.parseInt(entity, hex ? 2 : 1, entity.length(), hex ? 16 : 10);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Behind percent signs stand bytes of UTF-8 or, in old forms and logs, of Latin-1. */
    private static void percent(String text, int at, int character, TreeSet<Integer> ends) {
        bytes(text, at, Character.toString(character).getBytes(StandardCharsets.UTF_8), ends);
        if (character >= FIRST_OF_TWO_BYTES && character <= LAST_OF_LATIN1) {
            bytes(text, at, new byte[] {(byte) character}, ends);
        }
    }

    private static void bytes(String text, int at, byte[] bytes, TreeSet<Integer> ends) {
        int next = at;
        for (byte b : bytes) {
            if (!is(text, next, '%')) {
                return;
            }
            next++;
            for (int again = 0; again < MOST_AGAIN && hex(text, next, 2) != (b & 0xff); again++) {
                next += text.startsWith("25", next) ? 2 : 0;
            }
            if (hex(text, next, 2) != (b & 0xff)) {
                return;
            }
            next += 2;
        }
        ends.add(next);
    }
}
