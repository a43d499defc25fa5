package org.ltv4j.benchmarks;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.feature.FeatureState;
import org.ltv4j.core.feature.FeatureStates;
import org.ltv4j.core.feature.Sale;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A purchase at the till: one row more in the state of one of 4,096 customers. */
@State(Scope.Thread)
public class PurchaseToState extends PerCall {
    private static final LocalDateTime OPENING = LocalDateTime.of(2011, 1, 1, 8, 0);

    private final List<FeatureState> states = new ArrayList<>();
    private int next;

    /** JMH makes it. */
    public PurchaseToState() {}

    /** Empties the states, so that a long run does not fill the memory. */
    @Setup(Level.Iteration)
    public void open() {
        TransactionLog log = TransactionLog.builder("GBP")
                .add("first", LocalDate.of(2011, 1, 1), 1)
                .order("o")
                .product("p")
                .quantity(1)
                .build();
        FeatureStates all = RetailFeatures.plan().bind(log).states();
        states.clear();
        for (int i = 0; i < Histories.COUNT; i++) {
            states.add(all.customer("c" + i));
        }
    }

    /**
     * Ours, the row itself included.
     *
     * @return the state
     */
    @Benchmark
    public FeatureState ltv4j() {
        FeatureState state = states.get(next & (Histories.COUNT - 1));
        state.add(Sale.of(OPENING.plusMinutes(next++ >> 10), 4.5)
                .withProduct("p")
                .withOrder("o")
                .withQuantity(1));
        return state;
    }
}
