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

    /** Trains and looks at the losses after each round; patience counts only where rows are held back. */
    Result train(Rows training, @Nullable Rows validation, int rounds, int patience) {
        return NativeLibrary.call(() -> {
            try (NativeBooster booster = NativeBooster.open(training, validation, parameters)) {
                return watched(booster, training, validation, rounds, patience);
            }
        });
    }

    /** Trains so many rounds of what is known to go well, without looking. */
    byte[] train(Rows training, int rounds) {
        return NativeLibrary.call(() -> {
            try (NativeBooster booster = NativeBooster.open(training, null, parameters)) {
                for (int round = 0; round < rounds; round++) {
                    next(booster, round, rounds);
                }
                requireFinite(new Losses(objective, training).of(booster.trainingMargins()), rounds);
                return booster.bytes();
            }
        });
    }

    private Result watched(NativeBooster booster, Rows training, @Nullable Rows validation, int rounds, int patience) {
        Losses known = new Losses(objective, training);
        Losses unknown = validation == null ? null : new Losses(objective, validation);
        List<RoundLoss> curve = new ArrayList<>();
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int round = 0; round < rounds; round++) {
            next(booster, round, rounds);
            double trained = requireFinite(known.of(booster.trainingMargins()), round + 1);
            if (unknown == null) {
                curve.add(new RoundLoss(trained, OptionalDouble.empty()));
                best = round;
                continue;
            }
            double held = requireFinite(unknown.of(booster.validationMargins()), round + 1);
            curve.add(new RoundLoss(trained, OptionalDouble.of(held)));
            if (held < least) {
                least = held;
                best = round;
            } else if (round - best >= patience) {
                break;
            }
        }
        return new Result(booster.bytes(), best + 1, List.copyOf(curve));
    }

    private void next(NativeBooster booster, int round, int rounds) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("training was interrupted after " + round + " rounds");
        }
        booster.round(round);
        listener.progress("boosting", round + 1L, rounds);
    }

    private double requireFinite(double loss, int rounds) {
        if (!Double.isFinite(loss)) {
            throw new IllegalStateException(
                    "training went astray: the " + objective.kind().lossName() + " after " + rounds + " rounds is "
                            + loss + ". Lower the learning rate or raise l2");
        }
        return loss;
    }
}
