package org.ltv4j.core.privacy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.ltv4j.core.data.InvalidDataException;

/**
 * How often ids stand in a text as words, in any of the {@link Spellings}.
 *
 * @param bytes length of the file
 * @param count mentions
 */
record Mentions(long bytes, long count) {
    private static final int CHUNK = 1 << 20;
    private static final String NO_TEXT =
            "the file is no UTF-8 text (it is binary, encrypted or in another charset), so"
                    + " nobody can say what stands in it: convert it to UTF-8, or erase with the program that wrote it and tell"
                    + " the erasure by record";

    /**
     * Reads a file of UTF-8 text in pieces that overlap by more than an id.
     *
     * @throws InvalidDataException if it is no such text: an id could stand there unseen
     */
    static Mentions in(Path file, Set<String> ids) throws IOException {
        return in(file, ids, CHUNK);
    }

    static Mentions in(Path file, Set<String> ids, int chunk) throws IOException {
        WordSearch search = new WordSearch(ids);
        int overlap = search.longest() + WordSearch.CONTEXT;
        int from = 0;
        StringBuilder held = new StringBuilder();
        char[] buffer = new char[chunk];
        try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            OpaqueForms.refuse(in);
            Reader text = strict(in);
            for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) {
                requireText(buffer, n);
                held.append(buffer, 0, n);
                int settled = held.length() - overlap; // what starts before is here as a whole
                if (settled > from) {
                    search.look(held.toString(), from, settled);
                    int gone = Math.max(0, settled - WordSearch.CONTEXT);
                    held.delete(0, gone);
                    search.forget(gone);
                    from = settled - gone;
                }
            }
        } catch (CharacterCodingException e) {
            throw new InvalidDataException(NO_TEXT, e);
        }
        search.look(held.toString(), from, held.length());
        return new Mentions(Files.size(file), search.count());
    }

    private static Reader strict(BufferedInputStream in) {
        return new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** Text of UTF-16 without a mark has a zero in every other byte. */
    private static void requireText(char[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            if (buffer[i] == 0) {
                throw new InvalidDataException(NO_TEXT);
            }
        }
    }

    static long count(String text, Set<String> ids) {
        WordSearch search = new WordSearch(ids);
        search.look(text, 0, text.length());
        return search.count();
    }
}
