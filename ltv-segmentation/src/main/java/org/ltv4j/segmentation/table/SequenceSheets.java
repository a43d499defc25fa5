package org.ltv4j.segmentation.table;

import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.segmentation.rhythm.NextPurchase;
import org.ltv4j.segmentation.rhythm.ProductRhythm;
import org.ltv4j.segmentation.rhythm.ReplenishmentModel;
import org.ltv4j.segmentation.sequence.FollowUpRule;
import org.ltv4j.segmentation.sequence.SequencePattern;
import org.ltv4j.segmentation.sequence.TransitionMatrix;

/** The columns of sequences and rhythms. */
final class SequenceSheets {
    private static final double LEVEL = 0.95;

    static final Sheet<SequencePattern> PATTERNS = new Sheet<SequencePattern>()
            .text("pattern", SequencePattern::text)
            .count("events", pattern -> pattern.events().size())
            .count("items", SequencePattern::items)
            .count("count", SequencePattern::count)
            .number("support", SequencePattern::support);

    static final Sheet<FollowUpRule> FOLLOW_UPS = new Sheet<FollowUpRule>()
            .text("after", FollowUpRule::after)
            .text("then", FollowUpRule::then)
            .count("window_days", FollowUpRule::window)
            .count("purchases", FollowUpRule::purchases)
            .count("complete", FollowUpRule::complete)
            .count("followed", FollowUpRule::followed)
            .count("customers", FollowUpRule::customers)
            .count("customers_followed", FollowUpRule::customersFollowed)
            .number("support", FollowUpRule::support)
            .number("confidence", FollowUpRule::confidence)
            .number("confidence_lower", rule -> rule.confidenceInterval(LEVEL).lower())
            .number("confidence_upper", rule -> rule.confidenceInterval(LEVEL).upper())
            .number("probability", FollowUpRule::probability)
            .number("base_rate", FollowUpRule::baseRate)
            .number("lift", FollowUpRule::lift)
            .number("own_lift", FollowUpRule::ownLift)
            .number(
                    "median_days",
                    rule -> rule.medianDays().isPresent() ? rule.medianDays().getAsInt() : Double.NaN)
            .number("p", FollowUpRule::pValue)
            .number("p_adjusted", FollowUpRule::adjustedP);

    static final Sheet<TransitionMatrix.Transition> TRANSITIONS = new Sheet<TransitionMatrix.Transition>()
            .text("from", TransitionMatrix.Transition::from)
            .text("to", TransitionMatrix.Transition::to)
            .number("count", TransitionMatrix.Transition::count)
            .number("probability", TransitionMatrix.Transition::probability);

    static final Sheet<ProductRhythm> RHYTHMS = new Sheet<ProductRhythm>()
            .text("product", ProductRhythm::product)
            .count("customers", ProductRhythm::customers)
            .count("gaps", ProductRhythm::gaps)
            .count("fitted", rhythm -> rhythm.fitted() ? 1 : 0)
            .number("median_days", ProductRhythm::medianDays)
            .number("p10_days", rhythm -> rhythm.quantileDays(0.1))
            .number("p90_days", rhythm -> rhythm.quantileDays(0.9))
            .number("usual_quantity", ProductRhythm::usualQuantity)
            .number("quantity_exponent", ProductRhythm::quantityExponent)
            .number("within_sd", ProductRhythm::withinSd)
            .number("between_sd", ProductRhythm::betweenSd)
            .number("stop_after_first", ProductRhythm::stopAfterFirst)
            .number("stop_after_repeat", ProductRhythm::stopAfterRepeat)
            .number("stop_memory", ProductRhythm::stopMemory);

    private SequenceSheets() {}

    static Sheet<NextPurchase> forecasts(ReplenishmentModel model, double confidence, int daysAhead) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence lies in (0, 1), got " + confidence);
        }
        if (daysAhead < 0) {
            throw new IllegalArgumentException("need days ahead of at least 0, got " + daysAhead);
        }
        return new Sheet<NextPurchase>()
                .text(
                        "customer",
                        next -> next.customer() == TransactionLog.NONE
                                ? ""
                                : model.customers().id(next.customer()))
                .text("product", NextPurchase::product)
                .count("purchases", NextPurchase::purchases)
                .date("last", NextPurchase::last)
                .count("days_since", NextPurchase::daysSince)
                .date("usual", NextPurchase::usual)
                .count("days_late", NextPurchase::daysLate)
                .date("due", NextPurchase::due)
                .date("earliest", next -> next.earliest(confidence))
                .date("latest", next -> next.latest(confidence))
                .number("still_buying", NextPurchase::stillBuying)
                .number("probability_" + daysAhead + "d", next -> next.probabilityWithin(daysAhead));
    }
}
