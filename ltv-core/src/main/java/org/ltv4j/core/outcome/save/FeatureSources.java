package org.ltv4j.core.outcome.save;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.outcome.FeatureSource;
import org.ltv4j.core.outcome.KnownSales;

/**
 * Finds what makes the features of a model that is loaded. A program that has no sales at hand yet may give {@code schema -> source};
 * then other features are found out, and refused, by the first prediction.
 */
@FunctionalInterface
public interface FeatureSources {
    /**
     * The source of some features.
     *
     * @param schema the features that a part of the model was fitted on
     * @return what makes them
     * @throws InvalidDataException if there is no such source
     */
    FeatureSource of(FeatureSchema schema);

    /**
     * For models without features, such as probability models and simple rules.
     *
     * @return refuses every schema
     */
    static FeatureSources none() {
        return schema -> {
            throw new InvalidDataException("this model needs the features " + String.join(", ", schema.names())
                    + ": give their source, with FeatureSources.matching(known, source)");
        };
    }

    /**
     * Chooses by the schema: each candidate makes its features once, here, of sales that are known; the fingerprint decides.
     *
     * @param known any sales that allow for the features; what they are does not matter
     * @param candidates the sources that the model was fitted with, in any order, others too; at least one
     * @return the choice
     * @throws InvalidDataException if a candidate cannot make its features of these sales
     */
    static FeatureSources matching(KnownSales known, FeatureSource... candidates) {
        if (candidates.length == 0) {
            return none();
        }
        List<FeatureSource> sources = List.of(candidates);
        List<FeatureSchema> schemas = new ArrayList<>();
        for (FeatureSource source : sources) {
            schemas.add(source.from(known).schema());
        }
        return schema -> {
            int place = schemas.indexOf(schema);
            return place >= 0 ? sources.get(place) : none(schema, schemas);
        };
    }

    private static FeatureSource none(FeatureSchema wanted, List<FeatureSchema> given) {
        FeatureSchema nearest = given.stream()
                .max(Comparator.comparingLong(schema -> common(wanted, schema)))
                .orElseThrow();
        try {
            wanted.requireSame(nearest);
        } catch (InvalidDataException difference) {
            throw new InvalidDataException((given.size() == 1
                            ? ""
                            : "none of the " + given.size() + " sources will do; of the nearest, number "
                                    + (given.indexOf(nearest) + 1) + ": ")
                    + difference.getMessage());
        }
        throw new IllegalStateException("equal schemas were not found to be equal");
    }

    /** How near two schemas are: names in common, and features that are the same as well. */
    private static long common(FeatureSchema wanted, FeatureSchema given) {
        return given.features().stream()
                .mapToLong(feature -> (wanted.names().contains(feature.name()) ? 1 : 0)
                        + (wanted.features().contains(feature) ? 1 : 0))
                .sum();
    }
}
