package org.ltv4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ltv4j.core.testing.Json;

/** Runs the program inside the test, on one day, with its streams caught. */
final class Program {
    static final List<String> ALL = List.of("model.json", "report.html", "scores.csv", "summary.json");

    final Path folder;
    String out = "";
    String err = "";
    LocalDate today = LocalDate.of(2026, 1, 1);
    OutputFolder.Opener opener = OutputFolder.Opener.REAL;

    Program(Path folder) {
        this.folder = folder;
    }

    /** Runs on the options and gives the exit code. */
    int run(String... args) {
        ByteArrayOutputStream caughtOut = new ByteArrayOutputStream();
        ByteArrayOutputStream caughtErr = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--output", folder.toString()));
        Clock clock = Clock.fixed(today.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        int code = new Quickstart(stream(caughtOut), stream(caughtErr), clock, false, opener)
                .run(all.toArray(String[]::new));
        out = caughtOut.toString(StandardCharsets.UTF_8);
        err = caughtErr.toString(StandardCharsets.UTF_8);
        assertThat(err).doesNotContain("Exception", "\tat ");
        assertThat(err.lines().count()).as(err).isEqualTo(code == ExitCode.OK ? 0 : 1);
        return code;
    }

    /** Runs on a file with the columns {@code customer,date,amount}. */
    int runOn(Path file, String... more) {
        List<String> args = new ArrayList<>(
                List.of("--input", file.toString(), "--customer", "customer", "--date", "date", "--amount", "amount"));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** Names of the files in the output folder, hidden ones too; empty where there is no folder. */
    List<String> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Json summary() {
        return Json.read(folder.resolve("summary.json"));
    }

    /** The rows of the scores without the header. */
    List<String> scores() {
        return text("scores.csv").lines().skip(1).toList();
    }
}
