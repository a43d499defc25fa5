package org.ltv4j.models.tune;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.model.ProgressListener;

/**
 * Searches a space for the settings of the lowest loss. Immutable: each method gives a new tuner.
 *
 * <pre>{@code
 * TuningResult result = Tuner.bayesian(space, 42)
 *     .trials(60)
 *     .within(Duration.ofMinutes(5))
 *     .pruning(Pruning.median(5, 1))
 *     .savedIn(Path.of("study.json"))
 *     .minimise(past.loss(settings -> estimatorOf(settings), Evaluation::rootMeanSquaredError));
 * Settings best = result.best().settings();
 * }</pre>
 *
 * <p>Trials run one after another on the calling thread: a boosted model takes all cores by itself, and the result depends on
 * nothing but space, seed, options and losses. What trial {@code i} tries is drawn from a generator derived from the seed and
 * {@code i}, so the first 30 of 60 trials are those of a search of 30.
 */
public final class Tuner {
    private static final int GRID_POINTS = 5;

    private final Search search;
    private int trials;
    private @Nullable Duration time;
    private Pruning pruning = Pruning.none();
    private ProgressListener progress = ProgressListener.NONE;
    private Consumer<TrialResult> onTrial = trial -> {};
    private @Nullable Path file;
    private String subject = "";
    private LongSupplier nanoseconds = System::nanoTime;

    private Tuner(Search search) {
        this.search = search;
    }

    private Tuner(Tuner other) {
        this.search = other.search;
        this.trials = other.trials;
        this.time = other.time;
        this.pruning = other.pruning;
        this.progress = other.progress;
        this.onTrial = other.onTrial;
        this.file = other.file;
        this.subject = other.subject;
        this.nanoseconds = other.nanoseconds;
    }

    /**
     * Tries all combinations, with 5 values of each range; the last parameter moves fastest.
     *
     * @param space what may be tried
     * @return a tuner that ends with the grid, if not before
     * @throws IllegalArgumentException if there are more than 100,000 combinations
     */
    public static Tuner grid(SearchSpace space) {
        return grid(space, GRID_POINTS);
    }

    /**
     * Tries all combinations; the last parameter moves fastest.
     *
     * @param space what may be tried
     * @param points how many values of a range are tried, its ends among them, at least 2; evenly spaced on the scale of the
     *     parameter. Fewer where a range of whole numbers has fewer; lists are tried in full
     * @return a tuner that ends with the grid, if not before
     * @throws IllegalArgumentException if there are more than 100,000 combinations
     */
    public static Tuner grid(SearchSpace space, int points) {
        return new Tuner(new GridSearch(space, points));
    }

    /**
     * Draws settings at random, each from its whole range.
     *
     * @param space what may be tried
     * @param seed any number; same seed, same settings
     * @return a tuner that needs a budget
     */
    public static Tuner random(SearchSpace space, long seed) {
        return new Tuner(new RandomSearch(space, seed));
    }

    /**
     * Learns from the trials so far where good settings are, by the tree-structured Parzen estimator with usual options.
     *
     * @param space what may be tried
     * @param seed any number; same seed and same losses, same settings
     * @return a tuner that needs a budget
     */
    public static Tuner bayesian(SearchSpace space, long seed) {
        return bayesian(space, seed, Tpe.defaults());
    }

    /**
     * Learns from the trials so far where good settings are, by the tree-structured Parzen estimator.
     *
     * @param space what may be tried
     * @param seed any number; same seed and same losses, same settings
     * @param options of the estimator
     * @return a tuner that needs a budget
     */
    public static Tuner bayesian(SearchSpace space, long seed, Tpe options) {
        return new Tuner(new TpeSearch(space, seed, options));
    }

    /**
     * Ends after so many trials, those of a continued study, pruned and failed ones included.
     *
     * @param number at least 1
     * @return a tuner with this budget
     * @throws IllegalArgumentException if the number is below 1
     */
    public Tuner trials(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("a search needs a budget of at least 1 trial, got " + number);
        }
        Tuner tuner = new Tuner(this);
        tuner.trials = number;
        return tuner;
    }

    /**
     * Starts no further trial once this time is used, that of the trials of a continued study included. A trial that runs is
     * not interrupted.
     *
     * @param limit above 0
     * @return a tuner with this budget
     * @throws IllegalArgumentException if the time is not above 0
     */
    public Tuner within(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("a search needs a budget of time above 0, got " + limit);
        }
        Tuner tuner = new Tuner(this);
        tuner.time = limit;
        return tuner;
    }

    /**
     * Gives up trials early.
     *
     * @param rule when a trial is given up; it sees what trials report
     * @return a tuner with this rule
     */
    public Tuner pruning(Pruning rule) {
        Tuner tuner = new Tuner(this);
        tuner.pruning = rule;
        return tuner;
    }

    /**
     * Tells how many trials are done.
     *
     * @param listener called after each trial
     * @return a tuner with this listener
     */
    public Tuner progress(ProgressListener listener) {
        Tuner tuner = new Tuner(this);
        tuner.progress = listener;
        return tuner;
    }

    /**
     * Hands over each trial when it is done and saved.
     *
     * @param listener called after each trial that was run, not for those of a continued study
     * @return a tuner with this listener
     */
    public Tuner onTrial(Consumer<TrialResult> listener) {
        Tuner tuner = new Tuner(this);
        tuner.onTrial = listener;
        return tuner;
    }

    /**
     * Keeps the study in a file, replaced as a whole after each trial, and continues it if the file is there: with the same
     * trials, to the last bit, as if it had never stopped. A study is continued only with the same space, search, seed, rule
     * of pruning and subject; the budget may differ.
     *
     * @param study the file to make or to continue; its folder must exist
     * @return a tuner with this file
     */
    public Tuner savedIn(Path study) {
        Tuner tuner = new Tuner(this);
        tuner.file = study;
        return tuner;
    }

    /**
     * Says what is tuned on which data, so that a saved study is never continued with others. A fingerprint of the data does.
     *
     * @param what a text without personal data
     * @return a tuner with this subject
     */
    public Tuner subject(String what) {
        Tuner tuner = new Tuner(this);
        tuner.subject = what;
        return tuner;
    }

    /**
     * Takes the time elsewhere; serves tests.
     *
     * @param clock nanoseconds from any point in time, never falling
     * @return a tuner with this clock
     */
    Tuner clock(LongSupplier clock) {
        Tuner tuner = new Tuner(this);
        tuner.nanoseconds = clock;
        return tuner;
    }

    /**
     * Runs the search.
     *
     * <p>A trial fails, and the search goes on, if the objective throws a {@link TrialFailedException}, an {@link
     * org.ltv4j.core.data.InvalidDataException} or a {@link org.ltv4j.core.model.ConvergenceException}, or if a loss is not
     * finite. Anything else that it throws ends the search and passes to the caller; a saved study then holds all trials
     * before it.
     *
     * @param objective gives the loss of a trial's settings, the lower, the better; should depend on nothing else. For
     *     something to be maximised, give it with the sign changed
     * @return every trial
     * @throws IllegalArgumentException if there is no budget, or the file holds another study; as a {@link
     *     org.ltv4j.core.io.ModelFormatException} if it is damaged or no study at all
     * @throws java.io.UncheckedIOException if the file cannot be read or written
     */
    public TuningResult minimise(ToDoubleFunction<Trial> objective) {
        if (trials == 0 && time == null && search.size() == 0) {
            throw new IllegalArgumentException(
                    "a search that never ends by itself needs a budget: call trials(..)," + " within(..) or both");
        }
        Study study = new Study(search, pruning, nanoseconds, file == null ? null : new StudyFile(file, subject));
        return study.run(objective, trials, time, trial -> {
            int end = search.size() == 0 || trials == 0
                    ? Math.max(trials, search.size())
                    : Math.min(trials, search.size());
            onTrial.accept(trial);
            progress.progress("trials", trial.number() + 1L, end);
        });
    }
}
