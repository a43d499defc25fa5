package org.ltv4j.examples.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.model.ValueModel;
import org.ltv4j.core.score.CustomerScores;
import org.ltv4j.examples.quickstart.Quickstart;

class FromSalesToScoresTest {
    private static final Path SOURCE = Path.of("src/main/java/org/ltv4j/examples/library/FromSalesToScores.java");
    private static final Path README = Path.of("../README.md");

    @Test
    void scoresTheBundledSample(@TempDir Path folder) throws IOException {
        Path sales = folder.resolve("sales.csv");
        try (InputStream in = Quickstart.class.getResourceAsStream("sample-cafe.csv")) {
            Files.copy(in, sales);
        }
        Path model = folder.resolve("model.json");
        PrintStream stdout = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        CustomerScores scores;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            scores = FromSalesToScores.score(sales, model);
        } finally {
            System.setOut(stdout);
        }
        assertThat(scores.size()).isGreaterThan(300);
        assertThat(scores.scorer().model()).isEqualTo(Models.load(model, ValueModel.class));
        String best = scores.id(scores.top(1)[0]);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains(best + "  ");
    }

    @Test
    void theReadmeShowsThisProgram() throws IOException {
        String source = Files.readString(SOURCE);
        int from = source.indexOf("{\n", source.indexOf("public static CustomerScores score")) + 2;
        String body = source.substring(from, source.indexOf("        return scores;", from));
        String readme = Files.readString(README).replace("\r\n", "\n");
        assertThat(readme).contains("```java\n" + (" ".repeat(8) + body.strip()).stripIndent() + "\n```");
    }
}
