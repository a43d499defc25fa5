package org.ltv4j.core.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Set;

/**
 * How often ids stand in a text as words: with no letter or digit right before or after them.
 *
 * @param bytes length of the file
 * @param count mentions
 */
record Mentions(long bytes, long count) {
    private static final int CHUNK = 1 << 20;
    private static final int CONTEXT = 2;

    /** Reads a file as UTF-8, whatever it is, in pieces that overlap by more than an id. */
    static Mentions in(Path file, Set<String> ids) throws IOException {
        return in(file, ids, CHUNK);
    }

    static Mentions in(Path file, Set<String> ids, int chunk) throws IOException {
        int longest = 4 * ids.stream().mapToInt(String::length).max().orElse(0);
        long count = 0;
        int from = 0;
        StringBuilder held = new StringBuilder();
        char[] buffer = new char[chunk];
        try (InputStream in = Files.newInputStream(file);
                Reader text = new InputStreamReader(in, lenient())) {
            for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) {
                held.append(buffer, 0, n);
                int settled = held.length() - longest - CONTEXT; // what starts before is here as a whole
                if (settled > from) {
                    count += count(held.toString(), ids, from, settled);
                    int gone = Math.max(0, settled - CONTEXT);
                    held.delete(0, gone);
                    from = settled - gone;
                }
            }
        }
        return new Mentions(Files.size(file), count + count(held.toString(), ids, from, held.length()));
    }

    private static CharsetDecoder lenient() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    static long count(String text, Set<String> ids) {
        return count(text, ids, 0, text.length());
    }

    /** Mentions that start in a range. */
    private static long count(String text, Set<String> ids, int from, int before) {
        long count = 0;
        for (String id : ids) {
            count += count(text, id, from, before);
            String apart = Normalizer.normalize(id, Normalizer.Form.NFD);
            if (!apart.equals(id)) {
                count += count(text, apart, from, before);
            }
        }
        return count;
    }

    private static long count(String text, String id, int from, int before) {
        long count = 0;
        for (int at = text.indexOf(id, from); at >= 0 && at < before; at = text.indexOf(id, at + 1)) {
            count += isWord(text, at, at + id.length()) ? 1 : 0;
        }
        return count;
    }

    private static boolean isWord(String text, int from, int to) {
        return (from == 0 || !Character.isLetterOrDigit(text.codePointBefore(from)))
                && (to == text.length() || !Character.isLetterOrDigit(text.codePointAt(to)));
    }
}
