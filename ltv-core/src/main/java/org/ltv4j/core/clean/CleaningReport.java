package org.ltv4j.core.clean;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happened to the rows of a source, rule by rule, from reading to cleaning. Rows read are the rows kept and the
 * rows dropped by a named step, without remainder.
 *
 * @param rowsRead rows of the source; its header and blank lines are none
 * @param steps what each rule did, in the order in which the rules were applied
 */
public record CleaningReport(long rowsRead, List<CleaningStep> steps) {

    /**
     * Checks that no more rows are dropped than were read and that names are distinct.
     *
     * @param rowsRead rows of the source; its header and blank lines are none
     * @param steps what each rule did, in the order in which the rules were applied
     */
    public CleaningReport {
        steps = List.copyOf(steps);
        long dropped = steps.stream().mapToLong(CleaningStep::rowsDropped).sum();
        if (rowsRead < 0 || dropped > rowsRead) {
            throw new IllegalArgumentException("cannot drop " + dropped + " of " + rowsRead + " rows");
        }
        long names = steps.stream().map(CleaningStep::name).distinct().count();
        if (names != steps.size()) {
            throw new IllegalArgumentException("two steps of one name: "
                    + steps.stream().map(CleaningStep::name).toList());
        }
    }

    /**
     * A report of rows that all were usable, such as those pushed from Java.
     *
     * @param rows how many
     * @return a report without steps
     */
    public static CleaningReport ofRows(long rows) {
        return new CleaningReport(rows, List.of());
    }

    /**
     * Rows that are left.
     *
     * @return rows read less the rows dropped by the steps
     */
    public long rowsKept() {
        return rowsRead - rowsDropped();
    }

    /**
     * Rows taken away by all steps together.
     *
     * @return rows dropped
     */
    public long rowsDropped() {
        return steps.stream().mapToLong(CleaningStep::rowsDropped).sum();
    }

    /**
     * Rows dropped, by the name of the step that dropped them.
     *
     * @return steps that dropped rows, in order
     */
    public Map<String, Long> droppedByStep() {
        Map<String, Long> dropped = new LinkedHashMap<>();
        for (CleaningStep step : steps) {
            if (step.rowsDropped() > 0) {
                dropped.put(step.name(), step.rowsDropped());
            }
        }
        return dropped;
    }

    /**
     * One step.
     *
     * @param name its name
     * @return the step, or empty if there is none of that name
     */
    public Optional<CleaningStep> step(String name) {
        return steps.stream().filter(step -> step.name().equals(name)).findFirst();
    }

    /**
     * This report and further steps after its own.
     *
     * @param further what was done next
     * @return a longer report
     */
    public CleaningReport with(List<CleaningStep> further) {
        List<CleaningStep> all = new ArrayList<>(steps);
        all.addAll(further);
        return new CleaningReport(rowsRead, all);
    }

    /** One line for the rows and one for each step. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder()
                .append(rowsRead)
                .append(" rows read, ")
                .append(rowsKept())
                .append(" kept");
        steps.forEach(step -> out.append('\n').append("  ").append(step));
        return out.toString();
    }
}
