package org.ltv4j.core.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.privacy.DisclosurePolicy;
import org.ltv4j.core.privacy.Role;

/**
 * A feature matrix as one reader may see it.
 *
 * @param features the features that are shown; their customer ids are still raw and must not be written
 * @param customers what stands for the customer of each row; null where nothing does
 */
record DisclosedFeatures(FeatureMatrix features, @Nullable List<String> customers) {
    static final String CUSTOMER = "customer";

    /** Ids as they are, all features, for a caller who states no reader; nobody is told. */
    static DisclosedFeatures whole(FeatureMatrix features) {
        return of(features, DisclosurePolicy.of(Role.OFFICER));
    }

    /** What the policy lets through; its listener hears of the customers and of each identifying or sensitive feature. */
    static DisclosedFeatures of(FeatureMatrix features, DisclosurePolicy policy) {
        if (features.schema().has(CUSTOMER)) {
            throw new InvalidDataException(
                    "a feature called " + CUSTOMER + " would hide the column of the customers: rename it");
        }
        List<String> shown = features.schema().features().stream()
                .filter(feature -> policy.showsNumbers(feature.name(), feature.sensitivity()))
                .map(Feature::name)
                .toList();
        if (shown.isEmpty()) {
            throw new InvalidDataException("the role " + policy.role().name() + " may see none of the "
                    + features.columns() + " features: show some of them by DisclosurePolicy.withField");
        }
        features.schema().features().stream()
                .filter(feature -> shown.contains(feature.name()))
                .forEach(feature -> policy.handsOutNumbers(feature.name(), feature.sensitivity(), features.rows()));
        List<String> customers = policy.shows(CUSTOMER, Sensitivity.IDENTIFIER)
                ? policy.render(CUSTOMER, Sensitivity.IDENTIFIER, features.customers())
                : null;
        return new DisclosedFeatures(shown.size() == features.columns() ? features : features.select(shown), customers);
    }
}
