package org.ltv4j.segmentation.sequence;

import org.ltv4j.segmentation.itemset.ItemConstraints;
import org.ltv4j.segmentation.itemset.MinSupport;
import org.ltv4j.segmentation.itemset.MiningLimits;

/**
 * Which sequential patterns are wanted. Made by {@link PrefixSpan#options()}.
 *
 * <p>Other tools: {@code maxItems} is Spark's {@code maxPatternLength} (items), {@code maxEvents} is arulesSequences' {@code maxlen}
 * (events); gaps and spans are in days between the events of an occurrence, and a gap of 1 asks for a later day.
 *
 * @param minSupport in how many sequences a pattern must occur, as a share of all (empty ones included) or a number
 * @param minItems fewest items over all events, at least 1
 * @param maxItems most items over all events
 * @param minEvents fewest events, at least 1
 * @param maxEvents most events
 * @param minGap fewest days between neighbouring events, at least 0
 * @param maxGap most days between neighbouring events; {@link #NO_LIMIT} for any
 * @param maxSpan most days from the first to the last event; {@link #NO_LIMIT} for any
 * @param items items that patterns must, must not or may alone hold
 * @param closed only patterns of which no longer one occurs in exactly the same sequences
 * @param top only so many patterns with the highest support; 0 for all
 * @param limits when to stop with what was found
 */
public record PatternOptions(
        MinSupport minSupport,
        int minItems,
        int maxItems,
        int minEvents,
        int maxEvents,
        int minGap,
        int maxGap,
        int maxSpan,
        ItemConstraints items,
        boolean closed,
        int top,
        MiningLimits limits) {
    /** Any number of items, events or days. */
    public static final int NO_LIMIT = Integer.MAX_VALUE;

    /**
     * Checks the ranges.
     *
     * @param minSupport in how many sequences a pattern must occur
     * @param minItems at least 1
     * @param maxItems at least {@code minItems}
     * @param minEvents at least 1
     * @param maxEvents at least {@code minEvents}
     * @param minGap at least 0
     * @param maxGap at least {@code minGap}
     * @param maxSpan at least {@code minGap}
     * @param items items that patterns must, must not or may alone hold
     * @param closed whether only closed patterns are wanted
     * @param top at least 0
     * @param limits when to stop
     */
    public PatternOptions {
        requireRange("items", minItems, 1, maxItems);
        requireRange("events", minEvents, 1, maxEvents);
        requireRange("days between events", minGap, 0, maxGap);
        if (maxSpan < minGap) {
            throw new IllegalArgumentException("no pattern of two events fits into a span of " + maxSpan
                    + " days when events are at least " + minGap + " days apart: raise maxSpan or lower minGap");
        }
        if (top < 0) {
            throw new IllegalArgumentException("need at least 0 top patterns (0 for all), got " + top);
        }
    }

    private static void requireRange(String what, int min, int least, int max) {
        if (min < least || max < min) {
            throw new IllegalArgumentException(
                    "need " + least + " <= min <= max " + what + ", got min " + min + " and max " + max);
        }
    }

    /** Whether any occurrence counts, however far apart its events are. */
    boolean anyTime() {
        return minGap == 0 && maxGap == NO_LIMIT && maxSpan == NO_LIMIT;
    }

    /** Collects options; what is not stated is not limited. The minimum support is 5 % unless stated. */
    public static final class Builder {
        private MinSupport minSupport = MinSupport.share(0.05);
        private int minItems = 1;
        private int maxItems = NO_LIMIT;
        private int minEvents = 1;
        private int maxEvents = NO_LIMIT;
        private int minGap;
        private int maxGap = NO_LIMIT;
        private int maxSpan = NO_LIMIT;
        private ItemConstraints items = ItemConstraints.NONE;
        private boolean closed;
        private int top;
        private MiningLimits limits = MiningLimits.defaults();

        Builder() {}

        /**
         * In which share of all sequences a pattern must occur.
         *
         * @param share above 0, at most 1
         * @return this builder
         */
        public Builder minSupport(double share) {
            return minSupport(MinSupport.share(share));
        }

        /**
         * In how many sequences a pattern must occur.
         *
         * @param value a share or a count
         * @return this builder
         */
        public Builder minSupport(MinSupport value) {
            minSupport = value;
            return this;
        }

        /**
         * How many items a pattern has, over all its events.
         *
         * @param least at least 1
         * @param most at least {@code least}
         * @return this builder
         */
        public Builder items(int least, int most) {
            minItems = least;
            maxItems = most;
            return this;
        }

        /**
         * How many events a pattern has.
         *
         * @param least at least 1
         * @param most at least {@code least}
         * @return this builder
         */
        public Builder events(int least, int most) {
            minEvents = least;
            maxEvents = most;
            return this;
        }

        /**
         * Fewest days from each event to the next: 0 for any later event, 1 for one of a later day.
         *
         * @param days at least 0
         * @return this builder
         */
        public Builder minGap(int days) {
            minGap = days;
            return this;
        }

        /**
         * Most days from each event to the next.
         *
         * @param days at least the fewest
         * @return this builder
         */
        public Builder maxGap(int days) {
            maxGap = days;
            return this;
        }

        /**
         * Most days from the first event to the last.
         *
         * @param days at least the fewest of a gap
         * @return this builder
         */
        public Builder maxSpan(int days) {
            maxSpan = days;
            return this;
        }

        /**
         * Items that patterns must, must not or may alone hold.
         *
         * @param value the constraints; names that no sequence has are allowed
         * @return this builder
         */
        public Builder constraints(ItemConstraints value) {
            items = value;
            return this;
        }

        /**
         * Only patterns of which no longer one (within the other limits) occurs in exactly the same sequences.
         *
         * @param value true for those only
         * @return this builder
         */
        public Builder closed(boolean value) {
            closed = value;
            return this;
        }

        /**
         * Only the patterns of the highest support, among those that meet the minimum. Which of those with equal support stay is told
         * by the order of {@link SequentialPatterns}.
         *
         * @param k how many; 0 for all
         * @return this builder
         */
        public Builder top(int k) {
            top = k;
            return this;
        }

        /**
         * When to stop with what was found.
         *
         * @param value limits; those of itemsets are of patterns here
         * @return this builder
         */
        public Builder limits(MiningLimits value) {
            limits = value;
            return this;
        }

        /**
         * The options.
         *
         * @return checked options
         * @throws IllegalArgumentException if a value is out of its range
         */
        public PatternOptions build() {
            return new PatternOptions(
                    minSupport,
                    minItems,
                    maxItems,
                    minEvents,
                    maxEvents,
                    minGap,
                    maxGap,
                    maxSpan,
                    items,
                    closed,
                    top,
                    limits);
        }
    }
}
