package org.ltv4j.examples.quickstart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.examples.report.Phrase;

/**
 * Sentences of the library, which speaks English only, in the words of the report's languages. A sentence is known by its
 * wording; one that is not known is shown as the library says it.
 */
final class LibraryWords {
    private static final String NUMBER = "([-+\\d.,eE]+|infinite)";
    private static final Map<Pattern, String> KEYS = keys();

    private LibraryWords() {}

    private static Map<Pattern, String> keys() {
        Map<Pattern, String> keys = new LinkedHashMap<>();
        purchases(keys);
        spend(keys);
        reasons(keys);
        return keys;
    }

    private static void purchases(Map<Pattern, String> keys) {
        put(keys, "Differences between customers' purchase rates are not identified", "finding.rate");
        put(keys, "Drop-out is hardly identified.* only # log-likelihood units worse", "finding.drop-out.hardly");
        put(keys, "Drop-out is not identified", "finding.drop-out.none");
        put(keys, "Differences between customers' drop-out probabilities are not", "finding.drop-out.fixed");
        put(keys, "The data say that a share q of the customers leaves", "finding.drop-out.never-or-at-once");
        put(keys, "Nobody made more than one repeat purchase", "finding.drop-out.at-once");
        put(keys, "The information matrix is singular", "finding.singular");
    }

    private static void spend(Map<Pattern, String> keys) {
        put(keys, "all # customers have the same mean spend, #:", "finding.spend.one-amount");
        put(keys, "the parameters have no standard errors: the likelihood is too flat", "finding.spend.flat");
        put(keys, "# customers are left out since they spent 0 or less", "finding.spend.left-out");
        put(keys, "there are only # customers with such purchases", "finding.spend.few");
        put(
                keys,
                "frequency and mean spend are correlated \\(# over # customers\\).* understated",
                "finding.spend.under");
        put(
                keys,
                "frequency and mean spend are correlated \\(# over # customers\\).* overstated",
                "finding.spend.over");
        put(keys, "customers do not differ in what they spend .*: # is expected of everybody", "finding.spend.alike");
        put(keys, "the purchases of one customer do not vary", "finding.spend.steady");
        put(keys, "customers may all be alike.* \\(# log-likelihood units apart", "finding.spend.maybe-alike");
        put(keys, "a customer may always spend the same.* \\(# log-likelihood units", "finding.spend.maybe-steady");
        put(
                keys,
                "spend has a very heavy tail: the likeliest q is #,.* observed mean, #, which costs #",
                "finding.spend.tail");
    }

    private static void reasons(Map<Pattern, String> keys) {
        put(keys, "BG/NBD cannot be fitted: there are no customers", "reason.no-customers");
        put(keys, "BG/NBD cannot be fitted: there is one customer only", "reason.one-customer");
        put(keys, "BG/NBD cannot be fitted: all # customers begin on the last day", "reason.one-day");
        put(keys, "BG/NBD cannot be fitted: none of # customers bought twice", "reason.nobody-twice");
        put(keys, "Gamma-Gamma on all purchases needs the amount of first purchases", "reason.no-first-amounts");
        put(
                keys,
                "Gamma-Gamma cannot be fitted: of # customers # have no (?:repeat )?purchase and # spent",
                "reason.no-spend");
        put(keys, "no sale is left after reading and cleaning", "reason.no-rows");
    }

    private static void put(Map<Pattern, String> keys, String pattern, String key) {
        keys.put(Pattern.compile(pattern.replace("#", NUMBER), Pattern.CASE_INSENSITIVE), key);
    }

    /** What the fits of some models found. */
    static List<Phrase> findings(LtvModel... models) {
        List<Phrase> phrases = new ArrayList<>();
        for (LtvModel model : models) {
            model.fit().ifPresent(fit -> fit.findings().forEach(finding -> phrases.add(phrase(finding))));
        }
        return phrases;
    }

    static Phrase phrase(String sentence) {
        for (Map.Entry<Pattern, String> entry : KEYS.entrySet()) {
            Matcher matcher = entry.getKey().matcher(sentence);
            if (matcher.lookingAt()) {
                Object[] numbers = new Object[matcher.groupCount()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = matcher.group(i + 1);
                }
                return Phrase.of(entry.getValue(), numbers);
            }
        }
        return Phrase.verbatim(sentence);
    }
}
