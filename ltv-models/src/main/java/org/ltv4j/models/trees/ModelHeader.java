package org.ltv4j.models.trees;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What a model file tells besides its trees; {@code levels} holds the levels of each feature or is empty. */
record ModelHeader(
        String objective,
        Link link,
        String version,
        List<String> featureNames,
        List<String> featureTypes,
        List<List<String>> levels,
        Map<String, String> attributes) {

    List<String> categories(int feature) {
        return feature < levels.size() ? levels.get(feature) : List.of();
    }

    /** The attribute, if it is a whole number of at least 0. */
    OptionalInt bestIteration() {
        return wholeAttribute("best_iteration");
    }

    OptionalInt wholeAttribute(String name) {
        String text = attributes.getOrDefault(name, "");
        return text.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
