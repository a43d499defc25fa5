package org.ltv4j.segmentation.recommend.hybrid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.segmentation.recommend.ItemScores;
import org.ltv4j.segmentation.recommend.ItemTables;
import org.ltv4j.segmentation.recommend.Reason;
import org.ltv4j.segmentation.recommend.Recommender;
import org.ltv4j.segmentation.recommend.Visit;

/**
 * Adds up what its parts say. The scores of each part are divided by its best one for this visit (outside the basket), scores of 0 and
 * below count nothing, and the sum is weighted: from 0 to 1. What decides between equal scores within the parts is summed up likewise,
 * and decides between equal sums. A part that has nothing to say for a visit adds nothing. Immutable, able to be saved if all its parts
 * are.
 */
public final class HybridRecommender implements Recommender, LtvModel {
    /** The name of this kind of model in saved files. */
    public static final String KIND = "hybrid-recommender";

    private final List<Part> parts;

    private HybridRecommender(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * A part.
     *
     * @param name what it is called
     * @param recommender what it is
     * @param weight above 0, at most 1; all weights add up to 1
     * @param alone how well it did by itself on the baskets by which weights were chosen; 0 where they were not chosen so
     */
    public record Part(String name, Recommender recommender, double weight, double alone) {
        /**
         * Checks the numbers.
         *
         * @param name what it is called
         * @param recommender what it is
         * @param weight above 0, at most 1
         * @param alone from 0 to 1
         */
        public Part {
            if (!(weight > 0 && weight <= 1)) {
                throw new IllegalArgumentException("the weight of a part lies above 0 and not above 1, got " + weight);
            }
            if (!(alone >= 0 && alone <= 1)) {
                throw new IllegalArgumentException("how well a part did alone lies from 0 to 1, got " + alone);
            }
        }
    }

    /**
     * A hybrid with weights chosen by hand.
     *
     * @param parts at least one, over the same items, their weights adding up to 1
     * @return the recommender
     * @throws IllegalArgumentException if there is none, weights do not add up to 1, or items differ
     */
    public static HybridRecommender of(List<Part> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a hybrid needs at least one part");
        }
        double sum = parts.stream().mapToDouble(Part::weight).sum();
        if (!(Math.abs(sum - 1) <= 1e-9)) {
            throw new IllegalArgumentException("weights must add up to 1, got " + sum);
        }
        parts.forEach(part -> ItemTables.requireSame(
                parts.get(0).recommender().items(), part.recommender().items()));
        return new HybridRecommender(List.copyOf(parts));
    }

    @Override
    public IdTable items() {
        return parts.get(0).recommender().items();
    }

    /**
     * The parts.
     *
     * @return those that have any weight
     */
    public List<Part> parts() {
        return parts;
    }

    @Override
    public void score(Visit visit, ItemScores scores) {
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            ItemScores own = scores.openInner();
            try {
                part.recommender().score(visit, own);
                add(visit, own, part.weight(), scores);
            } finally {
                scores.closeInner();
            }
        }
    }

    private static void add(Visit visit, ItemScores own, double weight, ItemScores scores) {
        double best = 0;
        double mostSupport = 0;
        for (int i = 0; i < own.size(); i++) {
            int item = own.item(i);
            double score = own.score(item);
            if (!(Math.abs(score) <= Double.MAX_VALUE)) {
                throw new IllegalStateException("a part gave item number " + item + " the score " + score
                        + ": a score must be a finite number");
            }
            if (score > 0 && !visit.inBasket(item)) {
                best = Math.max(best, score);
                mostSupport = Math.max(mostSupport, Math.abs(own.support(item)));
            }
        }
        for (int i = 0; i < own.size() && best > 0; i++) {
            int item = own.item(i);
            double score = own.score(item);
            if (score > 0) { // what is in the basket is left out of every list later, and may be above the best
                scores.add(item, weight * Math.min(1, score / best));
                if (mostSupport > 0) {
                    scores.support(item, scores.support(item) + weight * (own.support(item) / mostSupport));
                }
            }
        }
    }

    /** Those of the part with the largest weight first, and only of parts that add to the score. */
    @Override
    public List<Reason> reasons(Visit visit, int item) {
        requireKnown(visit, item);
        List<Part> byWeight = new ArrayList<>(parts);
        byWeight.sort(Comparator.comparingDouble(Part::weight).reversed());
        List<Reason> reasons = new ArrayList<>();
        for (Part part : byWeight) {
            if (part.recommender().scoreOf(visit, item).orElse(0) > 0) {
                reasons.addAll(part.recommender().reasons(visit, item));
            }
        }
        return List.copyOf(reasons.subList(0, Math.min(MOST_REASONS, reasons.size())));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<FitReport> fit() {
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HybridRecommender that && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("hybrid of");
        parts.forEach(part -> text.append(String.format(Locale.ROOT, " %.2f %s", part.weight(), part.name())));
        return text.toString();
    }
}
