package org.ltv4j.core.feature.text;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words by Unicode word breaks; pairs of characters where words are not written apart. */
final class StandardTokenizer implements Tokenizer {
    static final StandardTokenizer INSTANCE = new StandardTokenizer();
    static final String NAME = "words-and-pairs";

    private static final int SHORTEST_WORD = 2;

    private StandardTokenizer() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> terms(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        List<String> terms = new ArrayList<>();
        int from = 0;
        while (from < plain.length()) {
            boolean pairs = withoutSpaces(plain.codePointAt(from));
            int to = from;
            while (to < plain.length() && withoutSpaces(plain.codePointAt(to)) == pairs) {
                to += Character.charCount(plain.codePointAt(to));
            }
            if (pairs) {
                addPairs(plain.substring(from, to), terms);
            } else {
                addWords(plain.substring(from, to), terms);
            }
            from = to;
        }
        return terms;
    }

    private static boolean withoutSpaces(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, THAI, LAO, KHMER, MYANMAR -> true;
            default -> character == 'ー'; // lengthens the vowel before it and counts as common to several scripts
        };
    }

    private static void addPairs(String run, List<String> terms) {
        int[] characters = run.codePoints().toArray();
        if (characters.length == 1) {
            terms.add(run);
        }
        for (int i = 0; i + 1 < characters.length; i++) {
            terms.add(new String(characters, i, 2));
        }
    }

    private static void addWords(String run, List<String> terms) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(run);
        int from = words.first();
        for (int to = words.next(); to != BreakIterator.DONE; to = words.next()) {
            String word = run.substring(from, to);
            from = to;
            boolean letters = word.codePoints().anyMatch(Character::isLetterOrDigit);
            if (letters && word.codePointCount(0, word.length()) >= SHORTEST_WORD) {
                terms.add(word);
            }
        }
    }
}
