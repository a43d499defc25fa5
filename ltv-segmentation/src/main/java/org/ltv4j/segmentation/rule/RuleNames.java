package org.ltv4j.segmentation.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.ltv4j.core.data.IdTable;

/**
 * Gives the items of rules numbers in the order of their names, leaves out those in no rule, and sorts both sides of each rule:
 * then the same rules are the same numbers, whatever log they came from.
 */
final class RuleNames {
    private RuleNames() {}

    /** Renumbers in place; the rules may be those of any table. */
    static IdTable canonical(RuleColumns rules, IdTable table) {
        BitSet used = new BitSet(table.size());
        for (int i = 0; i < rules.starts[rules.size]; i++) {
            used.set(rules.items[i]);
        }
        List<Named> names = new ArrayList<>(used.cardinality());
        used.stream().forEach(item -> names.add(new Named(table.id(item), item)));
        names.sort(Comparator.comparing(Named::name));
        int[] numberOf = new int[table.size()];
        int[] order = new int[names.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = names.get(i).item();
            numberOf[order[i]] = i;
        }
        for (int i = 0; i < rules.starts[rules.size]; i++) {
            rules.items[i] = numberOf[rules.items[i]];
        }
        for (int rule = 0; rule < rules.size; rule++) {
            Arrays.sort(rules.items, rules.starts[rule], rules.middles[rule]);
            Arrays.sort(rules.items, rules.middles[rule], rules.starts[rule + 1]);
        }
        return table.subset(order);
    }

    private record Named(String name, int item) {}
}
