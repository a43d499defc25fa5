package org.ltv4j.models.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.model.InsufficientDataException;

class TunerTest {
    private static final SearchSpace SPACE = SearchSpace.builder()
            .integer("depth", 1, 3)
            .choice("kind", "a", "b")
            .when("kind", "b", b -> b.real("share", 0, 1))
            .build();

    @Test
    void aGridTriesEveryCombinationInOrderOnce() {
        List<String> tried = new ArrayList<>();
        TuningResult result = Tuner.grid(SPACE, 3).minimise(trial -> {
            tried.add(trial.settings().toString());
            return trial.settings().integer("depth") + (trial.settings().has("share") ? -0.5 : 0);
        });
        assertThat(tried)
                .containsExactly(
                        "depth=1, kind=a",
                        "depth=1, kind=b, share=0.0",
                        "depth=1, kind=b, share=0.5",
                        "depth=1, kind=b, share=1.0",
                        "depth=2, kind=a",
                        "depth=2, kind=b, share=0.0",
                        "depth=2, kind=b, share=0.5",
                        "depth=2, kind=b, share=1.0",
                        "depth=3, kind=a",
                        "depth=3, kind=b, share=0.0",
                        "depth=3, kind=b, share=0.5",
                        "depth=3, kind=b, share=1.0");
        assertThat(result.stop()).isEqualTo(Stop.GRID);
        assertThat(result.best().number()).isEqualTo(1); // the first of equals
        assertThat(result.best().loss()).hasValue(0.5);
        assertThat(result).hasToString("12 trials (12 complete, 0 pruned, 0 failed)");
    }

    @Test
    void aGridSpacesRangesEvenlyOnTheirScale() {
        SearchSpace space = SearchSpace.builder()
                .logReal("rate", 0.01, 1)
                .logInteger("n", 1, 100)
                .build();
        assertThat(space.parameters().get(0).grid(3))
                .containsExactly(0.01, space.parameters().get(0).grid(3).get(1), 1.0);
        assertThat((double) space.parameters().get(0).grid(3).get(1)).isCloseTo(0.1, within(1e-15));
        assertThat(space.parameters().get(1).grid(3)).containsExactly(1, 10, 100);
        assertThat(SearchSpace.builder()
                        .integer("n", 1, 4)
                        .build()
                        .parameters()
                        .get(0)
                        .grid(9))
                .containsExactly(1, 2, 3, 4);
        assertThat(Tuner.grid(space).minimise(trial -> 0).trials()).hasSize(25);
    }

    @Test
    void aGridMayBeCutShort() {
        TuningResult result = Tuner.grid(SPACE, 3).trials(5).minimise(trial -> 0);
        assertThat(result.stop()).isEqualTo(Stop.TRIALS);
        assertThat(result.trials()).hasSize(5);
    }

    @Test
    void aGridTooLargeIsRefusedAtOnce() {
        SearchSpaceBuilder builder = SearchSpace.builder();
        for (int i = 0; i < 40; i++) {
            builder.real("x" + i, 0, 1);
        }
        SearchSpace space = builder.build();
        assertThatThrownBy(() -> Tuner.grid(space, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a grid of at most 100000 settings can be searched, with 10 points per range this one has more:"
                                + " take fewer points or parameters, or search at random");
        assertThatThrownBy(() -> Tuner.grid(SPACE, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a grid needs at least 2 points per range, got 1");
    }

    @Test
    void sameSeedGivesTheSameTrialsAndAnotherSeedOthers() {
        for (boolean bayesian : new boolean[] {false, true}) {
            List<Settings> first = settings(tuner(bayesian, 7).trials(30).minimise(TunerTest::loss));
            assertThat(settings(tuner(bayesian, 7).trials(30).minimise(TunerTest::loss)))
                    .isEqualTo(first);
            assertThat(settings(tuner(bayesian, 8).trials(30).minimise(TunerTest::loss)))
                    .isNotEqualTo(first);
            assertThat(settings(tuner(bayesian, 7).trials(20).minimise(TunerTest::loss)))
                    .isEqualTo(first.subList(0, 20));
        }
    }

    @Test
    void theFirstTrialsOfTheBayesianSearchAreTheRandomOnes() {
        List<Settings> random = settings(tuner(false, 7).trials(12).minimise(TunerTest::loss));
        List<Settings> bayesian = settings(tuner(true, 7).trials(12).minimise(TunerTest::loss));
        assertThat(bayesian.subList(0, 10)).isEqualTo(random.subList(0, 10));
        assertThat(bayesian.get(10)).isNotEqualTo(random.get(10));
    }

    @Test
    void theBayesianSearchTriesNothingTwiceWhileThereIsSomethingNew() {
        SearchSpace space =
                SearchSpace.builder().integer("x", 1, 8).integer("y", 1, 8).build();
        TuningResult result = Tuner.bayesian(space, 3)
                .trials(50)
                .minimise(trial -> Math.abs(trial.settings().integer("x") - 3)
                        + trial.settings().integer("y"));
        List<Settings> afterStart = settings(result).subList(10, 50);
        assertThat(new HashSet<>(afterStart)).hasSize(40);
        assertThat(result.best().loss()).hasValue(1.0);
    }

    @Test
    void aSpaceThatIsUsedUpIsSearchedOn() {
        SearchSpace space = SearchSpace.builder().flag("f").build();
        assertThat(Tuner.bayesian(space, 3).trials(40).minimise(trial -> 1).trials())
                .hasSize(40);
    }

    @Test
    void theTimeIsMeasuredAndEndsTheSearch() {
        AtomicLong now = new AtomicLong(-5);
        TuningResult result = tuner(false, 1)
                .clock(now::get)
                .within(Duration.ofSeconds(10))
                .minimise(trial -> {
                    now.addAndGet(4_000_000_000L);
                    return 1;
                });
        assertThat(result.stop()).isEqualTo(Stop.TIME);
        assertThat(result.trials()).extracting(TrialResult::seconds).containsExactly(4.0, 4.0, 4.0);
    }

    @Test
    void whicheverBudgetIsUsedFirstEndsTheSearch() {
        AtomicLong now = new AtomicLong();
        Tuner tuner = tuner(false, 1).clock(() -> now.addAndGet(1_000_000_000L)).within(Duration.ofHours(1));
        assertThat(tuner.trials(3).minimise(trial -> 1).stop()).isEqualTo(Stop.TRIALS);
        assertThat(tuner.trials(100_000).minimise(trial -> 1).stop()).isEqualTo(Stop.TIME);
        assertThat(Tuner.grid(SPACE)
                        .within(Duration.ofSeconds(Long.MAX_VALUE))
                        .minimise(trial -> 1)
                        .stop())
                .isEqualTo(Stop.GRID);
    }

    @Test
    void failedTrialsAreRecordedAndTheSearchGoesOn() {
        TuningResult result = tuner(true, 1).trials(30).minimise(trial -> {
            trial.report(0.5);
            switch (trial.number()) {
                case 3:
                    throw new TrialFailedException("does not converge", new ArithmeticException());
                case 4:
                    throw new InsufficientDataException("too few customers");
                case 5:
                    throw new InvalidDataException("bad");
                case 6:
                    return Double.NaN;
                case 7:
                    return Double.NEGATIVE_INFINITY;
                case 8:
                    trial.report(Double.NaN);
                    return 0;
                case 9:
                    throw new TrialFailedException("half \ud800 a character");
                default:
                    return loss(trial);
            }
        });
        assertThat(result).hasToString("30 trials (23 complete, 0 pruned, 7 failed)");
        assertThat(result.trials().subList(3, 10))
                .extracting(TrialResult::failure)
                .containsExactly(
                        Optional.of("does not converge"),
                        Optional.of("too few customers"),
                        Optional.of("bad"),
                        Optional.of("the loss is NaN"),
                        Optional.of("the loss is -Infinity"),
                        Optional.of("the loss of step 2 is NaN"),
                        Optional.of("half ? a character"));
        assertThat(result.trials()).extracting(TrialResult::losses).containsOnly(List.of(0.5));
        assertThat(result.trials().get(6).loss()).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void theBayesianSearchLeavesRegionsWhereTrialsFail() {
        SearchSpace space = SearchSpace.builder().real("x", 0, 1).build();
        TuningResult result = Tuner.bayesian(space, 5).trials(60).minimise(trial -> {
            double x = trial.settings().real("x");
            if (x < 0.5) {
                throw new TrialFailedException("too small");
            }
            return x; // best where it fails
        });
        long late = result.trials().subList(30, 60).stream()
                .filter(trial -> trial.state() == TrialState.FAILED)
                .count();
        assertThat(late).isLessThan(15);
        assertThat(result.best().settings().real("x")).isLessThan(0.52);
    }

    @Test
    void aSearchWithoutACompleteTrialSaysWhy() {
        TuningResult result = tuner(true, 1).trials(15).minimise(trial -> Double.NaN);
        assertThat(result.count(TrialState.FAILED)).isEqualTo(15);
        assertThatThrownBy(result::best)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "none of 15 trials (0 complete, 0 pruned, 15 failed) is complete; the first failure: the loss is"
                                + " NaN");
    }

    @Test
    void errorsOfOtherKindsPassToTheCaller() {
        assertThatThrownBy(() -> tuner(false, 1).trials(5).minimise(trial -> {
                    throw new ArithmeticException("a bug");
                }))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> tuner(false, 1).trials(5).minimise(trial -> {
                    throw new OutOfMemoryError("none left");
                }))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void prunedTrialsKeepWhatTheyReported() {
        TuningResult result = tuner(false, 1)
                .trials(20)
                .pruning(Pruning.median(3, 1))
                .minimise(trial -> {
                    double loss = trial.number() < 3 ? 1 : trial.number();
                    trial.report(loss);
                    trial.report(loss);
                    trial.report(loss);
                    return loss;
                });
        assertThat(result).hasToString("20 trials (3 complete, 17 pruned, 0 failed)");
        assertThat(result.trials().get(4).losses()).containsExactly(4.0, 4.0);
        assertThat(result.trials().get(4).loss()).isEmpty();
    }

    @Test
    void aTrialIsPrunedEvenIfTheObjectiveCatchesEverything() {
        TuningResult result = tuner(false, 1)
                .trials(4)
                .pruning(Pruning.median(1, 0))
                .minimise(trial -> {
                    for (int step = 0; step < 3; step++) {
                        try {
                            trial.report(trial.number());
                        } catch (RuntimeException e) {
                            assertThat(e).hasMessageContaining("let this exception pass");
                        }
                    }
                    return -1;
                });
        assertThat(result).hasToString("4 trials (1 complete, 3 pruned, 0 failed)");
        assertThat(result.trials().get(3).losses()).containsExactly(3.0);
    }

    @Test
    void listenersHearOfEachTrial() {
        List<String> heard = new ArrayList<>();
        tuner(false, 1)
                .trials(2)
                .progress((phase, done, total) -> heard.add(phase + " " + done + " of " + total))
                .onTrial(trial -> heard.add("trial " + trial.number() + " " + trial.state()))
                .minimise(trial -> 1);
        assertThat(heard).containsExactly("trial 0 COMPLETE", "trials 1 of 2", "trial 1 COMPLETE", "trials 2 of 2");
        heard.clear();
        Tuner.grid(SPACE, 2)
                .trials(100)
                .progress((phase, done, total) -> heard.add(done + " of " + total))
                .minimise(trial -> 1);
        assertThat(heard).hasSize(6).last().isEqualTo("6 of 6");
    }

    @Test
    void aSearchNeedsABudget() {
        assertThatThrownBy(() -> tuner(true, 1).minimise(trial -> 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a search that never ends by itself needs a budget: call trials(..), within(..) or both");
        assertThatThrownBy(() -> tuner(true, 1).trials(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a search needs a budget of at least 1 trial, got 0");
        assertThatThrownBy(() -> tuner(true, 1).within(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a search needs a budget of time above 0, got PT0S");
        assertThatThrownBy(() -> tuner(true, 1).within(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void optionsChangeWhatIsTried() {
        Tpe options = Tpe.defaults()
                .withStartupTrials(5)
                .withGoodShare(0.3)
                .withCandidates(10)
                .withPriorWeight(2);
        assertThat(options).isEqualTo(new Tpe(5, 0.3, 25, 10, 2));
        List<Settings> random = settings(tuner(false, 7).trials(8).minimise(TunerTest::loss));
        List<Settings> bayesian =
                settings(Tuner.bayesian(SPACE, 7, options).trials(8).minimise(TunerTest::loss));
        assertThat(bayesian.subList(0, 5)).isEqualTo(random.subList(0, 5));
        assertThat(bayesian.subList(5, 8)).isNotEqualTo(random.subList(5, 8));
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        Tpe options = Tpe.defaults();
        assertThatThrownBy(() -> options.withStartupTrials(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withCandidates(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withGoodShare(0.6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withGoodShare(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withPriorWeight(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withPriorWeight(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tpe(10, 0.1, 0, 24, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aResultWhosePartsDoNotFitIsRefused() {
        Settings none = new Settings(Map.of());
        assertThatThrownBy(() -> new TrialResult(
                        0, none, TrialState.PRUNED, List.of(), OptionalDouble.of(1), 0, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TrialResult(
                        0, none, TrialState.COMPLETE, List.of(), OptionalDouble.of(1), 0, Optional.of("why")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TrialResult(
                        0, none, TrialState.COMPLETE, List.of(), OptionalDouble.of(Double.NaN), 0, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TrialResult(
                        -1, none, TrialState.COMPLETE, List.of(), OptionalDouble.of(1), 0, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static double loss(Trial trial) {
        Settings settings = trial.settings();
        return settings.integer("depth") + (settings.has("share") ? settings.real("share") - 0.5 : 0);
    }

    private static Tuner tuner(boolean bayesian, long seed) {
        return bayesian ? Tuner.bayesian(SPACE, seed) : Tuner.random(SPACE, seed);
    }

    private static List<Settings> settings(TuningResult result) {
        return result.trials().stream().map(TrialResult::settings).toList();
    }
}
