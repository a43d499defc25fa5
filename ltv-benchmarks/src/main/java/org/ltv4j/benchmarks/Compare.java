package org.ltv4j.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Prints the ratios of one run to its rivals, or of two runs to each other.
 *
 * <p>Two runs are compared after dividing each figure by the run's anchor, the textbook likelihood, whose code never
 * changes: what a busier or slower machine does to both then cancels out.
 */
public final class Compare {
    /** What every run measures with the same code, to be divided by. */
    static final String ANCHOR = "Likelihood.textbook[customers=2357]";

    /** Slower by more than this is worth a look. */
    static final double WARN = 1.10;

    /** Slower by more than this is a regression. */
    static final double FAIL = 1.25;

    private static final String OURS = "ltv4j";

    private Compare() {}

    /**
     * Compares.
     *
     * @param args {@code NEW.json} for the ratios to the rivals, or {@code OLD.json NEW.json}
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length == 1) {
            rivals(Run.read(Path.of(args[0]))).forEach(out::println);
        } else if (args.length == 2) {
            Verdict verdict = runs(Run.read(Path.of(args[0])), Run.read(Path.of(args[1])));
            verdict.lines().forEach(out::println);
            System.exit(verdict.failed() ? 1 : 0);
        } else {
            System.err.println("usage: compare NEW.json | compare OLD.json NEW.json");
            System.exit(2);
        }
    }

    /**
     * The comparison of two runs.
     *
     * @param lines a table in Markdown
     * @param failed whether a benchmark became slower by more than {@link #FAIL}
     */
    record Verdict(List<String> lines, boolean failed) {
        Verdict {
            lines = List.copyOf(lines);
        }
    }

    static List<String> rivals(Run run) {
        Map<String, Double> ours = new LinkedHashMap<>();
        run.figures().stream().filter(f -> f.method().equals(OURS)).forEach(f -> ours.put(f.group(), f.cpu()));
        List<String> lines = new java.util.ArrayList<>(List.of(
                "| benchmark | CPU per operation | wall | bytes | CPU, of ltv4j's |",
                "| --- | --- | --- | --- | --- |"));
        for (Run.Figure figure : run.figures()) {
            Double own = ours.get(figure.group());
            String ratio = own == null || figure.method().equals(OURS) ? "" : text("%.2f", figure.cpu() / own);
            lines.add(text(
                    "| %s | %s | %s | %s | %s |",
                    figure.name(),
                    time(figure.cpu()),
                    time(figure.wall()),
                    Double.isNaN(figure.bytes()) ? "" : text("%.1f", figure.bytes()),
                    ratio));
        }
        return lines;
    }

    static Verdict runs(Run before, Run after) {
        Map<String, Run.Figure> old = new LinkedHashMap<>();
        before.figures().forEach(f -> old.put(f.name(), f));
        double drift = anchor(before).isPresent() && anchor(after).isPresent()
                ? anchor(after).get() / anchor(before).get()
                : 1;
        List<String> lines = new java.util.ArrayList<>(List.of(
                text("the anchor %s took %.2f times as long as before; the ratios are freed of that", ANCHOR, drift),
                "| benchmark | before | after | ratio | |",
                "| --- | --- | --- | --- | --- |"));
        boolean failed = false;
        for (Run.Figure figure : after.figures()) {
            Run.Figure match = old.remove(figure.name());
            if (match == null) {
                lines.add(text("| %s | | %s | | new |", figure.name(), time(figure.cpu())));
                continue;
            }
            double ratio = figure.cpu() / match.cpu() / drift;
            boolean judged = figure.method().startsWith(OURS);
            failed |= judged && ratio > FAIL;
            String word = !judged
                    ? "rival"
                    : ratio > FAIL ? "SLOWER" : ratio > WARN ? "slower?" : ratio < 1 / WARN ? "faster" : "";
            lines.add(text(
                    "| %s | %s | %s | %.2f | %s |", figure.name(), time(match.cpu()), time(figure.cpu()), ratio, word));
        }
        old.values().forEach(f -> lines.add(text("| %s | %s | | | gone |", f.name(), time(f.cpu()))));
        return new Verdict(lines, failed);
    }

    private static Optional<Double> anchor(Run run) {
        return run.figures().stream()
                .filter(f -> f.name().equals(ANCHOR))
                .map(Run.Figure::cpu)
                .findFirst();
    }

    private static String time(double nanos) {
        if (nanos < 1e4) {
            return text("%.1f ns", nanos);
        }
        return nanos < 1e7 ? text("%.1f us", nanos / 1e3) : text("%.1f ms", nanos / 1e6);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
