package org.ltv4j.core.feature.text;

import java.util.List;

/** Cuts a text into terms. The same text must always give the same terms; safe to use from several threads. */
@FunctionalInterface
public interface Tokenizer {
    /**
     * The terms of a text.
     *
     * @param text any text
     * @return its terms in order, a term as often as it occurs; none is empty
     */
    List<String> terms(String text);

    /**
     * A stable name, by which a saved vocabulary knows how it was made.
     *
     * @return {@code custom} unless overridden
     */
    default String name() {
        return "custom";
    }

    /**
     * Words in scripts that are written with spaces, in lower case and of at least two characters; pairs of neighbouring
     * characters in those that are not (Chinese, Japanese, Thai, Lao, Khmer, Burmese). Widths and ligatures are made equal
     * (Unicode NFKC), so that full-width letters are letters.
     *
     * @return a tokenizer of the name {@code words-and-pairs}
     */
    static Tokenizer standard() {
        return StandardTokenizer.INSTANCE;
    }
}
