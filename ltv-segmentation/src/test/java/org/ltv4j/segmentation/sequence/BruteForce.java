package org.ltv4j.segmentation.sequence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Sequential patterns by trying every occurrence: the definition, for small data. */
final class BruteForce {
    private final SequenceLog log;
    private final PatternOptions options;
    private final Map<List<List<String>>, BitSet> found = new HashMap<>();
    private int sequence;

    private BruteForce(SequenceLog log, PatternOptions options) {
        this.log = log;
        this.options = options;
    }

    /** Patterns as lists of events with sorted names, and their counts. */
    static Map<List<List<String>>, Integer> mine(SequenceLog log, PatternOptions options) {
        BruteForce all = new BruteForce(log, options);
        for (all.sequence = 0; all.sequence < log.size(); all.sequence++) {
            all.from(-1, -1, new ArrayList<>());
        }
        int minCount = options.minSupport().among(log.size());
        all.found.values().removeIf(where -> where.cardinality() < minCount);
        Map<List<List<String>>, Integer> result = new HashMap<>();
        all.found.forEach((pattern, where) -> {
            if (all.wanted(pattern) && !(options.closed() && all.hasEqual(pattern, where))) {
                result.put(pattern, where.cardinality());
            }
        });
        return result;
    }

    private void from(int first, int last, List<List<String>> pattern) {
        if (!pattern.isEmpty()) {
            found.computeIfAbsent(List.copyOf(pattern), any -> new BitSet()).set(sequence);
        }
        if (pattern.size() == options.maxEvents()) {
            return;
        }
        for (int e = Math.max(log.start(sequence), last + 1); e < log.start(sequence + 1); e++) {
            if (last >= 0) {
                long gap = log.day(e) - log.day(last);
                if (gap < options.minGap()
                        || gap > options.maxGap()
                        || log.day(e) - log.day(first) > options.maxSpan()) {
                    continue;
                }
            }
            for (List<String> items : subsets(e)) {
                if (size(pattern) + items.size() <= options.maxItems()) {
                    pattern.add(items);
                    from(first < 0 ? e : first, e, pattern);
                    pattern.remove(pattern.size() - 1);
                }
            }
        }
    }

    private List<List<String>> subsets(int event) {
        List<String> names = new ArrayList<>(new TreeSet<>(log.names(event)));
        names.removeIf(name -> options.items().none().contains(name)
                || (!options.items().only().isEmpty() && !options.items().only().contains(name)));
        List<List<String>> subsets = new ArrayList<>();
        for (int bits = 1; bits < 1 << names.size(); bits++) {
            List<String> some = new ArrayList<>();
            for (int k = 0; k < names.size(); k++) {
                if ((bits >> k & 1) == 1) {
                    some.add(names.get(k));
                }
            }
            subsets.add(some);
        }
        return subsets;
    }

    private static int size(List<List<String>> pattern) {
        return pattern.stream().mapToInt(List::size).sum();
    }

    private boolean wanted(List<List<String>> pattern) {
        Set<String> names = new HashSet<>();
        pattern.forEach(names::addAll);
        return size(pattern) >= options.minItems()
                && pattern.size() >= options.minEvents()
                && names.containsAll(options.items().all());
    }

    private boolean hasEqual(List<List<String>> pattern, BitSet where) {
        return found.entrySet().stream()
                .anyMatch(other -> size(other.getKey()) > size(pattern)
                        && other.getValue().equals(where)
                        && contains(other.getKey(), pattern));
    }

    private static boolean contains(List<List<String>> outer, List<List<String>> inner) {
        int matched = 0;
        for (List<String> event : outer) {
            if (matched < inner.size() && event.containsAll(inner.get(matched))) {
                matched++;
            }
        }
        return matched == inner.size();
    }
}
