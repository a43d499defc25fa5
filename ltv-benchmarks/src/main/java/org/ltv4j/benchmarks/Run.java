package org.ltv4j.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one run, as read from the JSON that JMH writes.
 *
 * @param figures one per benchmark and parameters, in the order of the file
 */
public record Run(List<Figure> figures) {
    private static final String PACKAGE = "org.ltv4j.benchmarks.";

    /**
     * Copies the list.
     *
     * @param figures one per benchmark and parameters
     */
    public Run {
        figures = List.copyOf(figures);
    }

    /**
     * What one benchmark cost per operation, at the least over all forks and iterations: noise only ever adds.
     *
     * @param group class of the benchmark and its parameters, such as {@code Likelihood[customers=2357]}
     * @param method what was measured there: {@code ltv4j}, or a rival's name
     * @param cpu CPU time in nanoseconds
     * @param wall wall-clock time in nanoseconds
     * @param bytes allocated bytes, or NaN if the run did not count them
     */
    public record Figure(String group, String method, double cpu, double wall, double bytes) {
        /**
         * What identifies this figure in another run.
         *
         * @return method and group
         */
        public String name() {
            return group.replaceFirst("(\\[|$)", "." + method + "$1");
        }
    }

    /**
     * Reads a result file.
     *
     * @param file JSON as JMH writes it, made with {@link CpuTimeProfiler}
     * @return its figures
     * @throws IOException if the file cannot be read or is not such JSON
     */
    public static Run read(Path file) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            parser.nextToken();
            List<Figure> figures = new ArrayList<>();
            for (Object entry : list(value(parser), file)) {
                figures.add(figure(map(entry, file), file));
            }
            return new Run(figures);
        }
    }

    private static Figure figure(Map<?, ?> entry, Path file) throws IOException {
        String benchmark = String.valueOf(entry.get("benchmark")).replace(PACKAGE, "");
        int dot = benchmark.lastIndexOf('.');
        String type = benchmark.substring(0, dot);
        Object params = entry.get("params");
        String group = params == null
                ? type
                : type
                        + new TreeMap<>(map(params, file))
                                .toString()
                                .replace('{', '[')
                                .replace('}', ']');
        Map<?, ?> others = map(entry.get("secondaryMetrics"), file);
        return new Figure(
                group,
                benchmark.substring(dot + 1),
                least(map(others.get(CpuTimeProfiler.LABEL), file), file),
                least(map(entry.get("primaryMetric"), file), file),
                others.get("gc.alloc.rate.norm") == null
                        ? Double.NaN
                        : least(map(others.get("gc.alloc.rate.norm"), file), file));
    }

    private static double least(Map<?, ?> metric, Path file) throws IOException {
        double least = Double.POSITIVE_INFINITY;
        for (Object fork : list(metric.get("rawData"), file)) {
            for (Object iteration : list(fork, file)) {
                least = Math.min(least, ((Number) iteration).doubleValue());
            }
        }
        return least;
    }

    private static List<?> list(@Nullable Object value, Path file) throws IOException {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IOException(file + " is not a JMH result with " + CpuTimeProfiler.LABEL);
    }

    private static Map<?, ?> map(@Nullable Object value, Path file) throws IOException {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IOException(file + " is not a JMH result with " + CpuTimeProfiler.LABEL);
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, value(parser));
            }
            return fields;
        }
        if (token == JsonToken.START_ARRAY) {
            List<@Nullable Object> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value(parser));
            }
            return elements;
        }
        return token != null && token.isNumeric() ? (Object) parser.getDoubleValue() : parser.getValueAsString();
    }
}
