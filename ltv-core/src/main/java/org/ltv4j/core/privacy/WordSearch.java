package org.ltv4j.core.privacy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for ids in texts that come in pieces. An id counts where it is a word: no letter or digit is right before or after
 * it, unless one of the two is of a script that puts no blanks between words. In doubt it counts.
 */
final class WordSearch {
    /** Characters before an id that may have to be looked at. */
    static final int CONTEXT = 16;

    private final List<Form> forms = new ArrayList<>();
    private final int longest;
    private long gone;
    private long count;

    /** An id in one Unicode form, and where its last mention ended. */
    private static final class Form {
        private final int[] characters;
        private long lastEnd = -1;

        Form(String id) {
            this.characters = id.codePoints().toArray();
        }
    }

    WordSearch(Set<String> ids) {
        int most = 0;
        for (String id : ids) {
            String apart = Normalizer.normalize(id, Normalizer.Form.NFD);
            forms.add(new Form(id));
            if (!apart.equals(id)) {
                forms.add(new Form(apart));
            }
            most = Math.max(most, Math.max(id.length(), apart.length()));
        }
        this.longest = most * Spellings.LONGEST;
    }

    /** Most characters that a mention may take up. */
    int longest() {
        return longest;
    }

    /** Mentions found so far. */
    long count() {
        return count;
    }

    /** Says that so many characters at the start of the last text are not in the next one. */
    void forget(int characters) {
        gone += characters;
    }

    /** Counts mentions that start in a range of a text. */
    void look(String text, int from, int before) {
        for (Form form : forms) {
            char first = Character.toChars(form.characters[0])[0];
            for (int at = from; at < before; at++) {
                char c = text.charAt(at);
                if (c == first || Spellings.mayStart(c)) {
                    int end = wordEnd(text, at, form.characters);
                    if (end > 0 && gone + end != form.lastEnd) { // behind a second backslash is the same mention
                        form.lastEnd = gone + end;
                        count++;
                    }
                }
            }
        }
    }

    /** Where the word that starts here ends; -1 if it is not the id. */
    private static int wordEnd(String text, int at, int[] characters) {
        if (continued(before(text, at), characters[0])) {
            return -1;
        }
        TreeSet<Integer> places = new TreeSet<>(Set.of(at));
        for (int character : characters) {
            TreeSet<Integer> next = new TreeSet<>();
            for (int place : places) {
                Spellings.ends(text, place, character, next);
            }
            if (next.isEmpty()) {
                return -1;
            }
            places = next;
        }
        int last = characters[characters.length - 1];
        for (int end : places.descendingSet()) {
            if (!continued(after(text, end), last)) {
                return end;
            }
        }
        return -1;
    }

    private static boolean continued(int neighbour, int edge) {
        return Character.isLetterOrDigit(neighbour) && !withoutBlanks(neighbour) && !withoutBlanks(edge);
    }

    private static boolean withoutBlanks(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }

    /** The character before a place; a blank where an escape ends there, or nothing is. */
    private static int before(String text, int at) {
        if (at == 0) {
            return ' ';
        }
        boolean letterOfEscape = at >= 2 && text.charAt(at - 2) == '\\' && "nrtbfv0".indexOf(text.charAt(at - 1)) >= 0;
        boolean percent = at >= 3 && text.charAt(at - 3) == '%' && Spellings.hex(text, at - 2, 2) >= 0;
        if (letterOfEscape || percent) {
            return ' ';
        }
        if (at >= 6 && text.charAt(at - 6) == '\\' && text.charAt(at - 5) == 'u') {
            int code = Spellings.hex(text, at - 4, 4);
            return code >= 0 ? code : text.codePointBefore(at);
        }
        return text.codePointBefore(at);
    }

    /** The character at a place; that of a JSON escape where one stands there. */
    private static int after(String text, int at) {
        if (at >= text.length()) {
            return ' ';
        }
        int code = text.startsWith("\\u", at) ? Spellings.hex(text, at + 2, 4) : -1;
        return code >= 0 ? code : text.codePointAt(at);
    }
}
