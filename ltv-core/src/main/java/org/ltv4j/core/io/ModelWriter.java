package org.ltv4j.core.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.core.model.Provenance;

/**
 * Takes the members of an object of a model document, in the order in which they shall stand there. A value that JSON cannot
 * hold, or a name given twice, is an {@link IllegalArgumentException} that names the place.
 */
public final class ModelWriter {
    private static final long MAX_WHOLE = 1L << 53;

    private final String path;
    private final Map<String, Object> members = new LinkedHashMap<>();

    ModelWriter(String path) {
        this.path = path;
    }

    Map<String, Object> members() {
        return members;
    }

    /**
     * A finite number, kept to the last bit.
     *
     * @param name name of the member
     * @param value a finite number
     * @return this writer
     */
    public ModelWriter number(String name, double value) {
        return put(name, finite(name, value));
    }

    /**
     * A number that may be missing: nothing is written then.
     *
     * @param name name of the member
     * @param value a finite number or empty
     * @return this writer
     */
    public ModelWriter optionalNumber(String name, OptionalDouble value) {
        return value.isPresent() ? number(name, value.getAsDouble()) : this;
    }

    /**
     * A number that may be infinite, which JSON writes as the text {@code infinity} or {@code -infinity}.
     *
     * @param name name of the member
     * @param value a number, not NaN
     * @return this writer
     */
    public ModelWriter numberOrInfinity(String name, double value) {
        return Double.isInfinite(value) ? text(name, value > 0 ? "infinity" : "-infinity") : number(name, value);
    }

    /**
     * A whole number.
     *
     * @param name name of the member
     * @param value from -2^53 to 2^53
     * @return this writer
     */
    public ModelWriter integer(String name, long value) {
        return put(name, whole(name, value));
    }

    /**
     * A text.
     *
     * @param name name of the member
     * @param value any valid Unicode
     * @return this writer
     */
    public ModelWriter text(String name, String value) {
        return put(name, unicode(name, value));
    }

    /**
     * True or false.
     *
     * @param name name of the member
     * @param value the truth
     * @return this writer
     */
    public ModelWriter flag(String name, boolean value) {
        return put(name, value);
    }

    /**
     * One of a closed set of choices, by its name.
     *
     * @param name name of the member
     * @param value the choice
     * @return this writer
     */
    public ModelWriter choice(String name, Enum<?> value) {
        return put(name, value.name());
    }

    /**
     * Finite numbers in order.
     *
     * @param name name of the member
     * @param values finite numbers
     * @return this writer
     */
    public ModelWriter numbers(String name, double... values) {
        List<Object> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(finite(name, value));
        }
        return put(name, list);
    }

    /**
     * Rows of finite numbers.
     *
     * @param name name of the member
     * @param rows the rows, in order
     * @return this writer
     */
    public ModelWriter rows(String name, List<List<Double>> rows) {
        List<Object> list = new ArrayList<>(rows.size());
        for (List<Double> row : rows) {
            row.forEach(value -> finite(name, value));
            list.add(List.copyOf(row));
        }
        return put(name, list);
    }

    /**
     * Whole numbers in order.
     *
     * @param name name of the member
     * @param values whole numbers
     * @return this writer
     */
    public ModelWriter integers(String name, int... values) {
        List<Object> list = new ArrayList<>(values.length);
        for (int value : values) {
            list.add((long) value);
        }
        return put(name, list);
    }

    /**
     * Texts in order.
     *
     * @param name name of the member
     * @param values any valid Unicode
     * @return this writer
     */
    public ModelWriter texts(String name, Collection<String> values) {
        List<Object> list = new ArrayList<>(values.size());
        values.forEach(value -> list.add(unicode(name, value)));
        return put(name, list);
    }

    /**
     * An object within this one.
     *
     * @param name name of the member
     * @param content writes its members
     * @return this writer
     */
    public ModelWriter object(String name, Consumer<ModelWriter> content) {
        ModelWriter inner = new ModelWriter(path + "." + name);
        content.accept(inner);
        return put(name, inner.members);
    }

    /**
     * Objects in order.
     *
     * @param name name of the member
     * @param items one object each
     * @param content writes the members of one of them
     * @param <T> what is written
     * @return this writer
     */
    public <T> ModelWriter objects(String name, Collection<T> items, BiConsumer<T, ModelWriter> content) {
        List<Object> list = new ArrayList<>(items.size());
        for (T item : items) {
            ModelWriter inner = new ModelWriter(path + "." + name + "[" + list.size() + "]");
            content.accept(item, inner);
            list.add(inner.members);
        }
        return put(name, list);
    }

    /**
     * A whole model within this one, of any kind that has a codec.
     *
     * @param name name of the member
     * @param model the inner model
     * @return this writer
     */
    public ModelWriter model(String name, LtvModel model) {
        return object(name, inner -> Codecs.write(model, inner));
    }

    /**
     * The report of the fit as the member {@code fit}; nothing is written when there is none.
     *
     * @param report the report or empty
     * @return this writer
     */
    public ModelWriter fit(Optional<FitReport> report) {
        return report.isPresent() ? object("fit", inner -> FitReports.write(report.get(), inner)) : this;
    }

    /**
     * What a model was made from, as the member {@code provenance}, for models whose report is one of their own.
     *
     * @param provenance data and options
     * @return this writer
     */
    public ModelWriter provenance(Provenance provenance) {
        return object("provenance", inner -> FitReports.writeProvenance(provenance, inner));
    }

    ModelWriter put(String name, Object value) {
        if (members.putIfAbsent(unicode(name, name), value) != null) {
            throw new IllegalArgumentException(path + "." + name + " is written twice");
        }
        return this;
    }

    private Double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    path + "." + name + " cannot be saved: need a finite number, got " + value);
        }
        return value;
    }

    private Long whole(String name, long value) {
        if (value < -MAX_WHOLE || value > MAX_WHOLE) {
            throw new IllegalArgumentException(
                    path + "." + name + " cannot be saved: need a whole number of at most 2^53, got " + value);
        }
        return value;
    }

    private String unicode(String name, String value) {
        int half = JsonText.halfCharacter(value);
        if (half >= 0) {
            throw new IllegalArgumentException(
                    path + "." + name + " cannot be saved: half a character (surrogate) at place " + half);
        }
        return value;
    }
}
