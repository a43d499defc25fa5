package org.ltv4j.core.clean;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ltv4j.core.data.Blanks;

/**
 * When two spellings of an id are one id. Nothing is folded unless asked, since folding may merge two customers; a plan
 * says how many ids became how many. Immutable.
 *
 * @param trims blanks at the ends, also those of Unicode, do not count
 * @param foldsCase case does not count: ids are upper-cased and then lower-cased by the rules of no language
 * @param composes composed and decomposed letters are the same (Unicode NFC)
 * @param compatible full-width and half-width forms and ligatures are the same too (Unicode NFKC)
 */
public record IdRule(boolean trims, boolean foldsCase, boolean composes, boolean compatible) {

    /**
     * The rule that changes nothing.
     *
     * @return ids as they were read
     */
    public static IdRule asRead() {
        return new IdRule(false, false, false, false);
    }

    /**
     * This rule, and blanks at the ends do not count.
     *
     * @return the rule
     */
    public IdRule trimmed() {
        return new IdRule(true, foldsCase, composes, compatible);
    }

    /**
     * This rule, and case does not count.
     *
     * @return the rule
     */
    public IdRule caseFolded() {
        return new IdRule(trims, true, composes, compatible);
    }

    /**
     * This rule, and it does not count how accents are encoded (Unicode NFC).
     *
     * @return the rule
     */
    public IdRule composed() {
        return new IdRule(trims, foldsCase, true, compatible);
    }

    /**
     * This rule, and full-width digits and letters, as Chinese and Japanese keyboards make them, are the plain ones (Unicode NFKC).
     *
     * @return the rule
     */
    public IdRule withoutWidth() {
        return new IdRule(trims, foldsCase, composes, true);
    }

    /**
     * One id by this rule.
     *
     * @param id an id
     * @return the id that stands for all its spellings; the id itself where nothing would be left
     */
    public String apply(String id) {
        String out = id;
        if (compatible) {
            out = Normalizer.normalize(out, Normalizer.Form.NFKC);
        }
        if (foldsCase) {
            out = out.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        }
        if (composes && !compatible) {
            out = Normalizer.normalize(out, Normalizer.Form.NFC);
        }
        if (trims) {
            out = out.strip();
        }
        return Blanks.isBlank(out) ? id : out;
    }

    /** The rule in words, for example {@code trimmed, case folded}. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        if (trims) {
            words.add("trimmed");
        }
        if (foldsCase) {
            words.add("case folded");
        }
        if (compatible) {
            words.add("Unicode NFKC");
        } else if (composes) {
            words.add("Unicode NFC");
        }
        return words.isEmpty() ? "as read" : String.join(", ", words);
    }
}
