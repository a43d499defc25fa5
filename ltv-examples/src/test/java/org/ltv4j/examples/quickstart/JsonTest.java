package org.ltv4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void printsEveryKindOfValueInOrder() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("text", "a \"b\" \\ \n \u0001 字 \uD800");
        root.put("number", 0.1);
        root.put("whole", 3L);
        root.put("truth", true);
        root.put("absent", OptionalDouble.empty());
        root.put("present", Optional.of(1.5));
        root.put("list", List.of(1, 2));
        root.put("empty", List.of());
        root.put("none", Map.of());
        assertThat(Json.print(root)).isEqualTo("""
                {
                  "text": "a \\"b\\" \\\\ \\n \\u0001 字 \\ud800",
                  "number": 0.1,
                  "whole": 3,
                  "truth": true,
                  "absent": null,
                  "present": 1.5,
                  "list": [
                    1,
                    2
                  ],
                  "empty": [],
                  "none": {}
                }
                """);
    }

    @Test
    void refusesWhatJsonDoesNotHave() {
        assertThatThrownBy(() -> Json.print(Map.of("x", Double.NaN))).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(seed = "20261122")
    void numbersReadBackToTheSameValue(@ForAll double value) {
        assertThat(Double.parseDouble(Json.number(value))).isEqualTo(value == 0 ? 0.0 : value);
    }
}
