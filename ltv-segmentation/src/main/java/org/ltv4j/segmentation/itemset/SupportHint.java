package org.ltv4j.segmentation.itemset;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.ltv4j.core.model.ProgressListener;

/**
 * What to change after a stop. How many sets there would be at a higher support is not guessed but counted, from high support downwards, by searches that keep nothing and
 * end as soon as there are too many.
 */
final class SupportHint {
    /** Seconds for counting where the time is not limited. */
    private static final double SECONDS = 2;

    private final Search search;
    private final MiningPlan plan;
    private final int minCount;

    SupportHint(Search search, MiningPlan plan, int minCount) {
        this.search = search;
        this.plan = plan;
        this.minCount = minCount;
    }

    /** The hint after a stop. */
    String text(MiningStop.Reason why, long found, MiningOptions options) {
        long enough = switch (why) {
            case ITEMSETS -> options.limits().itemsets();
            case MEMORY, TIME -> Math.max(1000, found);
        };
        int baskets = search.input().log().size();
        MiningGuard guard = search.guard().forHint(SECONDS);
        Search counting =
                new Search(search.input(), MiningAlgorithm.AUTO, search.parallelism(), guard, ProgressListener.NONE);
        MiningPlan upTo = plan.withAll(ItemsetKind.FREQUENT, plan.maxLength()).withMaxItemsets(enough);
        long sets = 0;
        int good = search.input().highestCount() + 1;
        int bad = minCount;
        int next = good / 2;
        while (good - bad > Math.max(1, good / 16) && guard.reason() == null) {
            next = Math.max(bad + 1, Math.min(good - 1, next));
            long there = counting.count(next, upTo);
            if (guard.reason() == null && there <= enough) {
                good = next;
                sets = there;
                next = bad > minCount ? (good + bad) / 2 : good / 2;
            } else {
                bad = next;
                next = (good + bad) / 2;
            }
        }
        String already = "stopped by the limit of " + why.name().toLowerCase(Locale.ROOT) + " with " + found
                + " itemsets at a minimum of " + minCount + " baskets: ";
        if (sets == 0) {
            return already + "raise the minimum support, or ask for shorter itemsets or fewer items";
        }
        return already + "raise the minimum support to at least " + share(good, baskets) + " (" + good + " baskets): "
                + (plan.kind() == ItemsetKind.FREQUENT ? "" : "at most ") + sets + " itemsets";
    }

    /** The shortest share that asks for so many of all baskets. */
    private static String share(int count, int baskets) {
        BigDecimal exact = new BigDecimal((double) count / baskets);
        for (int digits = 2; digits < 17; digits++) {
            BigDecimal rounded = exact.setScale(digits, RoundingMode.DOWN);
            if (rounded.signum() > 0 && MinSupport.share(rounded.doubleValue()).among(baskets) == count) {
                return rounded.toPlainString();
            }
        }
        return Double.toString((double) count / baskets);
    }
}
