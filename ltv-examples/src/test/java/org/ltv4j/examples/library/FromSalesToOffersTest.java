package org.ltv4j.examples.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.io.Models;
import org.ltv4j.examples.quickstart.Quickstart;
import org.ltv4j.segmentation.recommend.Fallback;
import org.ltv4j.segmentation.recommend.Recommendations;
import org.ltv4j.segmentation.recommend.Selection;
import org.ltv4j.segmentation.recommend.Visit;

class FromSalesToOffersTest {
    private static final Path SOURCE = Path.of("src/main/java/org/ltv4j/examples/library/FromSalesToOffers.java");
    private static final Path README = Path.of("../README.md");

    @Test
    void findsWhatTheBundledSampleIsMadeOf(@TempDir Path folder) throws IOException {
        Path sales = folder.resolve("sales.csv");
        try (InputStream in = Quickstart.class.getResourceAsStream("sample-cafe.csv")) {
            Files.copy(in, sales);
        }
        Path model = folder.resolve("offers.json");
        PrintStream stdout = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Recommendations three;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            three = FromSalesToOffers.offers(sales, model);
        } finally {
            System.setOut(stdout);
        }
        // in the simulated cafe who has a cappuccino is tempted by a croissant
        assertThat(three.names()).hasSize(3).startsWith("croissant");
        Fallback loaded = Models.load(model, Fallback.class);
        assertThat(loaded.recommend(Visit.of(loaded.items(), List.of("cappuccino")), Selection.top(3))
                        .names())
                .isEqualTo(three.names());
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("=> {tea}", "baskets, lift", "reminders to send", "cappuccino");
    }

    @Test
    void readmeShowsThisProgram() throws IOException {
        String source = Files.readString(SOURCE);
        int from = source.indexOf("{\n", source.indexOf("public static Recommendations offers")) + 2;
        String body = source.substring(from, source.indexOf("        return three;", from));
        String readme = Files.readString(README).replace("\r\n", "\n");
        assertThat(readme).contains("```java\n" + (" ".repeat(8) + body.strip()).stripIndent() + "\n```");
    }
}
