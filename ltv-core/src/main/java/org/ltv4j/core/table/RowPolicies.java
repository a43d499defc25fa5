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
     * One policy for every reason. Rows that certainly hold no sale ({@link Reason#isFurniture()}) are skipped in any case; {@link
     * #with} can state otherwise.
     *
     * @param policy what to do with any row that cannot be used: fail or skip
     * @return the policies
     * @throws IllegalArgumentException if the policy is {@link RowPolicy#KEEP}
     */
    public static RowPolicies all(RowPolicy policy) {
        if (policy == RowPolicy.KEEP) {
            throw keepsNot("every reason");
        }
        EnumMap<Reason, RowPolicy> map = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            map.put(reason, reason.isFurniture() ? RowPolicy.SKIP : policy);
        }
        return new RowPolicies(map);
    }

    /**
     * These policies with another one for a reason.
     *
     * @param reason why a row cannot be used
     * @param policy what to do then
     * @return the policies
     * @throws IllegalArgumentException if the policy is {@link RowPolicy#KEEP} and the reason not {@link Reason#MISSING_AMOUNT}
     */
    public RowPolicies with(Reason reason, RowPolicy policy) {
        if (policy == RowPolicy.KEEP && reason != Reason.MISSING_AMOUNT) {
            throw keepsNot(reason.toString());
        }
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

    private static IllegalArgumentException keepsNot(String reason) {
        return new IllegalArgumentException("RowPolicy.KEEP is for " + Reason.MISSING_AMOUNT + " only, got it for "
                + reason + ": FAIL and SKIP are for all");
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
