package org.ltv4j.core.feature;

import java.util.Locale;
import java.util.Set;

/** Names of features from names that people gave. */
final class FeatureNames {
    private static final int LONGEST = 60;

    private FeatureNames() {}

    /**
     * Lower-case letters, digits and single underscores: {@code "drinks > Hot!"} gives {@code drinks_hot}.
     *
     * @return the name, or empty where letters beyond a to z and digits would be lost
     */
    static String slug(String written) {
        StringBuilder out = new StringBuilder();
        boolean gap = false;
        for (char c : written.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                out.append(gap && !out.isEmpty() ? "_" : "").append(c);
                gap = false;
            } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                return "";
            } else {
                gap = true;
            }
        }
        return out.length() > LONGEST ? "" : out.toString();
    }

    /** The prefix and the name, or the prefix and a number where the name has none to give or is taken; takes it. */
    static String unique(String prefix, String written, int number, Set<String> taken) {
        String slug = slug(written);
        String name = prefix + (slug.isEmpty() ? String.valueOf(number) : slug);
        while (!taken.add(name)) {
            name += "_" + number;
        }
        return name;
    }
}
