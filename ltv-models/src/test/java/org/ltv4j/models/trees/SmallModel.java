package org.ltv4j.models.trees;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A model of two trees, written by hand: days, a city and an amount; see {@code two-trees.json}. */
final class SmallModel {
    private SmallModel() {}

    static String text() {
        try (InputStream in = SmallModel.class.getResourceAsStream("two-trees.json")) {
            if (in == null) {
                throw new AssertionError("two-trees.json is not among the test resources");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The model with some of its text replaced; fails if there is no such text. */
    static String with(String part, String replacement) {
        String text = text();
        if (!text.contains(part)) {
            throw new AssertionError("the small model has no text " + part);
        }
        return text.replace(part, replacement);
    }

    static TreeEnsemble read(String json) {
        return TreeEnsemble.of(json.getBytes(StandardCharsets.UTF_8));
    }
}
