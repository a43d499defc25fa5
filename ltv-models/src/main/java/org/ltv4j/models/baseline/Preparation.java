package org.ltv4j.models.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.feature.transform.FeaturePipeline;
import org.ltv4j.core.feature.transform.Impute;
import org.ltv4j.core.feature.transform.OneHot;
import org.ltv4j.core.outcome.TrainingSet;

/** Which steps make numbers without gaps of the features of a training set. */
final class Preparation {
    /** Flags of a category at most; rarer levels share one. */
    private static final int LEVELS = 50;

    private final List<String> complete = new ArrayList<>();
    private final List<String> gapped = new ArrayList<>();
    private final List<String> empty = new ArrayList<>();
    private boolean categories;
    private boolean categoryGaps;

    private Preparation(TrainingSet data) {
        for (int column = 0; column < data.schema().size(); column++) {
            Feature feature = data.schema().feature(column);
            int missing = 0;
            for (int row = 0; row < data.rows(); row++) {
                missing += Double.isNaN(data.value(row, column)) ? 1 : 0;
            }
            if (feature.type() == FeatureType.CATEGORY) {
                categories = true;
                categoryGaps |= missing > 0;
            } else if (missing == data.rows()) {
                empty.add(feature.name());
            } else {
                (missing > 0 ? gapped : complete).add(feature.name());
            }
        }
    }

    /** The usual steps for these rows. */
    static FeaturePipeline usual(TrainingSet data) {
        Preparation found = new Preparation(data);
        FeaturePipeline steps = FeaturePipeline.of();
        if (!found.complete.isEmpty()) {
            steps = steps.then(Impute.median(array(found.complete)));
        }
        if (!found.gapped.isEmpty()) {
            steps = steps.then(Impute.median(array(found.gapped)).withIndicator());
        }
        if (!found.empty.isEmpty()) {
            steps = steps.then(Impute.constant(0, array(found.empty)));
        }
        if (found.categories) {
            OneHot flags = OneHot.all().withMaxLevels(LEVELS);
            steps = steps.then(found.categoryGaps ? flags.withMissing() : flags);
        }
        return steps;
    }

    /** What a user must know of features without any value. */
    static Optional<String> finding(TrainingSet data) {
        List<String> empty = new Preparation(data).empty;
        return empty.isEmpty()
                ? Optional.empty()
                : Optional.of("no row has a value of " + String.join(", ", empty) + ": nothing is learnt from "
                        + (empty.size() == 1 ? "it" : "them"));
    }

    private static String[] array(List<String> names) {
        return names.toArray(String[]::new);
    }

    /** Refuses what a linear model cannot read. */
    static FeatureMatrix checked(FeatureMatrix prepared) {
        for (int column = 0; column < prepared.columns(); column++) {
            Feature feature = prepared.schema().feature(column);
            if (feature.type() == FeatureType.CATEGORY) {
                throw new InvalidDataException("feature " + feature.name()
                        + " is still a category after the preparation: add OneHot or another encoding");
            }
            for (int row = 0; row < prepared.rows(); row++) {
                if (Double.isNaN(prepared.value(row, column))) {
                    throw new InvalidDataException("row " + (row + 1) + ", feature " + feature.name()
                            + ": missing after the preparation, a linear model needs a number: add Impute");
                }
            }
        }
        return prepared;
    }
}
