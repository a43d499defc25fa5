package org.ltv4j.core.feature;

import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.data.CustomerEvents;
import org.ltv4j.core.data.EventKind;
import org.ltv4j.core.data.Sensitivity;

/**
 * What customers said in surveys: {@code nps_answers}, {@code nps_last}, {@code nps_mean}, {@code promoter} = last score 9 or 10,
 * {@code detractor} = last score 6 or less, {@code days_since_nps}; {@code satisfaction_answers}, {@code satisfaction_last},
 * {@code satisfaction_mean}. Scores and bounds of the Net Promoter question: Reichheld (2003), Harvard Business Review 81(12).
 */
public final class SatisfactionFeatures implements FeatureFamily {
    private static final int FEATURES = 9;
    private static final double PROMOTER_FROM = 9;
    private static final double DETRACTOR_TO = 6;

    private final CustomerEvents events;

    private SatisfactionFeatures(CustomerEvents events) {
        this.events = events;
    }

    /**
     * Features of answers.
     *
     * @param events holds answers of the kinds {@link EventKind#NPS} and {@link EventKind#SATISFACTION}
     * @return the family
     */
    public static SatisfactionFeatures of(CustomerEvents events) {
        return new SatisfactionFeatures(events);
    }

    @Override
    public String name() {
        return "satisfaction";
    }

    @Override
    public FeatureKernel bind(FeatureContext context) {
        List<Feature> features = List.of(
                count("nps_answers", "answers to the Net Promoter question"),
                number(
                        "nps_last",
                        FeatureType.NUMBER,
                        "last score of the Net Promoter question, 0 to 10",
                        "last score"),
                number("nps_mean", FeatureType.NUMBER, "mean score of the Net Promoter question", "mean of scores"),
                number("promoter", FeatureType.FLAG, "whether the customer would recommend the shop", "nps_last >= 9"),
                number("detractor", FeatureType.FLAG, "whether the customer would warn of the shop", "nps_last <= 6"),
                Feature.of(
                                "days_since_nps",
                                FeatureType.COUNT,
                                "days",
                                "days since the last answer to the Net Promoter question",
                                "date - day of the last answer",
                                "events")
                        .withMissing("without an answer")
                        .withAsOf("events on or before the date"),
                count("satisfaction_answers", "answers to questions of satisfaction"),
                number("satisfaction_last", FeatureType.NUMBER, "last answer on satisfaction", "last answer"),
                number("satisfaction_mean", FeatureType.NUMBER, "mean answer on satisfaction", "mean of answers"));
        return new Kernel(
                events,
                features,
                events.kinds().indexOf(EventKind.NPS),
                events.kinds().indexOf(EventKind.SATISFACTION));
    }

    private static Feature count(String name, String meaning) {
        return Feature.of(name, FeatureType.COUNT, "answers", meaning, "number of answers with a value", "events")
                .withAsOf("events on or before the date")
                .withSensitivity(Sensitivity.SENSITIVE);
    }

    private static Feature number(String name, FeatureType type, String meaning, String formula) {
        return Feature.of(name, type, type == FeatureType.NUMBER ? "points" : "", meaning, formula, "events")
                .withMissing("without an answer")
                .withAsOf("events on or before the date")
                .withSensitivity(Sensitivity.SENSITIVE);
    }

    private record Kernel(CustomerEvents events, List<Feature> features, int nps, int satisfaction)
            implements FeatureKernel {
        @Override
        public void compute(PurchaseHistory history, double[] out, int at) {
            Arrays.fill(out, at, at + FEATURES, Double.NaN);
            int customer = EventRange.customer(events, history);
            int from = EventRange.from(events, customer, history);
            int to = EventRange.to(events, customer, history);
            int last = answers(history, nps, from, to, out, at);
            if (last >= 0) {
                out[at + 3] = events.value(last) >= PROMOTER_FROM ? 1 : 0;
                out[at + 4] = events.value(last) <= DETRACTOR_TO ? 1 : 0;
                out[at + 5] = history.asOfDay() - events.day(last);
            }
            answers(history, satisfaction, from, to, out, at + 6);
        }

        /** Writes number, last and mean of the answers of a kind; gives the last one, or -1. */
        private int answers(PurchaseHistory history, int kind, int from, int to, double[] out, int at) {
            double[] values = history.scratch().doubles(to - from);
            int answers = 0;
            int last = -1;
            for (int event = from; event < to; event++) {
                if (events.kind(event) == kind && !Double.isNaN(events.value(event))) {
                    values[answers++] = events.value(event);
                    last = event;
                }
            }
            out[at] = answers;
            if (answers > 0) {
                out[at + 1] = events.value(last);
                out[at + 2] = history.scratch().moments(values, 0, answers).mean();
            }
            return last;
        }
    }
}
