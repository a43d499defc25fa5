package org.ltv4j.core.monitor;

import java.util.Optional;

/**
 * What a monthly refit came to.
 *
 * @param model the model to use from now on
 * @param refitted whether it is a new one
 * @param why in words
 * @param monitoring how the model that was in use is doing, with the advice that counts what the duel said; empty at the first fit
 * @param duel the model in use against the new fit on the newest window; empty where there can be none, which {@code why} explains
 */
public record Refit(
        ModelInUse model,
        boolean refitted,
        String why,
        Optional<MonitoringReport> monitoring,
        Optional<ChampionChallenger> duel) {
    /**
     * What it came to for other programs. There is no customer in it.
     *
     * @return JSON: {@code format} is {@code ltv-refit}, then {@code refitted}, {@code model}, {@code knownUntil}, {@code why}, and
     *     {@code monitoring} and {@code duel} where there are such
     */
    public String toJson() {
        return MonitorJson.of("ltv-refit", out -> MonitorJson.refit(this, out));
    }

    /** Why, then the figures. */
    @Override
    public String toString() {
        return why + "\n" + monitoring.map(report -> "\n" + report).orElse("")
                + duel.map(fought -> "\n" + fought + "\n").orElse("");
    }
}
