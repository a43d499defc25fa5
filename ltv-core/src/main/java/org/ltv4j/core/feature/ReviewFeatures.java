package org.ltv4j.core.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.CustomerEvents;
import org.ltv4j.core.data.EventKind;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.feature.text.TermWeights;
import org.ltv4j.core.feature.text.TfIdf;

/**
 * What customers wrote: {@code review_count}, {@code days_since_review}, {@code review_value_mean} (stars), {@code
 * review_length_mean} in characters, and for each term of a vocabulary {@code review_term_TERM}, the mean of its TF-IDF weights over
 * the customer's reviews. Terms in other letters than a to z are numbered.
 *
 * <p>Fit the vocabulary on reviews up to the date of training, and keep it: then nothing later is in it. Texts are weighed once, when
 * the plan is bound.
 */
public final class ReviewFeatures implements FeatureFamily {
    private static final int FIXED = 4;

    private final CustomerEvents events;
    private final TfIdf vocabulary;

    private ReviewFeatures(CustomerEvents events, TfIdf vocabulary) {
        this.events = events;
        this.vocabulary = vocabulary;
    }

    /**
     * Features of reviews.
     *
     * @param events holds events of the kind {@link EventKind#REVIEW} with texts
     * @param vocabulary weighs their terms
     * @return the family
     */
    public static ReviewFeatures of(CustomerEvents events, TfIdf vocabulary) {
        return new ReviewFeatures(events, vocabulary);
    }

    @Override
    public String name() {
        return "reviews";
    }

    @Override
    public FeatureKernel bind(FeatureContext context) {
        int review = events.kinds().indexOf(EventKind.REVIEW);
        @Nullable TermWeights[] weights = new TermWeights[events.size()];
        int[] lengths = new int[events.size()];
        for (int event = 0; event < events.size(); event++) {
            String text = events.kind(event) == review ? events.text(event).orElse(null) : null;
            if (text != null) {
                weights[event] = vocabulary.transform(text);
                lengths[event] = text.codePointCount(0, text.length());
            }
        }
        return new Kernel(events, review, features(), weights, lengths);
    }

    private List<Feature> features() {
        List<Feature> features = new ArrayList<>(List.of(
                described("review_count", FeatureType.COUNT, "reviews", "reviews written", "number of reviews"),
                described(
                                "days_since_review",
                                FeatureType.COUNT,
                                "days",
                                "days since the last review",
                                "date - its day")
                        .withMissing("without a review"),
                described("review_value_mean", FeatureType.NUMBER, "points", "mean stars of reviews", "mean of values")
                        .withMissing("if no review has a value"),
                described(
                                "review_length_mean",
                                FeatureType.NUMBER,
                                "characters",
                                "mean length of reviews",
                                "mean number of characters of texts")
                        .withMissing("if no review has a text")));
        Set<String> taken = new HashSet<>();
        for (int term = 0; term < vocabulary.terms().size(); term++) {
            String written = vocabulary.terms().get(term);
            features.add(described(
                            FeatureNames.unique("review_term_", written, term + 1, taken),
                            FeatureType.NUMBER,
                            "weight",
                            "how much reviews are about '" + written + "'",
                            "mean over texts of tf x " + vocabulary.idf(term) + " / norm, for the term '" + written
                                    + "'")
                    .withMissing("if no review has a text"));
        }
        return List.copyOf(features);
    }

    private static Feature described(String name, FeatureType type, String unit, String meaning, String formula) {
        return Feature.of(name, type, unit, meaning, formula, "reviews")
                .withAsOf("reviews on or before the date")
                .withSensitivity(Sensitivity.SENSITIVE);
    }

    private record Kernel(
            CustomerEvents events,
            int review,
            List<Feature> features,
            @Nullable TermWeights[] weights,
            int[] lengths) implements FeatureKernel {
        @Override
        public void compute(PurchaseHistory history, double[] out, int at) {
            Arrays.fill(out, at, at + features.size(), 0);
            int customer = EventRange.customer(events, history);
            int to = EventRange.to(events, customer, history);
            int from = EventRange.from(events, customer, history);
            double[] values = history.scratch().doubles(to - from);
            int reviews = 0;
            int last = 0;
            int rated = 0;
            int texts = 0;
            for (int event = from; event < to; event++) {
                if (events.kind(event) != review) {
                    continue;
                }
                reviews++;
                last = events.day(event);
                if (!Double.isNaN(events.value(event))) {
                    values[rated++] = events.value(event);
                }
                TermWeights text = weights[event];
                if (text != null) {
                    texts++;
                    out[at + 3] += lengths[event];
                    for (int i = 0; i < text.size(); i++) {
                        out[at + FIXED + text.term(i)] += text.weight(i);
                    }
                }
            }
            out[at] = reviews;
            out[at + 1] = reviews == 0 ? Double.NaN : history.asOfDay() - last;
            out[at + 2] = history.scratch().moments(values, 0, rated).mean();
            for (int i = 3; i < features.size(); i++) {
                out[at + i] = texts == 0 ? Double.NaN : out[at + i] / texts;
            }
        }
    }
}
