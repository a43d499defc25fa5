package org.ltv4j.core.monitor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether to fit a model anew, and why.
 *
 * @param asOf the date of the advice
 * @param reasons each with its figure and threshold, the weightiest first; at least one
 */
public record RetrainAdvice(LocalDate asOf, List<RetrainReason> reasons) {
    /**
     * Orders the reasons.
     *
     * @param asOf the date of the advice
     * @param reasons at least one
     */
    public RetrainAdvice {
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("an advice needs a reason");
        }
        reasons = reasons.stream()
                .sorted(Comparator.comparing(RetrainReason::action).reversed())
                .toList();
    }

    /**
     * What to do.
     *
     * @return what the weightiest reason asks for
     */
    public RetrainAction action() {
        return reasons.get(0).action();
    }

    /**
     * The advice for other programs. There is no customer in it.
     *
     * @return JSON: {@code format} is {@code ltv-retrain-advice}, then {@code asOf}, {@code action} and {@code reasons}
     */
    public String toJson() {
        return MonitorJson.of("ltv-retrain-advice", out -> MonitorJson.advice(this, out));
    }

    /** The same advice with one reason more. */
    RetrainAdvice with(RetrainReason reason) {
        List<RetrainReason> more = new ArrayList<>(reasons);
        more.add(reason);
        return new RetrainAdvice(asOf, more);
    }

    /** The action, the date, and a line per reason. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(asOf + ": " + action() + "\n");
        reasons.forEach(reason -> text.append("- ").append(reason).append('\n'));
        return text.toString();
    }
}
