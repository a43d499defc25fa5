package org.ltv4j.models.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.internal.math.Samplers;

/**
 * Densities against those of Optuna 5.0.0, {@code _ParzenEstimator} with prior weight 1, magic clip and without end points; the
 * same that its TPESampler uses.
 */
class ParzenMixtureTest {
    private static final SearchSpace REAL =
            SearchSpace.builder().real("x", 0, 10).build();
    private static final SearchSpace LOG =
            SearchSpace.builder().logReal("x", 0.01, 0.3).build();
    private static final SearchSpace WHOLE =
            SearchSpace.builder().integer("x", 2, 8).build();
    private static final SearchSpace LOG_WHOLE =
            SearchSpace.builder().logInteger("x", 50, 5000).build();
    private static final SearchSpace CHOICE =
            SearchSpace.builder().choice("x", "a", "b", "c").build();
    private static final SearchSpace CONDITIONAL = SearchSpace.builder()
            .choice("booster", "tree", "dart", "linear")
            .integer("depth", 1, 3)
            .when(
                    "booster",
                    "dart",
                    dart -> dart.ordered("drop", 0, 0.1, 0.5)
                            .flag("skip")
                            .when("skip", true, skip -> skip.logInteger("rounds", 1, 4)))
            .build();

    @Test
    void aRealParameterHasTheDensitiesOfOptuna() {
        ParzenMixture mixture = mixture(REAL, 1.0, 2.5, 7.0);
        check(mixture, 0.0, -2.0802876200449614);
        check(mixture, 1.0, -1.9587182186712713);
        check(mixture, 4.2, -2.2662185158864636);
        check(mixture, 9.9, -2.8483384671766494);
    }

    @Test
    void aDensityIsWhatThePaperSays() {
        // one observation at 3 of 0..10: deviation 7, the farther end; the prior: mean 5, deviation 10; each cut off at
        // 0 and 10.
        // at 8: half of phi(5/7)/7 / (Phi(1) - Phi(-3/7)) and half of phi(0.3)/10 / (Phi(0.5) - Phi(-0.5))
        double own = 0.3091093 / 7 / (0.8413447 - 0.3341176);
        double prior = 0.3813878 / 10 / (0.6914625 - 0.3085375);
        assertThat(Math.exp(mixture(REAL, 3.0).logDensity(settings(8.0))))
                .isCloseTo((own + prior) / 2, within(1e-6)); // seven digits of a printed table
    }

    @Test
    void oneObservationAndNoneHaveTheDensitiesOfOptuna() {
        check(mixture(REAL, 3.0), 3.0, -2.232688929521852);
        check(mixture(REAL, 3.0), 8.0, -2.3716196969995256);
        check(mixture(REAL), 3.0, -2.2816072925030966);
        check(mixture(REAL), 8.0, -2.3066072925030965);
    }

    @Test
    void aLogScaleHasTheDensitiesOfOptuna() {
        ParzenMixture mixture = mixture(LOG, 0.02, 0.05, 0.2);
        check(mixture, 0.01, -1.4613009032194535);
        check(mixture, 0.1, -1.228150361223962);
        check(mixture, 0.29, -1.4829412132025035);
    }

    @Test
    void wholeNumbersHaveTheProbabilitiesOfOptuna() {
        ParzenMixture mixture = mixture(WHOLE, 3, 5, 8);
        check(mixture, 2, -2.0752307306746833);
        check(mixture, 3, -1.8970340300613069);
        check(mixture, 4, -1.8340572736581155);
        check(mixture, 8, -2.0905375676530933);
    }

    @Test
    void wholeNumbersOnALogScaleHaveTheProbabilitiesOfOptuna() {
        ParzenMixture mixture = mixture(LOG_WHOLE, 60, 100, 900);
        check(mixture, 50, -5.011843021128864);
        check(mixture, 100, -5.715594566493522);
        assertThat(mixture.logDensity(settings(4000)))
                .isCloseTo(-10.396597677529455, within(1e-11)); // a small difference of probabilities, there and here
    }

    @Test
    void choicesHaveTheProbabilitiesOfOptuna() {
        ParzenMixture mixture = mixture(CHOICE, "a", "a", "c");
        check(mixture, "a", -0.7419373447293773);
        check(mixture, "b", -1.6582280766035324);
        check(mixture, "c", -1.0986122886681098);
    }

    @Test
    void severalParametersHaveTheDensitiesOfOptuna() {
        SearchSpace space = SearchSpace.builder()
                .logReal("r", 0.01, 0.3)
                .integer("d", 2, 8)
                .choice("c", "a", "b", "c")
                .build();
        List<Settings> observed = List.of(mixed(0.02, 3, "a"), mixed(0.05, 5, "a"), mixed(0.2, 8, "c"));
        ParzenMixture mixture = new ParzenMixture(space, observed, 1);
        assertThat(mixture.logDensity(mixed(0.03, 4, "a"))).isCloseTo(-3.3458859423719107, within(1e-12));
        assertThat(mixture.logDensity(mixed(0.25, 7, "c"))).isCloseTo(-3.7511997645431707, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 1, 7})
    void probabilitiesOfAllSettingsAddUpToOneAlsoUnderConditions(double priorWeight) {
        ParzenMixture mixture = new ParzenMixture(CONDITIONAL, drawn(CONDITIONAL, 12), priorWeight);
        double sum = CONDITIONAL.grid(100, 1000).stream()
                .mapToDouble(settings -> Math.exp(mixture.logDensity(settings)))
                .sum();
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Test
    void drawsComeAsOftenAsTheDensitySays() {
        ParzenMixture mixture = new ParzenMixture(CONDITIONAL, drawn(CONDITIONAL, 12), 1);
        RandomGenerator random = Samplers.generator(3, Samplers.Purpose.TRIALS, 0);
        int draws = 100_000;
        Map<Settings, Integer> counts = new LinkedHashMap<>();
        IntStream.range(0, draws).forEach(i -> counts.merge(mixture.draw(random), 1, Integer::sum));
        for (Settings settings : CONDITIONAL.grid(100, 1000)) {
            double expected = Math.exp(mixture.logDensity(settings));
            double error = 5 * Math.sqrt(expected * (1 - expected) / draws);
            assertThat(counts.getOrDefault(settings, 0) / (double) draws)
                    .as(settings.toString())
                    .isCloseTo(expected, within(error));
        }
    }

    @Test
    void farFromAllObservationsTheDensityIsFinite() {
        SearchSpace space = SearchSpace.builder().real("x", 0, 1e9).build();
        List<Settings> observed =
                IntStream.range(0, 200).mapToObj(i -> settings(i * 1.0)).toList();
        assertThat(new ParzenMixture(space, observed, 1).logDensity(settings(1e9)))
                .isFinite();
    }

    @Test
    void cellsOfHugeRangesHaveAProbabilityToo() {
        SearchSpace space =
                SearchSpace.builder().logInteger("x", 1, Integer.MAX_VALUE).build();
        ParzenMixture mixture = new ParzenMixture(space, List.of(settings(1), settings(2), settings(3)), 1);
        double far = mixture.logDensity(settings(2_000_000_000));
        // a cell is 5e-10 wide where numbers are 3.6e-15 apart: a relative error of 7e-6 for each end
        assertThat(far).isCloseTo(mixture.logDensity(settings(2_000_000_001)), within(3e-5));
        assertThat(far - mixture.logDensity(settings(1_000_000_000)))
                .isNegative()
                .isFinite();
    }

    static List<Settings> drawn(SearchSpace space, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> space.draw(Samplers.generator(11, Samplers.Purpose.TRIALS, i)))
                .toList();
    }

    private static ParzenMixture mixture(SearchSpace space, Object... observed) {
        return new ParzenMixture(
                space, Arrays.stream(observed).map(ParzenMixtureTest::settings).toList(), 1);
    }

    private static Settings settings(Object value) {
        return new Settings(Map.of("x", value));
    }

    private static Settings mixed(double r, int d, String c) {
        return new Settings(Map.of("r", r, "d", d, "c", c));
    }

    private static void check(ParzenMixture mixture, Object value, double expected) {
        assertThat(mixture.logDensity(settings(value))).isCloseTo(expected, within(1e-12));
    }
}
