package org.ltv4j.segmentation.recommend.evaluate;

/**
 * How good one list of at most k items is, given which items were wanted. All lie from 0 to 1; an empty list scores 0. A list that is shorter
 * than k is judged as if the rest of it were wrong.
 */
public enum RankingMetric {
    /** Wanted items in the list, divided by k. */
    PRECISION("precision") {
        @Override
        double of(boolean[] hit, int length, int k, int wanted) {
            return hits(hit, length, k) / (double) k;
        }
    },
    /** Wanted items in the list, divided by all that were wanted. */
    RECALL("recall") {
        @Override
        double of(boolean[] hit, int length, int k, int wanted) {
            return hits(hit, length, k) / (double) wanted;
        }
    },
    /** Average precision: the sum of the precision at the place of each hit, divided by {@code min(k, wanted)}; its mean is the MAP. */
    AVERAGE_PRECISION("MAP") {
        @Override
        double of(boolean[] hit, int length, int k, int wanted) {
            double sum = 0;
            int found = 0;
            for (int i = 0; i < Math.min(length, k); i++) {
                if (hit[i]) {
                    sum += ++found / (i + 1.0);
                }
            }
            return sum / Math.min(k, wanted);
        }
    },
    /** Normalised discounted cumulative gain: hits count {@code 1 / log2(place + 1)}, divided by what the best list would reach. */
    NDCG("NDCG") {
        @Override
        double of(boolean[] hit, int length, int k, int wanted) {
            double gain = 0;
            double best = 0;
            for (int i = 0; i < k; i++) {
                double discount = Math.log(2) / Math.log(i + 2.0);
                gain += i < length && hit[i] ? discount : 0;
                best += i < wanted ? discount : 0;
            }
            return gain / best;
        }
    },
    /** One divided by the place of the first hit, 0 without one; its mean is the MRR. */
    RECIPROCAL_RANK("MRR") {
        @Override
        double of(boolean[] hit, int length, int k, int wanted) {
            for (int i = 0; i < Math.min(length, k); i++) {
                if (hit[i]) {
                    return 1 / (i + 1.0);
                }
            }
            return 0;
        }
    },
    /** 1 with any hit, else 0; its mean is the hit rate. */
    HIT("hit rate") {
        @Override
        double of(boolean[] hit, int length, int k, int wanted) {
            return hits(hit, length, k) > 0 ? 1 : 0;
        }
    };

    private final String label;

    RankingMetric(String label) {
        this.label = label;
    }

    /**
     * How the mean of it is called.
     *
     * @return for example {@code MAP}
     */
    public String label() {
        return label;
    }

    /** Of a list of a length at least as long as what counts, by whether each of its items was wanted. */
    abstract double of(boolean[] hit, int length, int k, int wanted);

    private static int hits(boolean[] hit, int length, int k) {
        int hits = 0;
        for (int i = 0; i < Math.min(length, k); i++) {
            hits += hit[i] ? 1 : 0;
        }
        return hits;
    }
}
