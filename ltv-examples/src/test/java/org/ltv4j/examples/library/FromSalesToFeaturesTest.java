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
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.transform.FittedPipeline;
import org.ltv4j.core.io.Models;
import org.ltv4j.examples.quickstart.Quickstart;

class FromSalesToFeaturesTest {
    private static final Path SOURCE = Path.of("src/main/java/org/ltv4j/examples/library/FromSalesToFeatures.java");
    private static final Path README = Path.of("../README.md");

    @Test
    void makesFeaturesOfTheBundledSample(@TempDir Path folder) throws IOException {
        Path sales = folder.resolve("sales.csv");
        try (InputStream in = Quickstart.class.getResourceAsStream("sample-cafe.csv")) {
            Files.copy(in, sales);
        }
        Path pipeline = folder.resolve("pipeline.json");
        PrintStream stdout = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        FeatureMatrix features;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            features = FromSalesToFeatures.features(sales, pipeline);
        } finally {
            System.setOut(stdout);
        }
        assertThat(features.rows()).isGreaterThan(300);
        assertThat(features.columns()).isGreaterThan(40);
        assertThat(features.column("big_purchases")).hasSize(features.rows()).doesNotContain(Double.NaN);
        FittedPipeline loaded = Models.load(pipeline, FittedPipeline.class);
        assertThat(loaded.output()).isEqualTo(features.schema());
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("one customer: " + features.columns());
    }

    @Test
    void theReadmeShowsThisProgram() throws IOException {
        String source = Files.readString(SOURCE);
        int from = source.indexOf("{\n", source.indexOf("public static FeatureMatrix features")) + 2;
        String body = source.substring(from, source.indexOf("        return ready;", from));
        String readme = Files.readString(README).replace("\r\n", "\n");
        assertThat(readme).contains("```java\n" + (" ".repeat(8) + body.strip()).stripIndent() + "\n```");
    }
}
