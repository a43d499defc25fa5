package org.ltv4j.examples.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ltv4j.core.evaluate.backtest.Metric;
import org.ltv4j.core.evaluate.backtest.ModelResult;
import org.ltv4j.examples.report.Phrase;
import org.ltv4j.examples.report.SideBySide.Standing;
import org.ltv4j.models.lineup.StandardModels;

/** What a comparison of models comes to, in a few sentences. */
final class Verdict {
    private static final int MOST_NAMED = 3;

    private Verdict() {}

    /** By which a model is called best: a measure that means and probabilities are best by when they are right. */
    static Metric headline(boolean probability) {
        return probability ? Metric.BRIER : Metric.RMSE;
    }

    private static Metric order(boolean probability) {
        return probability ? Metric.AUC : Metric.NORMALISED_GINI;
    }

    static List<Phrase> of(Standings standings) {
        boolean probability = standings.table().outcome().isProbability();
        Metric metric = headline(probability);
        Optional<ModelResult> best = standings.best(metric);
        if (best.isEmpty()) {
            return List.of(Phrase.of("compare.none"));
        }
        List<Phrase> sentences = new ArrayList<>();
        String outcome = standings.table().outcome().kind().name().toLowerCase(Locale.ROOT);
        sentences.add(Phrase.of("compare.best." + outcome, name(best.get()), Standings.value(metric, best.get())));
        List<ModelResult> others = standings.ranked(metric).stream()
                .filter(result -> result.metrics().containsKey(metric) && result != best.get())
                .toList();
        if (others.isEmpty()) {
            sentences.add(Phrase.of("compare.only"));
            return sentences;
        }
        ModelResult rival = rival(best.get(), others);
        sentences.add(versus(standings, metric, rival));
        List<ModelResult> alike = others.stream()
                .filter(other -> other != rival && standings.standing(metric, other) != Standing.OTHER)
                .toList();
        if (!alike.isEmpty()) {
            sentences.add(
                    alike.size() > MOST_NAMED
                            ? Phrase.of("compare.alike.many", alike.size())
                            : Phrase.of("compare.alike", names(alike)));
        }
        order(standings, order(probability)).ifPresent(sentences::add);
        return sentences;
    }

    /** Whom the best is measured against: the model that scores the report, or where that is the best itself, the next best. */
    private static ModelResult rival(ModelResult best, List<ModelResult> others) {
        return others.stream()
                .filter(other -> !best.name().equals(StandardModels.PROBABILITY)
                        && other.name().equals(StandardModels.PROBABILITY))
                .findFirst()
                .orElse(others.get(0));
    }

    private static Phrase versus(Standings standings, Metric metric, ModelResult rival) {
        String which =
                rival.name().equals(StandardModels.PROBABILITY) ? "compare.versus.ours." : "compare.versus.next.";
        double value = Standings.value(metric, rival);
        if (standings.standing(metric, rival) == Standing.BEST) {
            return Phrase.of(which + "equal", name(rival));
        }
        OptionalDouble p = standings.p(metric, rival.name());
        if (p.isEmpty()) {
            return Phrase.of(which + "unknown", name(rival), value);
        }
        String verdict = p.getAsDouble() < Standings.SIGNIFICANCE ? "sure" : "chance";
        return Phrase.of(which + verdict, name(rival), value, p(p.getAsDouble()));
    }

    private static Optional<Phrase> order(Standings standings, Metric metric) {
        return standings.best(metric).map(best -> {
            List<ModelResult> alike = standings.ranked(metric).stream()
                    .filter(other -> other != best && standings.standing(metric, other) != Standing.OTHER)
                    .toList();
            if (alike.size() > MOST_NAMED) {
                return Phrase.of("compare.order.many", name(best), alike.size());
            }
            return alike.isEmpty()
                    ? Phrase.of("compare.order", name(best))
                    : Phrase.of("compare.order.alike", name(best), names(alike));
        });
    }

    private static Phrase names(List<ModelResult> models) {
        Phrase names = name(models.get(0));
        for (ModelResult next : models.subList(1, models.size())) {
            names = Phrase.of("compare.list", names, name(next));
        }
        return names;
    }

    private static Phrase name(ModelResult result) {
        return ModelNames.phrase(result.name());
    }

    private static String p(double p) {
        return p < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", p);
    }
}
