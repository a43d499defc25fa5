package org.ltv4j.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.SharedData;

/** Every measure of the golden rules of the groceries: arules 1.7.13 and scipy, see {@code conventions} there. */
class MeasureReferenceTest {
    private static final double RELATIVE = 1e-12;

    /** What follows from other rules too, has another test; what arules computes otherwise than it says, is kept there as a warning. */
    private static final Set<String> ELSEWHERE = Set.of("boost", "improvement", "LIC", "stdLift");

    private static final Map<String, String> SAME = Map.of(
            "centeredConfidence", "addedValue",
            "arules.collectiveStrength", "",
            "arules.casualSupport", "",
            "arules.casualConfidence", "",
            "arules.leastContradiction", "",
            "casualConfidenceKodratoffDocs", "");

    private static final Map<String, Measure> BY_KEY =
            Arrays.stream(Measure.values()).collect(Collectors.toMap(Measure::key, Function.identity()));

    @TestFactory
    List<DynamicTest> measuresAreThoseOfTheReference() {
        Json reference = Json.read(SharedData.file("reference/rules-groceries.json"));
        long n = reference.get("dataset").get("baskets").integer();
        return reference.get("topRules").list().stream()
                .map(top -> DynamicTest.dynamicTest(
                        "by " + top.get("orderedBy").text() + " above "
                                + top.get("minSupport").number(),
                        () -> top.get("rules").list().forEach(rule -> check(rule, top, n))))
                .toList();
    }

    private static void check(Json rule, Json top, long n) {
        RuleCounts counts = new RuleCounts(
                rule.get("n11").integer(),
                rule.get("n1x").integer(),
                rule.get("nx1").integer(),
                n);
        Json expected = rule.get("measures");
        for (String name : expected.names()) {
            String key = SAME.getOrDefault(name, name);
            if (key.isEmpty() || ELSEWHERE.contains(name)) {
                continue;
            }
            if (expected.get(name).isNull()) {
                // arules gives NaN for 0 ln 0 and for infinite odds; the limits are meant
                assertThat(name).isIn("jMeasure", "mutualInformation", "yuleQ", "yuleY");
                continue;
            }
            close(name, BY_KEY.get(key).of(counts), expected.get(name).number(), counts);
        }
        close(
                "stdLift",
                counts.standardisedLift(
                        top.get("minSupport").number(), top.get("minConfidence").number()),
                expected.get("stdLift").number(),
                counts);
    }

    private static void close(String name, double actual, double expected, RuleCounts counts) {
        if (actual != expected && !(Math.abs(actual - expected) <= RELATIVE * Math.abs(expected))) {
            throw new AssertionError(name + " of " + counts + ": expected " + expected + ", got " + actual);
        }
    }
}
