package org.ltv4j.benchmarks;

import java.time.LocalDate;
import java.util.Arrays;
import org.ltv4j.core.score.CustomerState;
import org.ltv4j.core.score.EventGate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A purchase at the till: what the models remember of one of 4,096 customers after it. */
@State(Scope.Thread)
public class StateUpdate extends PerCall {
    private static final LocalDate OPENING = LocalDate.of(2011, 1, 1);

    private final CustomerState[] states = new CustomerState[Histories.COUNT];
    private final String[] orders = new String[1 << 16];
    private EventGate gate = EventGate.ofDays(1);
    private int next;

    /** JMH makes it. */
    public StateUpdate() {
        Arrays.setAll(orders, i -> "R-" + (1_000_000 + i));
    }

    /** Begins anew, so that days do not run away. */
    @Setup(Level.Iteration)
    public void open() {
        Arrays.fill(states, CustomerState.firstPurchase(OPENING, 4.5));
        gate = EventGate.ofDays(1);
        next = 0;
    }

    /**
     * The state alone.
     *
     * @return the state
     */
    @Benchmark
    public CustomerState ltv4j() {
        int customer = next & (Histories.COUNT - 1);
        CustomerState state = states[customer].purchase(OPENING.plusDays(next++ >> 14), 4.5);
        states[customer] = state;
        return state;
    }

    /**
     * With the question whether the till sent it before.
     *
     * @return the state
     */
    @Benchmark
    public CustomerState ltv4jOnce() {
        int customer = next & (Histories.COUNT - 1);
        LocalDate day = OPENING.plusDays(next >> 16);
        String order = orders[next & (orders.length - 1)];
        next++;
        CustomerState state = states[customer];
        if (gate.admit("c", day, 4.5, order, "1") == EventGate.Verdict.NEW) {
            state = state.purchase(day, 4.5);
            states[customer] = state;
        }
        return state;
    }
}
