package org.ltv4j.models.tune;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.model.ConvergenceException;

/** Runs trials until a budget is used. */
final class Study {
    private static final double NANOSECONDS = 1e9;

    private final Search search;
    private final Pruning pruning;
    private final LongSupplier clock;
    private final @Nullable StudyFile file;
    private final List<TrialResult> done = new ArrayList<>();

    Study(Search search, Pruning pruning, LongSupplier clock, @Nullable StudyFile file) {
        this.search = search;
        this.pruning = pruning;
        this.clock = clock;
        this.file = file;
        if (file != null) {
            done.addAll(file.load(search, pruning));
        }
    }

    TuningResult run(
            ToDoubleFunction<Trial> objective, int trials, @Nullable Duration time, Consumer<TrialResult> listener) {
        double used = done.stream().mapToDouble(TrialResult::seconds).sum();
        double limit = time == null ? Double.POSITIVE_INFINITY : time.getSeconds() + time.getNano() / NANOSECONDS;
        long start = clock.getAsLong();
        while (true) {
            if (trials > 0 && done.size() >= trials) {
                return new TuningResult(done, Stop.TRIALS);
            }
            Optional<Settings> next = search.next(done.size(), done);
            if (next.isEmpty()) {
                return new TuningResult(done, Stop.GRID);
            }
            if (used + secondsSince(start) >= limit) {
                return new TuningResult(done, Stop.TIME);
            }
            TrialResult result = run(objective, next.get());
            done.add(result);
            if (file != null) {
                file.save(search, pruning, done);
            }
            listener.accept(result);
        }
    }

    private TrialResult run(ToDoubleFunction<Trial> objective, Settings settings) {
        Trial trial = new Trial(done.size(), settings, pruning, Collections.unmodifiableList(done));
        long start = clock.getAsLong();
        try {
            double loss = objective.applyAsDouble(trial);
            RuntimeException end = trial.end(); // the objective may have caught it
            if (end != null) {
                throw end;
            }
            return Double.isFinite(loss)
                    ? result(trial, start, TrialState.COMPLETE, OptionalDouble.of(loss), Optional.empty())
                    : failed(trial, start, "the loss is " + loss);
        } catch (TrialPruned e) {
            return result(trial, start, TrialState.PRUNED, OptionalDouble.empty(), Optional.empty());
        } catch (TrialFailedException | InvalidDataException | ConvergenceException e) {
            return failed(trial, start, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
    }

    private TrialResult failed(Trial trial, long start, String why) {
        byte[] utf8 = why.getBytes(StandardCharsets.UTF_8); // half a character could not be saved
        String failure = new String(utf8, StandardCharsets.UTF_8);
        return result(trial, start, TrialState.FAILED, OptionalDouble.empty(), Optional.of(failure));
    }

    private TrialResult result(
            Trial trial, long start, TrialState state, OptionalDouble loss, Optional<String> failure) {
        return new TrialResult(
                trial.number(), trial.settings(), state, trial.losses(), loss, secondsSince(start), failure);
    }

    private double secondsSince(long start) {
        return (clock.getAsLong() - start) / NANOSECONDS;
    }
}
