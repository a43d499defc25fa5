package org.ltv4j.segmentation.recommend.factor;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ltv4j.core.internal.math.Blocks;
import org.ltv4j.core.internal.math.Samplers;
import org.ltv4j.core.model.InsufficientDataException;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.segmentation.recommend.Interactions;

/** Solves for customers and items in turn. Items that nobody bought take no part. */
final class AlternatingSolver {
    private static final double SPREAD = 0.1;
    private static final int SUMS = 64;
    private static final int BLOCK = 64;

    private final Interactions interactions;
    private final Ials.Options options;
    private final int d;
    private final int[] active;
    private final WeightedRows customers;
    private final WeightedRows items;
    private final double[] x;
    private final double[] y;

    AlternatingSolver(Interactions interactions, Ials.Options options) {
        this.interactions = interactions;
        this.options = options;
        this.d = options.factors();
        this.active = IntStream.range(0, interactions.items().size())
                .filter(i -> interactions.count(i) > 0)
                .toArray();
        if (active.length == 0) {
            throw new InsufficientDataException("nobody bought anything: there are " + interactions.rows()
                    + " rows without any item. Fit on the baskets that have items");
        }
        int[] compact = new int[interactions.items().size()];
        for (int a = 0; a < active.length; a++) {
            compact[active[a]] = a;
        }
        this.customers = WeightedRows.of(interactions, compact, options.repeatWeight());
        this.items = customers.transposed(active.length);
        this.x = new double[Math.multiplyExact(interactions.rows(), d)];
        this.y = new double[Math.multiplyExact(active.length, d)];
    }

    IalsRecommender fit(Parallelism parallelism) {
        start();
        double[] losses = new double[options.epochs()];
        double[] ofItems;
        try (Blocks blocks = new Blocks(parallelism.threads())) {
            ofItems = gramian(y, active.length, blocks);
            for (int epoch = 0; epoch < losses.length; epoch++) {
                solve(customers, x, y, ofItems, active.length, blocks);
                double[] ofCustomers = gramian(x, customers.rows, blocks);
                solve(items, y, x, ofCustomers, customers.rows, blocks);
                ofItems = gramian(y, active.length, blocks);
                losses[epoch] = loss(ofCustomers, ofItems, blocks);
            }
        }
        return new IalsRecommender(interactions.items(), options, active, y, losses);
    }

    private void start() {
        double scale = SPREAD / Math.sqrt(d);
        for (int a = 0; a < active.length; a++) {
            RandomGenerator random = Samplers.generator(options.seed(), Samplers.Purpose.FACTORS, active[a]);
            for (int f = 0; f < d; f++) {
                y[a * d + f] = scale * Samplers.normal(random);
            }
        }
    }

    private static int blocksOf(int count, int size) {
        return (count + size - 1) / size;
    }

    /** Solves for every row of one side with the other side held. */
    private void solve(
            WeightedRows side, double[] target, double[] fixed, double[] gramian, int others, Blocks blocks) {
        IntConsumer work = block -> {
            Blocks.failIfInterrupted();
            double[] matrix = new double[d * d];
            for (int row = block * BLOCK; row < Math.min(side.rows, (block + 1) * BLOCK); row++) {
                Arrays.fill(target, row * d, (row + 1) * d, 0);
                if (side.length(row) > 0) {
                    solveRow(side, row, target, fixed, gramian, others, matrix);
                }
            }
        };
        blocks.run(blocksOf(side.rows, BLOCK), work);
    }

    private void solveRow(
            WeightedRows side,
            int row,
            double[] target,
            double[] fixed,
            double[] gramian,
            int others,
            double[] matrix) {
        double ridge = options.regularisation() * (side.length(row) + options.unobserved() * others);
        NormalEquations.start(matrix, gramian, options.unobserved(), ridge, d);
        for (int at = side.starts[row]; at < side.starts[row + 1]; at++) {
            double weight = side.weights[at];
            int from = side.others[at] * d;
            NormalEquations.addOuter(matrix, weight, fixed, from, d);
            NormalEquations.addTo(target, row * d, weight, fixed, from, d);
        }
        NormalEquations.decompose(matrix, d);
        NormalEquations.solve(matrix, target, row * d, d);
    }

    /** The sum of {@code y y'} over all rows, in blocks that depend on their number alone, added in their order. */
    private double[] gramian(double[] factors, int rows, Blocks blocks) {
        return gramian(factors, rows, d, blocks);
    }

    static double[] gramian(double[] factors, int rows, int d, Blocks blocks) {
        int size = Math.max(BLOCK, blocksOf(rows, SUMS));
        double[][] parts = new double[blocksOf(rows, size)][];
        blocks.run(parts.length, block -> {
            double[] part = new double[d * d];
            for (int row = block * size; row < Math.min(rows, (block + 1) * size); row++) {
                NormalEquations.addOuter(part, 1, factors, row * d, d);
            }
            parts[block] = part;
        });
        double[] sum = new double[d * d];
        for (double[] part : parts) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += part[i];
            }
        }
        return sum;
    }

    private double loss(double[] ofCustomers, double[] ofItems, Blocks blocks) {
        double all = 0;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                all += (i == j ? 1 : 2) * ofCustomers[i * d + j] * ofItems[i * d + j];
            }
        }
        double[] parts = new double[blocksOf(customers.rows, BLOCK)];
        blocks.run(parts.length, block -> {
            double sum = 0;
            for (int row = block * BLOCK; row < Math.min(customers.rows, (block + 1) * BLOCK); row++) {
                for (int at = customers.starts[row]; at < customers.starts[row + 1]; at++) {
                    double miss = 1 - NormalEquations.dot(x, row * d, y, customers.others[at] * d, d);
                    sum += customers.weights[at] * miss * miss;
                }
            }
            parts[block] = sum;
        });
        double observed = 0;
        for (double part : parts) {
            observed += part;
        }
        double ridge = ridge(customers, x, active.length) + ridge(items, y, customers.rows);
        return observed + options.unobserved() * all + options.regularisation() * ridge;
    }

    private double ridge(WeightedRows side, double[] factors, int others) {
        double sum = 0;
        for (int row = 0; row < side.rows; row++) {
            sum += (side.length(row) + options.unobserved() * others)
                    * NormalEquations.dot(factors, row * d, factors, row * d, d);
        }
        return sum;
    }
}
