package org.ltv4j.core.feature;

import org.ltv4j.core.data.CustomerAttributes;
import org.ltv4j.core.data.CustomerEvents;
import org.ltv4j.core.data.ProductClasses;
import org.ltv4j.core.feature.calendar.HolidayCalendar;
import org.ltv4j.core.feature.text.TfIdf;

/**
 * The families of a {@link FeaturePlan} that need data beside the sales: a catalog, a calendar, events, attributes, reviews. Each
 * sees of its data what was known by the end of the date. With options a family is added by {@link #with}.
 */
public sealed interface FamiliesBesideSales permits FeaturePlan {
    /**
     * Adds a family, one of your own or of another package.
     *
     * @param family the family
     * @return the plan with it
     */
    FeaturePlan with(FeatureFamily family);

    /**
     * Adds {@link CategoryFeatures}: variety, loyalty and shares among the classes of a catalog's products.
     *
     * @param classes for example {@code catalog.categories()}
     * @return the plan with them
     */
    default FeaturePlan categories(ProductClasses classes) {
        return with(CategoryFeatures.of(classes));
    }

    /**
     * Adds {@link HolidayFeatures}: purchases on and before holidays, and how far the date is from one.
     *
     * @param calendar for example {@code HolidayCalendars.china()}
     * @return the plan with them
     */
    default FeaturePlan holidays(HolidayCalendar calendar) {
        return with(HolidayFeatures.of(calendar));
    }

    /**
     * Adds {@link InteractionFeatures}: visits and campaign messages, their recency and what came of them.
     *
     * @param events events besides sales
     * @return the plan with them
     */
    default FeaturePlan interactions(CustomerEvents events) {
        return with(InteractionFeatures.of(events));
    }

    /**
     * Adds {@link SatisfactionFeatures}: scores of the Net Promoter question and answers on satisfaction.
     *
     * @param events events besides sales
     * @return the plan with them
     */
    default FeaturePlan satisfaction(CustomerEvents events) {
        return with(SatisfactionFeatures.of(events));
    }

    /**
     * Adds {@link ReviewFeatures}: how often, how well and about what a customer wrote.
     *
     * @param events events besides sales
     * @param vocabulary terms and their weights, fitted on reviews up to the date of training
     * @return the plan with them
     */
    default FeaturePlan reviews(CustomerEvents events, TfIdf vocabulary) {
        return with(ReviewFeatures.of(events, vocabulary));
    }

    /**
     * Adds {@link DemographicFeatures}: age and what else is known of a customer.
     *
     * @param attributes what is known of customers, and since when
     * @return the plan with them
     */
    default FeaturePlan demographics(CustomerAttributes attributes) {
        return with(DemographicFeatures.of(attributes));
    }
}
