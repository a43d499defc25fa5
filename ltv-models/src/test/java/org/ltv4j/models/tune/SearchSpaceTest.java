package org.ltv4j.models.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.internal.math.Samplers;

class SearchSpaceTest {
    private static final SearchSpace SPACE = SearchSpace.builder()
            .integer("maxDepth", 2, 8)
            .logInteger("trees", 50, 5000)
            .real("subsample", 0.5, 1)
            .logReal("learningRate", 0.01, 0.3)
            .choice("objective", "tweedie", "squaredLog")
            .when("objective", "tweedie", tweedie -> tweedie.real("variancePower", 1.1, 1.9))
            .choice("scale", TimeScale.class)
            .ordered("strength", "weak", "medium", "strong")
            .ordered("lambda", 0, 0.1, 1, 10)
            .flag("hurdle")
            .when(
                    "hurdle",
                    true,
                    hurdle -> hurdle.flag("smooth").when("smooth", false, rough -> rough.integer("bins", 2, 9)))
            .build();

    @Property(tries = 300, seed = "20261122")
    void whatIsDrawnLiesInTheSpace(@ForAll long seed) {
        Settings settings = SPACE.draw(Samplers.generator(seed, Samplers.Purpose.TRIALS, 0));
        assertThat(SPACE.contains(settings)).isTrue();
        assertThat(settings.has("variancePower"))
                .isEqualTo(settings.choice("objective").equals("tweedie"));
        assertThat(settings.has("bins")).isEqualTo(settings.flag("hurdle") && !settings.flag("smooth"));
    }

    @Property(tries = 300, seed = "20261122")
    void ofAMixtureTooWhatIsDrawnLiesInTheSpace(@ForAll @IntRange(max = 40) int observations, @ForAll long seed) {
        ParzenMixture mixture = new ParzenMixture(SPACE, ParzenMixtureTest.drawn(SPACE, observations), 1);
        Settings settings = mixture.draw(Samplers.generator(seed, Samplers.Purpose.TRIALS, 1));
        assertThat(SPACE.contains(settings)).isTrue();
        assertThat(mixture.logDensity(settings)).isFinite();
    }

    @Property(tries = 500, seed = "20261122")
    void bothEndsOfAnyLogRangeAreKept(
            @ForAll @DoubleRange(min = -300, max = 300) double exponent,
            @ForAll @DoubleRange(min = 1.01, max = 1000) double ratio) {
        double low = Math.pow(10, exponent);
        RealParameter parameter = new RealParameter("x", low, low * ratio, true, List.of());
        assertThat(parameter.contains(parameter.at(parameter.lower()))).isTrue();
        assertThat(parameter.contains(parameter.at(parameter.upper()))).isTrue();
    }

    @Test
    void everyWholeNumberIsDrawnAboutEquallyOften() {
        int[] counts = new int[9];
        for (int i = 0; i < 7000; i++) {
            counts[SPACE.draw(Samplers.generator(1, Samplers.Purpose.TRIALS, i)).integer("maxDepth")]++;
        }
        for (int depth = 2; depth <= 8; depth++) {
            assertThat(counts[depth]).isBetween(1000 - 147, 1000 + 147); // five standard errors
        }
    }

    @Test
    void onALogScaleHalfOfTheDrawsLieBelowTheGeometricMean() {
        int below = 0;
        for (int i = 0; i < 10_000; i++) {
            Settings settings = SPACE.draw(Samplers.generator(2, Samplers.Purpose.TRIALS, i));
            below += settings.real("learningRate") < Math.sqrt(0.01 * 0.3) ? 1 : 0;
        }
        assertThat(below).isBetween(4750, 5250); // five standard errors
    }

    @Test
    void settingsAreReadByType() {
        Settings settings = SPACE.fill(parameter -> parameter.grid(3).get(1));
        assertThat(settings.integer("maxDepth")).isEqualTo(5);
        assertThat(settings.real("maxDepth")).isEqualTo(5);
        assertThat(settings.real("subsample")).isEqualTo(0.75);
        assertThat(settings.choice("objective")).isEqualTo("squaredLog");
        assertThat(settings.choice("scale", TimeScale.class)).isEqualTo(TimeScale.WEEK);
        assertThat(settings.choice("strength")).isEqualTo("medium");
        assertThat(settings.real("lambda")).isEqualTo(0.1);
        assertThat(settings.flag("hurdle")).isTrue();
        assertThat(settings.asMap().keySet())
                .containsExactly(
                        "maxDepth",
                        "trees",
                        "subsample",
                        "learningRate",
                        "objective",
                        "scale",
                        "strength",
                        "lambda",
                        "hurdle",
                        "smooth");
        assertThat(settings.toString()).startsWith("maxDepth=5, trees=500, subsample=0.75, ");
        assertThat(settings.hashCode()).isEqualTo(new Settings(settings.asMap()).hashCode());
        assertThat(settings).isNotEqualTo("maxDepth=5");
    }

    @Test
    void aSettingThatIsNotThereOrOfAnotherTypeIsAnError() {
        Settings settings = SearchSpace.builder()
                .flag("hurdle")
                .choice("objective", "a", "b")
                .build()
                .fill(parameter -> parameter.grid(2).get(0));
        assertThatThrownBy(() -> settings.real("rate"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no setting 'rate' here, only [hurdle, objective]; ask has() first for one under a"
                        + " condition");
        assertThatThrownBy(() -> settings.integer("objective"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("setting 'objective' is not a whole number but a");
        assertThatThrownBy(() -> settings.choice("objective", TimeScale.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSpaceContainsOnlyItsOwnSettings() {
        Settings settings = SPACE.draw(Samplers.generator(5, Samplers.Purpose.TRIALS, 0));
        assertThat(SPACE.contains(with(settings, "maxDepth", 9))).isFalse();
        assertThat(SPACE.contains(with(settings, "maxDepth", 3.0))).isFalse();
        assertThat(SPACE.contains(with(settings, "subsample", Double.NaN))).isFalse();
        assertThat(SPACE.contains(with(settings, "lambda", 0.2))).isFalse();
        assertThat(SPACE.contains(with(settings, "scale", "HOUR"))).isFalse();
        assertThat(SPACE.contains(with(settings, "more", true))).isFalse();
        assertThat(SPACE.contains(new Settings(Map.of()))).isFalse();
    }

    @Test
    void namesAndRangesAreTold() {
        assertThat(SPACE.names()).hasSize(12).startsWith("maxDepth", "trees").endsWith("smooth", "bins");
        assertThat(SPACE.toString().lines())
                .hasSize(12)
                .contains(
                        "trees: integer on a log scale 50 to 5000",
                        "variancePower: real 1.1 to 1.9 when [objective=tweedie]",
                        "lambda: in order [0.0, 0.1, 1.0, 10.0]",
                        "bins: integer 2 to 9 when [hurdle=true, smooth=false]");
    }

    @Test
    void aConditionCarriesTheConditionsOfItsParent() {
        SearchSpace space = SearchSpace.builder()
                .flag("a")
                .when("a", true, inner -> inner.flag("b"))
                .when("b", true, inner -> inner.flag("c"))
                .build();
        assertThat(space.toString()).endsWith("c: one of [false, true] when [a=true, b=true]");
        assertThat(space.grid(2, 10)).hasSize(4);
    }

    @Test
    void aSpaceWithoutParametersIsRefused() {
        refused(b -> b, "a search space needs at least one parameter");
    }

    @Test
    void badRangesAreRefused() {
        refused(b -> b.integer("n", 8, 8), "'n' needs a finite range with low < high, got 8.0 to 8.0");
        refused(b -> b.real("x", 2, 1), "'x' needs a finite range with low < high, got 2.0 to 1.0");
        refused(b -> b.real("x", Double.NaN, 1), "'x' needs a finite range with low < high, got NaN to 1.0");
        refused(b -> b.real("x", 0, Double.POSITIVE_INFINITY), "'x' needs a finite range");
        refused(b -> b.real("x", -1e308, 1e308), "'x' needs a finite range");
        refused(b -> b.logReal("x", 0, 1), "'x' needs low > 0 on a log scale, got 0.0");
        refused(b -> b.logInteger("n", 0, 10), "'n' needs low > 0 on a log scale, got 0.0");
    }

    @Test
    void badChoicesAreRefused() {
        refused(b -> b.choice("c", "one"), "'c' needs at least two different values, got [one]");
        refused(b -> b.choice("c", "a", "b", "a"), "'c' needs at least two different values, got [a, b, a]");
        refused(b -> b.ordered("c", "one"), "'c' needs at least two different values, got [one]");
        refused(b -> b.ordered("c", 1.0, 0.5), "'c' needs finite, rising numbers, got [1.0, 0.5]");
        refused(b -> b.ordered("c", 1.0, Double.NaN), "'c' needs finite, rising numbers, got [1.0, NaN]");
    }

    @Test
    void badNamesAndConditionsAreRefused() {
        refused(b -> b.flag(" "), "a parameter needs a name");
        refused(b -> b.flag("f").real("f", 0, 1), "'f' is given twice");
        refused(
                b -> b.flag("f").when("g", true, inner -> inner.flag("h")),
                "a condition needs a choice given before and one of its values, got g=true");
        refused(
                b -> b.choice("c", "a", "b").when("c", "d", inner -> inner.flag("h")),
                "a condition needs a choice given before and one of its values, got c=d");
    }

    @Test
    void allProblemsAreReportedAtOnce() {
        assertThatThrownBy(() -> SearchSpace.builder()
                        .real("x", 2, 1)
                        .choice("c", "one")
                        .real("x", 0, 1)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "this is no search space: 'x' needs a finite range with low < high, got 2.0 to 1.0; 'c' needs"
                                + " at least two different values, got [one]; 'x' is given twice");
    }

    private static Settings with(Settings settings, String name, Object value) {
        Map<String, Object> values = new LinkedHashMap<>(settings.asMap());
        values.put(name, value);
        return new Settings(values);
    }

    private static void refused(UnaryOperator<SearchSpaceBuilder> parameters, String problem) {
        assertThatThrownBy(() -> parameters.apply(SearchSpace.builder()).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("this is no search space: " + problem);
    }
}
