package org.ltv4j.core.feature;

/** Short ways to describe the features of the families here. */
final class Define {
    static final String NO_PURCHASE = "without a purchase";

    private Define() {}

    static Feature number(String name, String unit, String meaning, String formula, String source) {
        return Feature.of(name, FeatureType.NUMBER, unit, meaning, formula, source);
    }

    static Feature count(String name, String unit, String meaning, String formula, String source) {
        return Feature.of(name, FeatureType.COUNT, unit, meaning, formula, source);
    }

    static Feature share(String name, String meaning, String formula, String source) {
        return number(name, "share", meaning, formula, source).withMissing(NO_PURCHASE);
    }

    static Feature category(String name, String meaning, String formula, String source) {
        return Feature.of(name, FeatureType.CATEGORY, "", meaning, formula, source);
    }
}
