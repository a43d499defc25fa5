package org.ltv4j.examples.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.outcome.Predictions;
import org.ltv4j.examples.quickstart.Quickstart;
import org.ltv4j.models.boost.XgbLtvModel;

class FromSalesToForecastTest {
    private static final Path SOURCE = Path.of("src/main/java/org/ltv4j/examples/library/FromSalesToForecast.java");
    private static final Path README = Path.of("../README.md");

    @Test
    void foretellsTheSpendOfTheBundledSample(@TempDir Path folder) throws IOException {
        Path sales = folder.resolve("sales.csv");
        try (InputStream in = Quickstart.class.getResourceAsStream("sample-cafe.csv")) {
            Files.copy(in, sales);
        }
        Path model = folder.resolve("trees.json");
        PrintStream stdout = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Predictions next;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            next = FromSalesToForecast.forecast(sales, model);
        } finally {
            System.setOut(stdout);
        }
        assertThat(next.size()).isGreaterThan(300);
        assertThat(next.asOf()).isEqualTo(LocalDate.of(2025, 6, 28)); // the last sale of the sample
        assertThat(Arrays.stream(next.values())).allMatch(value -> value >= 0 && value < 1000);
        assertThat(Models.load(model, XgbLtvModel.class).outcome()).isEqualTo(next.outcome());
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("EUR", "after 2025-03-30", "trees", "BG/NBD", "RMSE: ", "difference")
                .doesNotContain("failed on");
    }

    @Test
    void readmeShowsThisProgram() throws IOException {
        String source = Files.readString(SOURCE);
        int from = source.indexOf("{\n", source.indexOf("public static Predictions forecast")) + 2;
        String body = source.substring(from, source.indexOf("        return next90Days;", from));
        String readme = Files.readString(README).replace("\r\n", "\n");
        assertThat(readme).contains("```java\n" + (" ".repeat(8) + body.strip()).stripIndent() + "\n```");
    }
}
