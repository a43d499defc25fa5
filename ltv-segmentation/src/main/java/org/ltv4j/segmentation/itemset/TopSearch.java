package org.ltv4j.segmentation.itemset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.ltv4j.core.model.ProgressListener;

/** The best so many sets by support or by lift. */
final class TopSearch {
    private final Search search;
    private final MiningInput input;
    private final MiningPlan plan;
    private final MiningOptions options;
    private final int minCount;

    TopSearch(Search search, MiningPlan plan, MiningOptions options, int minCount) {
        this.search = search;
        this.input = search.input();
        this.plan = plan.withMaxItemsets(Long.MAX_VALUE);
        this.options = options;
        this.minCount = minCount;
    }

    Found find(TopItemsets top) {
        List<Candidate> best = new ArrayList<>();
        RequiredItems required = new RequiredItems(input, options, minCount);
        boolean bySupport = top.by() == TopItemsets.Measure.SUPPORT;
        boolean alone = input.isRequiring() && required.isSetByThemselves();
        if (plan.maxLength() >= 1 && !(bySupport && alone && top.k() == 1)) {
            int k = alone ? top.k() - 1 : top.k();
            best.addAll(bySupport ? bySupport(k) : byLift(top.k()));
            best.replaceAll(set -> new Candidate(required.merge(set.path()), set.count(), set.value()));
        }
        if (alone) {
            int count = input.rows().size();
            best.add(new Candidate(
                    input.required(),
                    count,
                    bySupport ? count : (double) count / input.log().size()));
        }
        Collections.sort(best);
        return Candidate.list(best.subList(0, Math.min(top.k(), best.size())), null);
    }

    /**
     * The count that the last of the best has is found by counting searches, each of which ends when there are enough. Above it there are fewer
     * than k sets; of those that have it the first ones are among the first k of all.
     */
    private List<Candidate> bySupport(int k) {
        List<Candidate> best = new ArrayList<>();
        MiningPlan few = plan.withMaxItemsets(k - 1L);
        int high = input.highestCount() + 1; // there are fewer than k sets from here on
        int low = minCount - 1; // as if there were k from here on
        boolean isOver = false;
        for (int next = high / 2; high - low > 1; next = low < minCount ? high / 2 : (low + high) >>> 1) {
            int count = Math.max(low + 1, Math.min(next, high - 1));
            long sets = search.count(count, few);
            isOver = search.guard().reason() != null;
            if (isOver) {
                break; // what is above is known, and goes before all the rest
            }
            low = sets >= k ? count : low;
            high = sets >= k ? high : count;
        }
        addAll(best, high, Long.MAX_VALUE, Integer.MAX_VALUE);
        if (low >= minCount && !isOver) {
            addAll(best, low, k, low);
        }
        return best;
    }

    /** Adds the sets with a count of at least {@code from} and at most {@code to} among the first so many. */
    private void addAll(List<Candidate> best, int from, long first, int to) {
        Search last = new Search(
                input, search.algorithm(), search.parallelism(), search.guard().again(), ProgressListener.NONE);
        Found found = last.find(from, plan.withMaxItemsets(first));
        search.guard().setReasonOf(last.guard());
        for (int i = 0; i < found.size(); i++) {
            int node = found.node(i);
            int count = found.tree().counts[node];
            if (count <= to) {
                best.add(new Candidate(found.tree().path(node), count, count));
            }
        }
    }

    private List<Candidate> byLift(int k) {
        List<BestByLift> parts = new ArrayList<>();
        search.guarded(() -> {
            RankedBaskets data = search.rows(minCount);
            Function<NodeBuffer, RankMiner> miners = search.miners(data, plan);
            return search.run(data, plan, true, out -> {
                BestByLift part = new BestByLift(k, data, input, plan, search.guard(), miners);
                synchronized (parts) {
                    parts.add(part);
                }
                return part;
            });
        });
        List<Candidate> best = new ArrayList<>();
        parts.forEach(part -> best.addAll(part.best()));
        return best;
    }
}
