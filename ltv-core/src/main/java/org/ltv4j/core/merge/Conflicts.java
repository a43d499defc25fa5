package org.ltv4j.core.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ltv4j.core.data.BadValue;
import org.ltv4j.core.data.InvalidDataException;

/** Collects rows of one key and different content for one error. */
final class Conflicts {
    private static final int MOST_SHOWN = 10;

    private final AppendPlan plan;
    private final List<BadValue> shown = new ArrayList<>();
    private int count;

    Conflicts(AppendPlan plan) {
        this.plan = plan;
    }

    void add(int line, String other, int otherLine, List<String> differences) {
        count++;
        if (shown.size() < MOST_SHOWN) {
            String where = otherLine > 0 ? "line " + otherLine + " of " + other : "a row of " + other;
            shown.add(new BadValue(
                    line,
                    "",
                    "",
                    "has the " + plan.key() + " of " + where + " but another " + String.join(", ", differences)));
        }
    }

    void failIfAny() {
        if (count == 0) {
            return;
        }
        String rows = shown.stream().map(BadValue::toString).collect(Collectors.joining("; "));
        String more = count > shown.size() ? "; and " + (count - shown.size()) + " more" : "";
        throw new InvalidDataException(
                (count == 1 ? "1 row contradicts another one: " : count + " rows contradict others: ")
                        + rows
                        + more
                        + (plan.conflicts() == ConflictRule.FAIL
                                ? ". Fix them, or say which counts: AppendPlan.withConflicts(KEEP_FIRST or TAKE_NEWER)"
                                : ". Which of them came first is not known, since they state the same line: append their"
                                        + " files one after the other"),
                shown);
    }
}
