package org.ltv4j.core.table;

import java.util.EnumMap;
import java.util.Map;

/** A {@link RowPolicy} for each {@link Reason}. Immutable. */
public final class RowPolicies {
    private final EnumMap<Reason, RowPolicy> byReason;

    private RowPolicies(EnumMap<Reason, RowPolicy> byReason) {
        this.byReason = byReason;
    }

    /**
     * One policy for every reason.
     *
     * @param policy what to do with any row that cannot be used
     * @return the policies
     */
    public static RowPolicies all(RowPolicy policy) {
        EnumMap<Reason, RowPolicy> map = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            map.put(reason, policy);
        }
        return new RowPolicies(map);
    }

    /**
     * These policies with another one for a reason.
     *
     * @param reason why a row cannot be used
     * @param policy what to do then
     * @return the policies
     */
    public RowPolicies with(Reason reason, RowPolicy policy) {
        EnumMap<Reason, RowPolicy> copy = new EnumMap<>(byReason);
        copy.put(reason, policy);
        return new RowPolicies(copy);
    }

    /**
     * The policy for a reason.
     *
     * @param reason why a row cannot be used
     * @return what to do then
     */
    public RowPolicy of(Reason reason) {
        return byReason.getOrDefault(reason, RowPolicy.FAIL);
    }

    /**
     * The policies as a map.
     *
     * @return a policy for every reason
     */
    public Map<Reason, RowPolicy> asMap() {
        return java.util.Collections.unmodifiableMap(new EnumMap<>(byReason));
    }

    /** Same policy for every reason. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RowPolicies policies && byReason.equals(policies.byReason);
    }

    @Override
    public int hashCode() {
        return byReason.hashCode();
    }

    @Override
    public String toString() {
        return "RowPolicies" + byReason;
    }
}
