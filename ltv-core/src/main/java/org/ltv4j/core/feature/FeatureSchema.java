package org.ltv4j.core.feature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/**
 * The features of a matrix in their order. Two schemas are equal if name, type, unit and formula of all features are, in the
 * same order; the fingerprint says so in 64 hexadecimal digits. A model keeps the schema it was fitted on and refuses
 * another.
 */
public final class FeatureSchema {
    private final List<Feature> features;
    private final Map<String, Integer> places = new HashMap<>();
    private final String fingerprint;

    /**
     * A schema of these features.
     *
     * @param features at least one, of different names, in order
     * @throws InvalidDataException if there is none or a name stands twice
     */
    public FeatureSchema(List<Feature> features) {
        this.features = List.copyOf(features);
        if (this.features.isEmpty()) {
            throw new InvalidDataException("a schema needs at least one feature");
        }
        for (int i = 0; i < this.features.size(); i++) {
            if (places.put(this.features.get(i).name(), i) != null) {
                throw new InvalidDataException(
                        "feature " + this.features.get(i).name() + " stands twice in the schema: rename one");
            }
        }
        this.fingerprint = fingerprintOf(this.features);
    }

    private static String fingerprintOf(List<Feature> features) {
        StringBuilder text = new StringBuilder();
        for (Feature feature : features) {
            for (String part :
                    List.of(feature.name(), feature.type().name(), feature.unit(), feature.formula(), feature.asOf())) {
                text.append(part.length()).append(':').append(part);
            }
        }
        return HexFormat.of().formatHex(Digests.sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * How many features there are.
     *
     * @return at least 1
     */
    public int size() {
        return features.size();
    }

    /**
     * All features.
     *
     * @return in order
     */
    public List<Feature> features() {
        return features;
    }

    /**
     * The feature at a place.
     *
     * @param place from 0
     * @return the feature
     */
    public Feature feature(int place) {
        return features.get(place);
    }

    /**
     * The names of all features.
     *
     * @return in order
     */
    public List<String> names() {
        return features.stream().map(Feature::name).toList();
    }

    /**
     * The place of a feature.
     *
     * @param name its name
     * @return from 0
     * @throws InvalidDataException if there is no such feature
     */
    public int index(String name) {
        Integer place = places.get(name);
        if (place == null) {
            throw new InvalidDataException("no feature " + name + "; there are: " + String.join(", ", names()));
        }
        return place;
    }

    /**
     * Whether there is a feature of a name.
     *
     * @param name the name
     * @return true if there is
     */
    public boolean has(String name) {
        return places.containsKey(name);
    }

    /**
     * SHA-256 over name, type, unit, formula and as-of rule of all features in order.
     *
     * @return 64 hexadecimal digits, equal for equal schemas on every machine
     */
    public String fingerprint() {
        return fingerprint;
    }

    /**
     * Checks that features given to a model are those it was fitted on.
     *
     * @param given what it is to score
     * @throws InvalidDataException telling what is missing, what is new, what moved and what changed its meaning
     */
    public void requireSame(FeatureSchema given) {
        if (fingerprint.equals(given.fingerprint)) {
            return;
        }
        List<String> differences = new ArrayList<>();
        List<String> absent = names().stream().filter(name -> !given.has(name)).toList();
        List<String> extra = given.names().stream().filter(name -> !has(name)).toList();
        if (!absent.isEmpty()) {
            differences.add("missing: " + String.join(", ", absent));
        }
        if (!extra.isEmpty()) {
            differences.add("not expected: " + String.join(", ", extra));
        }
        for (int i = 0; i < size(); i++) {
            Feature mine = feature(i);
            if (given.has(mine.name())) {
                Feature other = given.feature(given.index(mine.name()));
                if (!mine.type().equals(other.type())
                        || !mine.unit().equals(other.unit())
                        || !mine.formula().equals(other.formula())
                        || !mine.asOf().equals(other.asOf())) {
                    differences.add(mine.name() + " means something else (expected " + meaningOf(mine) + ", got "
                            + meaningOf(other) + ")");
                }
            }
        }
        if (differences.isEmpty()) {
            differences.add("same features in another order: expected " + String.join(", ", names()) + ", got "
                    + String.join(", ", given.names()));
        }
        throw new InvalidDataException("these features are not those the model was fitted on: "
                + String.join("; ", differences) + ". Make them with the plan that the model was fitted with");
    }

    /**
     * Writes the schema as a part of a model document.
     *
     * @param out takes its members
     */
    public void write(ModelWriter out) {
        out.objects(
                "features",
                features,
                (feature, one) -> one.text("name", feature.name())
                        .choice("type", feature.type())
                        .text("unit", feature.unit())
                        .text("meaning", feature.meaning())
                        .text("formula", feature.formula())
                        .text("source", feature.source())
                        .text("asOf", feature.asOf())
                        .text("missing", feature.missing())
                        .choice("sensitivity", feature.sensitivity()));
        out.text("fingerprint", fingerprint);
    }

    /**
     * Reads a schema from a model document.
     *
     * @param in gives the members that {@link #write} wrote
     * @return a schema equal to the one that was written
     * @throws org.ltv4j.core.io.ModelFormatException if a member is missing or wrong, or the fingerprint is another
     * @throws InvalidDataException if there is no feature, or a name is not allowed or stands twice
     */
    public static FeatureSchema read(ModelReader in) {
        FeatureSchema schema = new FeatureSchema(in.objects("features").stream()
                .map(one -> new Feature(
                        one.text("name"),
                        one.choice("type", FeatureType.class),
                        one.text("unit"),
                        one.text("meaning"),
                        one.text("formula"),
                        one.text("source"),
                        one.text("asOf"),
                        one.text("missing"),
                        one.choice("sensitivity", Sensitivity.class)))
                .toList());
        if (!in.text("fingerprint").equals(schema.fingerprint)) {
            throw in.error("fingerprint", "the features are not those that were saved");
        }
        return schema;
    }

    private static String meaningOf(Feature feature) {
        return feature.type() + " in '" + feature.unit() + "', " + feature.formula() + ", " + feature.asOf();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureSchema schema && schema.fingerprint.equals(fingerprint);
    }

    @Override
    public int hashCode() {
        return fingerprint.hashCode();
    }

    @Override
    public String toString() {
        return "FeatureSchema[" + size() + " features, " + fingerprint.substring(0, 12) + "]";
    }
}
