package org.ltv4j.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks, or compares or draws their results.
 *
 * <pre>
 * java -jar ltv-benchmarks.jar [--out FILE] [--brief] [PATTERN..]   run all, or those that match
 * java -jar ltv-benchmarks.jar compare [OLD.json] NEW.json          ratios to the rivals, or to an older run
 * java -jar ltv-benchmarks.jar plot NEW.json FOLDER                 what mining costs, as charts
 * </pre>
 */
public final class Benchmarks {
    /** Scoring one customer allocates nothing; JMH itself shows up as a fraction of a byte. */
    private static final double NO_BYTES = 0.5;

    /**
     * A list of five recommendations: an object, five numbers of items and five scores, with the headers of their arrays. What JMH allocates
     * itself is spread over fewer calls here than for one customer.
     */
    private static final double LIST_OF_FIVE = 24 + 40 + 56 + 8;

    /** What a call may allocate, by how the name of the benchmark begins. */
    private static final Map<String, Double> MOST_BYTES = Map.of(
            "OneCustomer", NO_BYTES,
            "TreeSingleRow", NO_BYTES,
            "RulesAtTheTill", LIST_OF_FIVE,
            "OfferAtTheTill", LIST_OF_FIVE);

    private Benchmarks() {}

    /**
     * Runs, compares or draws.
     *
     * @param args see the class
     * @throws IOException if a result file cannot be written or read
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] args) throws IOException, RunnerException {
        if (args.length > 0 && args[0].equals("compare")) {
            Compare.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        if (args.length == 3 && args[0].equals("plot")) {
            MiningPlot.write(Run.read(Path.of(args[1])), Path.of(args[2]));
            return;
        }
        Path file = Path.of("benchmarks.json");
        boolean brief = false;
        ChainedOptionsBuilder options = new OptionsBuilder();
        for (Deque<String> rest = new ArrayDeque<>(List.of(args)); !rest.isEmpty(); ) {
            String arg = rest.remove();
            if (arg.equals("--out") && !rest.isEmpty()) {
                file = Path.of(rest.remove());
            } else if (arg.equals("--brief")) {
                brief = true;
            } else if (arg.startsWith("--")) {
                System.err.println("unknown option " + arg + "; known: --out FILE, --brief");
                System.exit(2);
            } else {
                options.include(arg);
            }
        }
        if (brief) {
            options.forks(1).warmupIterations(2).measurementIterations(2);
        }
        if (!ShopBaskets.areThere()) {
            options.exclude(ItemsetsOfShops.class.getSimpleName());
        }
        new Runner(options.shouldFailOnError(true)
                        .addProfiler(CpuTimeProfiler.class)
                        .addProfiler(GCProfiler.class)
                        .resultFormat(ResultFormatType.JSON)
                        .result(file.toString())
                        .build())
                .run();
        Run run = Run.read(file);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Compare.rivals(run).forEach(out::println);
        List<Run.Figure> wasteful = allocating(run);
        wasteful.forEach(f -> out.println("allocates " + f.bytes() + " bytes per call, more than it may: " + f.name()));
        System.exit(wasteful.isEmpty() ? 0 : 1);
    }

    static List<Run.Figure> allocating(Run run) {
        return run.figures().stream()
                .filter(f -> f.method().startsWith("ltv4j"))
                .filter(f -> MOST_BYTES.entrySet().stream()
                        .anyMatch(most -> f.group().startsWith(most.getKey()) && !(f.bytes() < most.getValue())))
                .toList();
    }
}
