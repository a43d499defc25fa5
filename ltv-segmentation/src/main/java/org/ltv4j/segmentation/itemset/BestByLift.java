package org.ltv4j.segmentation.itemset;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.PriorityQueue;
import java.util.function.Function;

/** Lets another miner find the sets of a rank, keeps the best of them by lift and forgets the rest. */
final class BestByLift implements RankMiner {
    private final int k;
    private final RankedBaskets data;
    private final MiningInput input;
    private final MiningPlan plan;
    private final MiningGuard guard;
    private final NodeBuffer found;
    private final RankMiner miner;
    /** The worst of the best first. */
    private final PriorityQueue<Candidate> best = new PriorityQueue<>(Collections.reverseOrder());

    private long claimed;

    BestByLift(
            int k,
            RankedBaskets data,
            MiningInput input,
            MiningPlan plan,
            MiningGuard guard,
            Function<NodeBuffer, RankMiner> miners) {
        this.k = k;
        this.data = data;
        this.input = input;
        this.plan = plan;
        this.guard = guard;
        this.found = new NodeBuffer(this::claim, plan, false);
        this.miner = miners.apply(found);
    }

    private void claim(int nodes) {
        long bytes = (long) nodes * NodeBuffer.STRIDE * Integer.BYTES;
        guard.claim(bytes);
        claimed += bytes;
    }

    /** The best so far, in no order. */
    Collection<Candidate> best() {
        return best;
    }

    @Override
    public void mine(int rank) {
        found.clear();
        guard.release(claimed);
        claimed = 0;
        try {
            miner.mine(rank);
        } finally {
            choose();
        }
    }

    private void choose() {
        int[] path = new int[16];
        double[] factors = new double[16]; // lift over count
        factors[0] = 1.0 / input.log().size();
        NodeBuffer.Reader reader = found.reader();
        for (long left = found.size(); left > 0; ) {
            int run = reader.run(left);
            int[] chunk = reader.chunk();
            for (int p = reader.end() - run * NodeBuffer.STRIDE; p < reader.end(); p += NodeBuffer.STRIDE) {
                int depth = chunk[p + 2];
                if (depth == path.length) {
                    path = Arrays.copyOf(path, 2 * depth);
                    factors = Arrays.copyOf(factors, 2 * depth);
                }
                int item = data.itemOf[chunk[p]];
                path[depth - 1] = input.ranking().rankOf()[item];
                factors[depth] =
                        factors[depth - 1] * input.log().size() / input.log().count(item);
                if (plan.wants(chunk[p + 1], depth)) {
                    offer(path, depth, chunk[p + 1], chunk[p + 1] * factors[depth]);
                }
            }
            left -= run;
        }
    }

    private void offer(int[] path, int length, int count, double lift) {
        if (best.size() == k && lift < best.element().value()) {
            return;
        }
        Candidate set = new Candidate(Arrays.copyOf(path, length), count, lift);
        if (best.size() == k) {
            if (set.compareTo(best.element()) > 0) {
                return;
            }
            best.remove();
        }
        best.add(set);
    }
}
