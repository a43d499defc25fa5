package org.ltv4j.segmentation.rhythm;

/**
 * What the gaps of each pair add up to, with log gaps and log quantities less the product's means, so that sums of squares keep their
 * digits. Pairs stand by product.
 */
final class GapSums {
    private static final double HALF_DAY = 0.5;

    /** First pair of each product, one more than there are. */
    final int[] starts;

    /** The pair of {@link PurchasePairs} that stands here. */
    final int[] pair;

    /** Gaps of pairs. */
    final int[] n;

    /** Sums over gaps of y, z, yy, yz and zz: log gap and log quantity before it. */
    final double[] y;

    final double[] z;
    final double[] yy;
    final double[] yz;
    final double[] zz;

    /** Log quantity of the last purchase, and the logarithm of the days since it. */
    final double[] lastZ;

    final double[] silence;

    /** By product: gaps, mean log gap, mean log quantity, and whether quantities differ. */
    final int[] gaps;

    final double[] meanY;
    final double[] meanZ;
    final boolean[] varied;

    GapSums(PurchasePairs pairs, int products, int asOf, boolean quantities) {
        starts = new int[products + 1];
        for (int i = 0; i < pairs.size; i++) {
            starts[pairs.product[i] + 1]++;
        }
        for (int p = 0; p < products; p++) {
            starts[p + 1] += starts[p];
        }
        pair = new int[pairs.size];
        int[] next = starts.clone();
        for (int i = 0; i < pairs.size; i++) {
            pair[next[pairs.product[i]]++] = i;
        }
        n = new int[pairs.size];
        y = new double[pairs.size];
        z = new double[pairs.size];
        yy = new double[pairs.size];
        yz = new double[pairs.size];
        zz = new double[pairs.size];
        lastZ = new double[pairs.size];
        silence = new double[pairs.size];
        gaps = new int[products];
        meanY = new double[products];
        meanZ = new double[products];
        varied = new boolean[products];
        for (int p = 0; p < products; p++) {
            means(pairs, p, quantities);
            for (int at = starts[p]; at < starts[p + 1]; at++) {
                sums(pairs, at, p, asOf, quantities);
            }
        }
    }

    private void means(PurchasePairs pairs, int p, boolean quantities) {
        double sumY = 0;
        double sumZ = 0;
        int known = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int at = starts[p]; at < starts[p + 1]; at++) {
            int first = pairs.starts[pair[at]];
            int end = pairs.starts[pair[at] + 1];
            for (int k = first; k < end; k++) {
                if (k > first) {
                    sumY += Math.log((double) pairs.day[k] - pairs.day[k - 1]);
                    gaps[p]++;
                }
                double size = pairs.logQuantity[k];
                if (quantities && !Double.isNaN(size)) {
                    sumZ += size;
                    known++;
                    least = Math.min(least, size);
                    most = Math.max(most, size);
                }
            }
        }
        meanY[p] = gaps[p] == 0 ? 0 : sumY / gaps[p];
        meanZ[p] = known == 0 ? 0 : sumZ / known;
        varied[p] = most > least;
    }

    private void sums(PurchasePairs pairs, int at, int p, int asOf, boolean quantities) {
        int first = pairs.starts[pair[at]];
        int last = pairs.starts[pair[at] + 1] - 1;
        for (int k = first; k < last; k++) {
            double gap = Math.log((double) pairs.day[k + 1] - pairs.day[k]) - meanY[p];
            double size = centred(pairs.logQuantity[k], p, quantities);
            y[at] += gap;
            z[at] += size;
            yy[at] += gap * gap;
            yz[at] += gap * size;
            zz[at] += size * size;
        }
        n[at] = last - first;
        lastZ[at] = centred(pairs.logQuantity[last], p, quantities);
        silence[at] = Math.log(asOf - pairs.day[last] + HALF_DAY) - meanY[p];
    }

    private double centred(double logQuantity, int p, boolean quantities) {
        return quantities && varied[p] && !Double.isNaN(logQuantity) ? logQuantity - meanZ[p] : 0;
    }

    /** Whether a product was bought at all. */
    boolean bought(int p) {
        return starts[p + 1] > starts[p];
    }
}
