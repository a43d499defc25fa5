package org.ltv4j.core.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ways to show enough of a value that its owner is recognised by somebody who knows him already, and no more. The same
 * value always gives the same text; stars do not tell the length; what is too short to hide anything becomes
 * {@value #ALL}. Characters are those that people see: an emoji or an accented letter is never cut in two.
 *
 * <p>A mask is for the eye. It is no pseudonym: two values may look alike, and whoever has a list of all values can try
 * them.
 */
public enum Mask {
    /** First character and last two of eight or more: {@code C***7f}. */
    ID {
        @Override
        String of(String value) {
            List<String> shown = characters(value.strip());
            int n = shown.size();
            return n < 8 || !plain(shown.get(0)) || !plain(shown.get(n - 2)) || !plain(shown.get(n - 1))
                    ? ALL
                    : shown.get(0) + ALL + shown.get(n - 2) + shown.get(n - 1);
        }
    },

    /**
     * Initials of the first and last word, {@code A*** S***}; the surname where it comes first and is written in Chinese,
     * Japanese or Korean characters, with one star for the rest: that of two characters where it is one of the common
     * compound surnames and something follows.
     */
    NAME {
        @Override
        String of(String value) {
            String name = value.strip();
            List<String> shown = characters(name);
            if (shown.size() < 2 || !plain(shown.get(0))) {
                return shown.size() == 1 && plain(shown.get(0)) && eastAsian(shown.get(0)) ? "*" : ALL;
            }
            if (eastAsian(shown.get(0))) {
                String two = shown.get(0) + shown.get(1);
                return (shown.size() > 2 && COMPOUND_SURNAMES.contains(two) ? two : shown.get(0)) + "*";
            }
            String[] words = WORDS.split(name);
            String first = initial(words[0]);
            return words.length == 1 ? first : first + " " + initial(words[words.length - 1]);
        }
    },

    /**
     * The last digits: four of ten or more, two of seven to nine, none of fewer. A Chinese mobile number, 11 digits from 1 on
     * after {@code +86} or nothing, also keeps the first three, as is the custom there: {@code 138****5678}.
     */
    PHONE {
        @Override
        String of(String value) {
            String digits = digits(value);
            for (String code : List.of("0086", "86")) {
                if (digits.length() == 11 + code.length() && digits.startsWith(code + "1")) {
                    digits = digits.substring(code.length());
                }
            }
            int n = digits.length();
            if (n == 11 && digits.charAt(0) == '1') {
                return digits.substring(0, 3) + "****" + digits.substring(7);
            }
            return n < 7 ? ALL : ALL + digits.substring(n - (n < 10 ? 2 : 4));
        }
    },

    /** First character of four or more before the at sign, and the top-level domain: {@code a***@***.com}. */
    EMAIL {
        @Override
        String of(String value) {
            Matcher parts = ADDRESS.matcher(value.strip());
            if (!parts.matches()) {
                return ALL;
            }
            List<String> local = characters(parts.group(1));
            String first = local.size() >= 4 && plain(local.get(0)) ? local.get(0) : "";
            return first + ALL + "@" + ALL + "." + parts.group(2).toLowerCase(Locale.ROOT);
        }
    },

    /**
     * The last four digits of a card number of 13 to 19 digits, {@code ***1111}: PCI DSS 4.0, requirement 3.4.1, allows the first
     * six and the last four at most.
     */
    CARD {
        @Override
        String of(String value) {
            String digits = digits(value);
            return digits.length() < 13 || digits.length() > 19 ? ALL : ALL + digits.substring(digits.length() - 4);
        }
    },

    /** Nothing at all: {@value #ALL}. */
    EVERYTHING {
        @Override
        String of(String value) {
            return ALL;
        }
    };

    /** What stands for the hidden part, and for a value that is hidden as a whole. */
    public static final String ALL = "***";

    private static final Pattern CHARACTER = Pattern.compile("\\X");
    private static final Pattern WORDS = Pattern.compile("[\\s\\u00a0\\u3000]+");
    private static final Pattern ADDRESS = Pattern.compile("([^@]+)@[^@]+\\.([A-Za-z]{2,6})");
    private static final Set<String> COMPOUND_SURNAMES = Set.of(
            "\u6b27\u9633",
            "\u6b50\u967d",
            "\u53f8\u9a6c",
            "\u53f8\u99ac",
            "\u4e0a\u5b98",
            "\u8bf8\u845b",
            "\u8af8\u845b",
            "\u4e1c\u65b9",
            "\u6771\u65b9",
            "\u7687\u752b",
            "\u5c09\u8fdf",
            "\u5c09\u9072",
            "\u516c\u5b59",
            "\u516c\u5b6b",
            "\u6155\u5bb9",
            "\u4ee4\u72d0",
            "\u590f\u4faf",
            "\u53f8\u5f92",
            "\u53f8\u7a7a",
            "\u7aef\u6728",
            "\u5357\u5bab",
            "\u5357\u5bae",
            "\u8f69\u8f95",
            "\u8ed2\u8f45",
            "\u957f\u5b59",
            "\u9577\u5b6b",
            "\u5b87\u6587",
            "\u4e07\u4fdf");

    /**
     * The value as it may be shown.
     *
     * @param value any text
     * @return the masked text; the empty text for a blank one
     */
    public String masked(String value) {
        return value.isBlank() ? "" : of(value);
    }

    abstract String of(String value);

    /** What people see as one character each (Unicode extended grapheme clusters). */
    private static List<String> characters(String text) {
        List<String> found = new ArrayList<>();
        Matcher next = CHARACTER.matcher(text);
        while (next.find()) {
            found.add(next.group());
        }
        return found;
    }

    /** A letter or digit with its accents: no sign that controls the line, turns its direction, or fails to print. */
    private static boolean plain(String character) {
        return Character.isLetterOrDigit(character.codePointAt(0))
                && character.codePoints().skip(1).allMatch(Mask::isAccent)
                && character.codePointCount(0, character.length()) <= 4;
    }

    private static boolean isAccent(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || Character.isLetter(c); // Korean syllables and Indic conjuncts out of parts
    }

    private static boolean eastAsian(String character) {
        Character.UnicodeScript script = Character.UnicodeScript.of(character.codePointAt(0));
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HANGUL
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA;
    }

    private static String initial(String word) {
        List<String> shown = characters(word);
        return shown.size() < 3 || !plain(shown.get(0)) ? ALL : shown.get(0) + ALL;
    }

    /** The digits of any script, as those of ASCII. */
    private static String digits(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().filter(Character::isDigit).forEach(c -> out.append(Character.digit(c, 10)));
        return out.toString();
    }
}
