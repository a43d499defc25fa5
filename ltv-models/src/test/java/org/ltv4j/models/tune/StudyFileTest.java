package org.ltv4j.models.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.io.JsonDocuments;
import org.ltv4j.core.io.ModelFormatException;

class StudyFileTest {
    private static final SearchSpace SPACE = SearchSpace.builder()
            .integer("depth", 2, 9)
            .logReal("rate", 0.001, 1)
            .choice("kind", "a", "b")
            .when("kind", "b", b -> b.real("share", -1, 1).flag("smooth"))
            .ordered("lambda", 0, 0.1, 1)
            .ordered("strength", "low", "high")
            .build();

    @TempDir
    private Path folder;

    private Path file;
    private final AtomicLong now = new AtomicLong();

    @BeforeEach
    void name() {
        file = folder.resolve("study.json");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 9, 10, 11, 25, 39})
    void aStudyStoppedAnywhereContinuesAsIfItHadNeverStopped(int stop) {
        List<TrialResult> whole = bayesian().trials(40).minimise(this::loss).trials();
        bayesian().savedIn(file).trials(stop).minimise(this::loss);
        TuningResult continued = bayesian().savedIn(file).trials(40).minimise(this::loss);
        assertThat(continued.trials()).isEqualTo(whole);
        assertThat(whole)
                .extracting(TrialResult::state)
                .contains(TrialState.COMPLETE, TrialState.PRUNED, TrialState.FAILED);
    }

    @Test
    void aStudyStoppedByAnErrorContinuesWithTheTrialThatWasLost() {
        List<TrialResult> whole = bayesian().trials(20).minimise(this::loss).trials();
        assertThatThrownBy(() -> bayesian().savedIn(file).trials(20).minimise(trial -> {
                    if (trial.number() == 14) {
                        throw new IllegalStateException("power cut");
                    }
                    return loss(trial);
                }))
                .isInstanceOf(IllegalStateException.class);
        List<Integer> run = new ArrayList<>();
        TuningResult continued = bayesian()
                .savedIn(file)
                .trials(20)
                .onTrial(trial -> run.add(trial.number()))
                .minimise(this::loss);
        assertThat(continued.trials()).isEqualTo(whole);
        assertThat(run).containsExactly(14, 15, 16, 17, 18, 19);
    }

    @Test
    void aGridAndARandomSearchContinueToo() {
        for (Tuner tuner : List.of(
                Tuner.grid(SPACE, 3).clock(now::get), Tuner.random(SPACE, 4).clock(now::get))) {
            Path own = folder.resolve(now.incrementAndGet() + ".json");
            tuner.savedIn(own).trials(7).minimise(this::loss);
            assertThat(tuner.savedIn(own).trials(31).minimise(this::loss))
                    .isEqualTo(tuner.trials(31).minimise(this::loss));
        }
    }

    @Test
    void aStudyThatIsDoneIsGivenWithoutATrial() {
        TuningResult first = bayesian().savedIn(file).trials(12).minimise(this::loss);
        TuningResult again = bayesian().savedIn(file).trials(12).minimise(trial -> {
            throw new AssertionError("not called");
        });
        assertThat(again).isEqualTo(first);
    }

    @Test
    void theTimeOfEarlierTrialsCounts() {
        Tuner tuner = bayesian().savedIn(file).within(Duration.ofSeconds(10));
        tuner.trials(2).minimise(this::fourSeconds);
        TuningResult result = tuner.minimise(this::fourSeconds);
        assertThat(result.stop()).isEqualTo(Stop.TIME);
        assertThat(result.trials()).hasSize(3);
    }

    @Test
    void theSameStudyHasTheSameBytesAndNothingElseIsLeftInTheFolder() throws IOException {
        bayesian().savedIn(file).trials(15).minimise(this::loss);
        Path other = folder.resolve("other.json");
        bayesian().savedIn(other).trials(15).minimise(this::loss);
        assertThat(Files.readString(other)).isEqualTo(Files.readString(file));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, other);
        }
    }

    @Test
    void anotherSpaceSearchSeedRuleOrSubjectIsRefused() {
        bayesian().savedIn(file).trials(3).minimise(this::loss);
        SearchSpace wider = SearchSpace.builder().integer("depth", 2, 10).build();
        refused(Tuner.bayesian(wider, 42).pruning(rule()), "space: there [depth: integer 2 to 9, ");
        refused(Tuner.bayesian(SPACE, 43).pruning(rule()), "search: there tpe 1, Tpe[startupTrials=10, ");
        refused(Tuner.random(SPACE, 42).pruning(rule()), "search: there tpe 1, ");
        refused(Tuner.bayesian(SPACE, 42, Tpe.defaults().withGoodShare(0.2)), "search: there tpe 1, ");
        refused(
                Tuner.bayesian(SPACE, 42),
                "pruning: there median, 4 start-up trials, 0 warm-up steps, asked for none. Continue it with the same one,"
                        + " or name another file");
        refused(bayesian().subject("other sales"), "subject: there , asked for other sales. ");
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        bayesian().savedIn(file).trials(12).minimise(this::loss);
        String text = Files.readString(file);
        damaged(text.substring(0, text.length() / 2), "no valid JSON");
        damaged("", "this is no model document");
        damaged(text.replaceFirst("\"loss\": [0-9.]+", "\"loss\": 0.0"), "a value was changed");
        damaged(text.replace("ltv-study", "ltv-model"), "$.format: need 'ltv-study', got 'ltv-model'");
        damaged(text.replace("\"formatVersion\": 1", "\"formatVersion\": 2"), "upgrade ltv4j");
        assertThat(Files.readString(file)).contains("\"formatVersion\": 2"); // and left as it is
    }

    @Test
    void trialsThatNoStudyHasAreRefusedThoughTheChecksumIsRight() {
        List<TrialResult> trials = bayesian().trials(12).minimise(this::loss).trials();
        SearchSpace other = SearchSpace.builder()
                .integer("depth", 10, 20)
                .choice("kind", "x", "y")
                .build();
        Search here = new RandomSearch(SPACE, 1);
        StudyFile study = new StudyFile(file, "");
        study.save(here, Pruning.none(), trials);
        assertThat(study.load(here, Pruning.none())).isEqualTo(trials);
        study.save(
                here,
                Pruning.none(),
                Tuner.random(other, 1).trials(2).minimise(trial -> 1).trials());
        assertThatThrownBy(() -> study.load(here, Pruning.none()))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("$.trials[0].settings.depth: need a whole number from 2 to 9");
        SearchSpace less = SearchSpace.builder().integer("depth", 2, 9).build();
        study.save(
                here,
                Pruning.none(),
                Tuner.random(less, 1).trials(2).minimise(trial -> 1).trials());
        assertThatThrownBy(() -> study.load(here, Pruning.none()))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("$.trials[0].settings: do not belong to the search space");
    }

    @Test
    void trialsWhosePartsDoNotFitAreRefused() {
        Search here = new RandomSearch(SearchSpace.builder().flag("f").build(), 1);
        StudyFile study = new StudyFile(file, "");
        for (String state : List.of("COMPLETE", "FAILED", "LOST")) {
            JsonDocuments.save(
                    file,
                    "ltv-study",
                    1,
                    root -> root.texts("space", List.of("f: one of [false, true]"))
                            .text("subject", "")
                            .text("search", "random 1, seed 1")
                            .text("pruning", "none")
                            .objects(
                                    "trials",
                                    List.of(state),
                                    (each, trial) -> trial.object("settings", settings -> settings.flag("f", true))
                                            .text("state", each)
                                            .numbers("losses")
                                            .number("seconds", 1)));
            assertThatThrownBy(() -> study.load(here, Pruning.none()))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining("$.trials[0].state: ")
                    .hasMessageContaining(
                            state.equals("LOST")
                                    ? "need one of [COMPLETE, PRUNED, FAILED], got 'LOST'"
                                    : "a complete trial and no other has a loss, a failed one and no other a failure");
        }
    }

    @Test
    void aFolderThatDoesNotExistIsAnErrorBeforeTheFirstTrial() {
        Path nowhere = folder.resolve("missing").resolve("study.json");
        assertThatThrownBy(() -> bayesian().savedIn(nowhere).trials(3).minimise(trial -> {
                    throw new AssertionError("not called");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith(nowhere + " cannot be saved: ");
        assertThatThrownBy(() -> bayesian().savedIn(folder).trials(3).minimise(this::loss))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(folder + ": this is a folder, not a ltv-study file");
    }

    private Tuner bayesian() {
        return Tuner.bayesian(SPACE, 42).pruning(rule()).clock(now::get);
    }

    private static Pruning rule() {
        return Pruning.median(4, 0);
    }

    private double fourSeconds(Trial trial) {
        now.addAndGet(4_000_000_000L);
        return loss(trial);
    }

    private double loss(Trial trial) {
        Settings settings = trial.settings();
        if (settings.integer("depth") >= 7) {
            throw new TrialFailedException("too deep");
        }
        double loss = Math.abs(settings.integer("depth") - 4.3)
                + Math.abs(Math.log(settings.real("rate")) + 3)
                + settings.real("lambda")
                + (settings.has("share") ? settings.real("share") : 0);
        trial.report(loss / 3);
        trial.report(loss / 7);
        return loss;
    }

    private void refused(Tuner tuner, String difference) {
        assertThatThrownBy(() -> tuner.savedIn(file).trials(5).minimise(trial -> 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + " holds a study with another " + difference);
    }

    private void damaged(String text, String problem) throws IOException {
        Files.writeString(file, text);
        assertThatThrownBy(() -> bayesian().savedIn(file).trials(13).minimise(this::loss))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(problem);
    }
}
