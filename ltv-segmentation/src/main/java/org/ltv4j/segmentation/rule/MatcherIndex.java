package org.ltv4j.segmentation.rule;

import java.util.Arrays;
import org.ltv4j.core.data.IdTable;

/** Lists of rules by the rarest item of their antecedents, in flat arrays. */
final class MatcherIndex {
    final int[] lists;
    final int[] ruleOf;
    final long[] signatures;
    final int[] restStarts;
    final int[] rest;
    final int[] always;
    final int[] consequentStarts;
    final int[] consequents;

    private final RuleSet rules;
    /** Numbers of the rules' items in the table of the baskets, -1 where it has them not. */
    private final int[] itemOf;

    MatcherIndex(RuleSet rules, IdTable table) {
        this.rules = rules;
        this.itemOf = new int[rules.items().size()];
        for (int i = 0; i < itemOf.length; i++) {
            itemOf[i] = table.indexOf(rules.items(), i);
        }
        int[] rarest = rarest();
        this.lists = new int[table.size() + 1];
        int entries = 0;
        int unconditional = 0;
        int restLength = 0;
        for (int rule = 0; rule < rarest.length; rule++) {
            if (rarest[rule] >= 0) {
                lists[itemOf[rarest[rule]] + 1]++;
                entries++;
                restLength += rules.antecedentLength(rule) - 1;
            } else if (rarest[rule] == ALWAYS) {
                unconditional++;
            }
        }
        for (int item = 0; item < table.size(); item++) {
            lists[item + 1] += lists[item];
        }
        this.ruleOf = new int[entries];
        this.always = new int[unconditional];
        int[] next = lists.clone();
        for (int rule = 0, a = 0; rule < rarest.length; rule++) {
            if (rarest[rule] >= 0) {
                ruleOf[next[itemOf[rarest[rule]]]++] = rule;
            } else if (rarest[rule] == ALWAYS) {
                always[a++] = rule;
            }
        }
        this.signatures = new long[entries];
        this.restStarts = new int[entries + 1];
        this.rest = new int[restLength];
        for (int entry = 0; entry < entries; entry++) {
            fill(entry, rarest[ruleOf[entry]]);
        }
        this.consequentStarts = new int[rules.size() + 1];
        for (int rule = 0; rule < rules.size(); rule++) {
            consequentStarts[rule + 1] = consequentStarts[rule] + rules.consequentLength(rule);
        }
        this.consequents = new int[consequentStarts[rules.size()]];
        for (int rule = 0; rule < rules.size(); rule++) {
            for (int k = 0; k < rules.consequentLength(rule); k++) {
                consequents[consequentStarts[rule] + k] = itemOf[rules.consequent(rule, k)];
            }
        }
    }

    private static final int ALWAYS = -1;
    private static final int NEVER = -2;

    /** The item of each antecedent that is in the fewest antecedents: its list is the shortest to walk. */
    private int[] rarest() {
        int[] antecedentsWith = new int[itemOf.length];
        for (int rule = 0; rule < rules.size(); rule++) {
            for (int k = 0; k < rules.antecedentLength(rule); k++) {
                antecedentsWith[rules.antecedent(rule, k)]++;
            }
        }
        int[] rarest = new int[rules.size()];
        Arrays.fill(rarest, ALWAYS);
        for (int rule = 0; rule < rarest.length; rule++) {
            for (int k = 0; k < rules.antecedentLength(rule); k++) {
                int item = rules.antecedent(rule, k);
                if (itemOf[item] < 0) {
                    rarest[rule] = NEVER;
                    break;
                }
                if (rarest[rule] < 0 || antecedentsWith[item] < antecedentsWith[rarest[rule]]) {
                    rarest[rule] = item;
                }
            }
        }
        return rarest;
    }

    private void fill(int entry, int rarest) {
        int rule = ruleOf[entry];
        int at = restStarts[entry];
        for (int k = 0; k < rules.antecedentLength(rule); k++) {
            int item = rules.antecedent(rule, k);
            if (item != rarest) {
                rest[at++] = itemOf[item];
                signatures[entry] |= bit(itemOf[item]);
            }
        }
        restStarts[entry + 1] = at;
    }

    /** One of 64 bits for an item. */
    static long bit(int item) {
        return 1L << ((item * 0x9E3779B9) >>> 26);
    }
}
