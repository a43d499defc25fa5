package org.ltv4j.core.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.core.model.Provenance;

/**
 * Gives the members of an object of a model document, each with its type and range checked. Whatever is wrong is a {@link
 * ModelFormatException} that names the place, such as {@code $.parameters.r}. Members may be asked for in any order; those
 * that nobody asked for are reported as unknown once the codec is done.
 */
public final class ModelReader {
    private static final double MAX_WHOLE = 1L << 53;

    private final String path;
    private final Map<String, Object> members;
    private final Set<String> asked = new HashSet<>();
    private final Map<String, List<ModelReader>> inner = new HashMap<>();

    ModelReader(String path, Map<String, Object> members) {
        this.path = path;
        this.members = members;
    }

    /**
     * Where in the document this object stands.
     *
     * @return a path such as {@code $.parameters}
     */
    public String path() {
        return path;
    }

    /**
     * The names of all members, in the order of the document.
     *
     * @return the names
     */
    public List<String> names() {
        return List.copyOf(members.keySet());
    }

    /**
     * Whether there is such a member.
     *
     * @param name name of the member
     * @return true if it is there
     */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /**
     * A finite number.
     *
     * @param name name of the member
     * @return the number, the same bits that were written
     */
    public double number(String name) {
        return number(name, value(name));
    }

    /**
     * A number within a closed range.
     *
     * @param name name of the member
     * @param min smallest allowed
     * @param max largest allowed
     * @return the number
     */
    public double number(String name, double min, double max) {
        double number = number(name);
        if (!(number >= min && number <= max)) {
            throw error(name, "need a number from " + min + " to " + max + ", got " + number);
        }
        return number;
    }

    /**
     * A finite number above 0.
     *
     * @param name name of the member
     * @return the number
     */
    public double positive(String name) {
        double number = number(name);
        if (!(number > 0)) {
            throw error(name, "need a number above 0, got " + number);
        }
        return number;
    }

    /**
     * A finite number that may be missing.
     *
     * @param name name of the member
     * @return the number, or empty where there is no such member
     */
    public OptionalDouble optionalNumber(String name) {
        return has(name) ? OptionalDouble.of(number(name)) : OptionalDouble.empty();
    }

    /**
     * A number that may be infinite, written by {@link ModelWriter#numberOrInfinity}.
     *
     * @param name name of the member
     * @return the number, never NaN
     */
    public double numberOrInfinity(String name) {
        Object value = value(name);
        if ("infinity".equals(value)) {
            return Double.POSITIVE_INFINITY;
        }
        return "-infinity".equals(value) ? Double.NEGATIVE_INFINITY : number(name, value);
    }

    /**
     * A whole number within a closed range.
     *
     * @param name name of the member
     * @param min smallest allowed
     * @param max largest allowed
     * @return the number
     */
    public int integer(String name, int min, int max) {
        return (int) whole(name, min, max);
    }

    /**
     * A whole number within a closed range.
     *
     * @param name name of the member
     * @param min smallest allowed, at least -2^53
     * @param max largest allowed, at most 2^53
     * @return the number
     */
    public long whole(String name, long min, long max) {
        return whole(name, value(name), min, max);
    }

    /**
     * A text.
     *
     * @param name name of the member
     * @return the text
     */
    public String text(String name) {
        return text(name, value(name));
    }

    /**
     * True or false.
     *
     * @param name name of the member
     * @return the truth
     */
    public boolean flag(String name) {
        Object value = value(name);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrongType(name, "true or false", value);
    }

    /**
     * One of a closed set of choices, by its name.
     *
     * @param name name of the member
     * @param choices the enum of the choices
     * @param <E> the enum
     * @return the choice
     */
    public <E extends Enum<E>> E choice(String name, Class<E> choices) {
        String text = text(name);
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equals(text)) {
                return choice;
            }
        }
        throw error(
                name, "need one of " + Arrays.toString(choices.getEnumConstants()) + ", got '" + shortened(text) + "'");
    }

    /**
     * Finite numbers in order.
     *
     * @param name name of the member
     * @return the numbers
     */
    public double[] numbers(String name) {
        return numbers(name, value(name));
    }

    /**
     * Rows of finite numbers.
     *
     * @param name name of the member
     * @return the rows, in order
     */
    public List<List<Double>> rows(String name) {
        List<?> list = list(name, value(name));
        List<List<Double>> rows = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            rows.add(Arrays.stream(numbers(name + "[" + i + "]", list.get(i)))
                    .boxed()
                    .toList());
        }
        return rows;
    }

    /**
     * Whole numbers in order, each within a closed range.
     *
     * @param name name of the member
     * @param min smallest allowed
     * @param max largest allowed
     * @return the numbers
     */
    public int[] integers(String name, int min, int max) {
        List<?> list = list(name, value(name));
        int[] numbers = new int[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (int) whole(name + "[" + i + "]", list.get(i), min, max);
        }
        return numbers;
    }

    /**
     * Texts in order.
     *
     * @param name name of the member
     * @return the texts
     */
    public List<String> texts(String name) {
        List<?> list = list(name, value(name));
        List<String> texts = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            texts.add(text(name + "[" + i + "]", list.get(i)));
        }
        return texts;
    }

    /**
     * An object within this one.
     *
     * @param name name of the member
     * @return its members
     */
    public ModelReader object(String name) {
        Object value = value(name);
        return inner.computeIfAbsent(name, n -> List.of(reader(n, value))).get(0);
    }

    /**
     * Objects in order.
     *
     * @param name name of the member
     * @return the members of each
     */
    public List<ModelReader> objects(String name) {
        List<?> list = list(name, value(name));
        return inner.computeIfAbsent(name, n -> {
            List<ModelReader> readers = new ArrayList<>(list.size());
            for (int i = 0; i < list.size(); i++) {
                readers.add(reader(n + "[" + i + "]", list.get(i)));
            }
            return readers;
        });
    }

    /**
     * A whole model within this one.
     *
     * @param name name of the member
     * @param type what the model must be
     * @param <M> what the model must be
     * @return the inner model
     */
    public <M extends LtvModel> M model(String name, Class<M> type) {
        return Codecs.read(object(name), type);
    }

    /**
     * The report of the fit, from the member {@code fit}.
     *
     * @return the report, or empty where there is none
     */
    public Optional<FitReport> fit() {
        return has("fit") ? Optional.of(FitReports.read(object("fit"))) : Optional.empty();
    }

    /**
     * What a model was made from, from the member {@code provenance}.
     *
     * @return data and options
     */
    public Provenance provenance() {
        return FitReports.readProvenance(object("provenance"));
    }

    /**
     * The exception for a member whose value a codec finds wrong.
     *
     * @param name name of the member
     * @param problem what is allowed and what stands there
     * @return the exception, to be thrown
     */
    public ModelFormatException error(String name, String problem) {
        return new ModelFormatException(path + "." + shortened(name) + ": " + problem);
    }

    /** Checks that every member was asked for, here and in the objects below. */
    void finish() {
        for (String name : members.keySet()) {
            if (!asked.contains(name)) {
                throw error(
                        name,
                        "unknown member, this version knows "
                                + asked.stream().sorted().toList());
            }
        }
        inner.values().forEach(readers -> readers.forEach(ModelReader::finish));
    }

    private Object value(String name) {
        Object value = members.get(name);
        if (value == null) {
            throw error(name, "missing");
        }
        asked.add(name);
        return value;
    }

    private double number(String name, @Nullable Object value) {
        if (value instanceof Double number) {
            return number;
        }
        throw wrongType(name, "a number", value);
    }

    private long whole(String name, @Nullable Object value, long min, long max) {
        double number = number(name, value);
        if (number != Math.rint(number) || Math.abs(number) > MAX_WHOLE || number < min || number > max) {
            throw error(name, "need a whole number from " + min + " to " + max + ", got " + Numbers.text(number));
        }
        return (long) number;
    }

    private String text(String name, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw wrongType(name, "a text", value);
    }

    private double[] numbers(String name, @Nullable Object value) {
        List<?> list = list(name, value);
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(name + "[" + i + "]", list.get(i));
        }
        return numbers;
    }

    private List<?> list(String name, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrongType(name, "an array", value);
    }

    @SuppressWarnings("unchecked")
    private ModelReader reader(String name, @Nullable Object value) {
        if (value instanceof Map) {
            return new ModelReader(path + "." + name, (Map<String, Object>) value);
        }
        throw wrongType(name, "an object", value);
    }

    private ModelFormatException wrongType(String name, String wanted, @Nullable Object value) {
        String found = value instanceof Map
                ? "an object"
                : value instanceof List
                        ? "an array"
                        : value instanceof String text ? "the text '" + shortened(text) + "'" : String.valueOf(value);
        return error(name, "need " + wanted + ", got " + found);
    }

    /** Enough of a text to recognise it; a hostile document does not get to fill the log. */
    static String shortened(String text) {
        String line = text.codePoints()
                .limit(60)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.length() < text.length()
                ? line + String.format(Locale.ROOT, "... (%d characters)", text.length())
                : line;
    }
}
