package org.ltv4j.core.clean;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.data.TransactionLog;

/**
 * Lays rows aside.
 *
 * @param rule which rows
 * @param cut last day whose rows tell what a customer does; null for all
 */
record IsolationStep(IsolationRule rule, @Nullable LocalDate cut) implements Rule {

    @Override
    public void apply(Work work) {
        TransactionLog log = work.log();
        BitSet found = find(log);
        Tally tally = new Tally(log, "is laid aside");
        found.stream().forEach(row -> tally.add(row, -log.amount(row)));
        int customers = customersOf(log, found);
        work.report(tally.dropped(
                rule.name(), words() + " (" + customers + (customers == 1 ? " customer)" : " customers)")));
        work.isolate(rule.name(), found);
    }

    private BitSet find(TransactionLog log) {
        long lastDay = cut == null ? Long.MAX_VALUE : cut.toEpochDay();
        IsolationRule.Check check = rule.check();
        if (check instanceof IsolationRule.Burst burst) {
            require(log, burst.ofProduct() ? LogColumn.PRODUCT : LogColumn.CHANNEL);
            return new BurstFinder(log, burst, lastDay).find();
        } else if (check instanceof IsolationRule.Tiny tiny) {
            return rows(log, row -> log.amount(row) != 0 && Math.abs(log.amount(row)) <= tiny.upTo());
        } else if (check instanceof IsolationRule.Products products) {
            require(log, LogColumn.PRODUCT);
            Pattern pattern = Pattern.compile(products.regex());
            BitSet ids = ids(log.products(), id -> pattern.matcher(id).matches());
            return rows(log, row -> log.product(row) != TransactionLog.NONE && ids.get(log.product(row)));
        } else if (check instanceof IsolationRule.Orders orders) {
            require(log, LogColumn.ORDER);
            BitSet ids = ids(log.orders(), id -> id.startsWith(orders.prefix()));
            return rows(log, row -> log.order(row) != TransactionLog.NONE && ids.get(log.order(row)));
        } else if (check instanceof IsolationRule.Customers customers) {
            return customers(
                    log,
                    ids(log.customers(), id -> customers.pattern().matcher(id).matches()));
        } else if (check instanceof IsolationRule.Listed listed) {
            BitSet ids = new BitSet();
            listed.ids().forEach(id -> log.customers().indexOf(id).ifPresent(ids::set));
            return customers(log, ids);
        } else if (check instanceof IsolationRule.Busy busy) {
            return customers(log, StaffFinder.busy(log, busy, lastDay));
        } else if (check instanceof IsolationRule.Discounted discounted) {
            require(log, LogColumn.DISCOUNT);
            return customers(log, StaffFinder.discounted(log, discounted, lastDay));
        }
        throw new IllegalStateException("no such check: " + check.words());
    }

    private void require(TransactionLog log, LogColumn column) {
        if (log.size() > 0 && !column.isIn(log)) {
            throw new InvalidDataException("the step '" + rule.name() + "' needs a " + column
                    + " column, which the log has not: name it when reading, or leave the step out");
        }
    }

    private static BitSet rows(TransactionLog log, IntPredicate rule) {
        BitSet rows = new BitSet();
        for (int row = 0; row < log.size(); row++) {
            if (rule.test(row)) {
                rows.set(row);
            }
        }
        return rows;
    }

    private static BitSet ids(IdTable table, Predicate<String> rule) {
        BitSet ids = new BitSet();
        for (int id = 0; id < table.size(); id++) {
            ids.set(id, rule.test(table.id(id)));
        }
        return ids;
    }

    private static BitSet customers(TransactionLog log, BitSet customers) {
        BitSet rows = new BitSet();
        customers.stream().forEach(c -> rows.set(log.start(c), log.start(c + 1)));
        return rows;
    }

    private static int customersOf(TransactionLog log, BitSet rows) {
        int count = 0;
        int row = rows.nextSetBit(0);
        while (row >= 0) {
            count++;
            row = rows.nextSetBit(log.start(log.customer(row) + 1));
        }
        return count;
    }

    @Override
    public String text() {
        return rule.name() + ": " + rule;
    }

    @Override
    public String words() {
        boolean learns = rule.check() instanceof IsolationRule.Busy || rule.check() instanceof IsolationRule.Discounted;
        return rule + (learns && cut != null ? "; judged by rows up to " + cut : "");
    }
}
