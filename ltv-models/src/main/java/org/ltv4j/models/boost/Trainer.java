package org.ltv4j.models.boost;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.model.ProgressListener;

/** Rounds of boosting, until there are enough or those held back are foretold no better. */
final class Trainer {
    private final Objective objective;
    private final Map<String, Object> parameters;
    private final ProgressListener listener;

    Trainer(Objective objective, Map<String, Object> parameters, ProgressListener listener) {
        this.objective = objective;
        this.parameters = parameters;
        this.listener = listener;
    }

    /**
     * What came out.
     *
     * @param model in UBJ, with all rounds that were tried
     * @param rounds up to the best one
     * @param curve losses of all rounds that were tried
     */
    record Result(byte[] model, int rounds, List<RoundLoss> curve) {}

    /** Trains; patience counts only where rows are held back. */
    Result train(Rows training, @Nullable Rows validation, int rounds, int patience) {
        return NativeLibrary.call(() -> boost(training, validation, rounds, patience));
    }

    private Result boost(Rows training, @Nullable Rows validation, int rounds, int patience) {
        List<RoundLoss> curve = new ArrayList<>();
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        try (NativeBooster booster = NativeBooster.open(training, validation, parameters)) {
            for (int round = 0; round < rounds; round++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("training was interrupted after " + round + " rounds");
                }
                booster.round(round);
                RoundLoss loss = loss(booster, training, validation);
                curve.add(loss);
                double judged = loss.validation().orElse(-round);
                if (judged < least) {
                    least = judged;
                    best = round;
                }
                listener.progress("boosting", round + 1L, rounds);
                if (validation != null && round - best >= patience) {
                    break;
                }
            }
            return new Result(booster.bytes(), best + 1, List.copyOf(curve));
        }
    }

    private RoundLoss loss(NativeBooster booster, Rows training, @Nullable Rows validation) {
        double known = Losses.of(objective, training, booster.trainingMargins());
        return new RoundLoss(
                known,
                validation == null
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Losses.of(objective, validation, booster.validationMargins())));
    }
}
