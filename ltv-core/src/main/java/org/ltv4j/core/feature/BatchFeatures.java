package org.ltv4j.core.feature;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.internal.math.Blocks;
import org.ltv4j.core.model.Parallelism;

/** All customers of a log, in blocks: each customer for itself, so that the number of threads cannot matter. */
final class BatchFeatures {
    private static final int BLOCK = 128;

    private final BoundFeatures bound;
    private final TransactionLog log;
    private final Parallelism parallelism;
    private final Queue<Worker> idle = new ConcurrentLinkedQueue<>();

    /** What a thread works with. */
    private record Worker(LogSlices slices, double[] row) {}

    BatchFeatures(BoundFeatures bound, TransactionLog log, Parallelism parallelism) {
        this.bound = bound;
        this.log = log;
        this.parallelism = parallelism;
    }

    FeatureMatrix matrix() {
        int[] customers = population();
        int features = bound.schema().size();
        double[][] columns = new double[features][customers.length];
        try (Blocks blocks = new Blocks(parallelism.threads())) {
            blocks.run((customers.length + BLOCK - 1) / BLOCK, block -> {
                int to = Math.min(customers.length, (block + 1) * BLOCK);
                compute(customers, block * BLOCK, to, columns);
            });
        }
        IdTable all = log.customers();
        IdTable ids = customers.length == all.size() ? all : all.subset(customers);
        return FeatureMatrix.owning(ids, bound.asOf(), bound.schema(), columns, bound.levels());
    }

    private int[] population() {
        int all = log.customers().size();
        int[] customers = new int[all];
        long end = (bound.asOf().toEpochDay() + 1) * PurchaseHistory.SECONDS_PER_DAY;
        int n = 0;
        for (int c = 0; c < all; c++) {
            if (LogSlices.hasSales(log, c, end)) {
                customers[n++] = c;
            }
        }
        if (n == 0) {
            throw new InvalidDataException("nobody bought anything on or before " + bound.asOf() + ": the log "
                    + (log.size() == 0 ? "has no rows" : "starts on " + log.firstDay()));
        }
        return Arrays.copyOf(customers, n);
    }

    private void compute(int[] customers, int from, int to, double[][] columns) {
        Worker taken = idle.poll();
        Worker worker = taken == null
                ? new Worker(
                        new LogSlices(log, bound.context(), CalendarDays.of(bound.asOf())), new double[columns.length])
                : taken;
        for (int i = from; i < to; i++) {
            bound.compute(worker.slices.open(customers[i]), worker.row);
            for (int column = 0; column < columns.length; column++) {
                columns[column][i] = worker.row[column];
            }
        }
        idle.add(worker);
    }
}
