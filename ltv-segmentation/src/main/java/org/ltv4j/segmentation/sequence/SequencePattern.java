package org.ltv4j.segmentation.sequence;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A sequential pattern.
 *
 * @param events names of the items of each event, in the order of time
 * @param count sequences in which it occurs
 * @param sequences all sequences, the empty ones included
 */
public record SequencePattern(List<List<String>> events, int count, int sequences) {
    /**
     * Copies the lists.
     *
     * @param events names of the items of each event, in the order of time
     * @param count sequences in which it occurs
     * @param sequences all sequences, the empty ones included
     */
    public SequencePattern {
        events = events.stream().map(List::copyOf).toList();
    }

    /**
     * The share of all sequences in which it occurs.
     *
     * @return above 0, at most 1
     */
    public double support() {
        return (double) count / sequences;
    }

    /**
     * The items of all events together.
     *
     * @return at least 1
     */
    public int items() {
        return events.stream().mapToInt(List::size).sum();
    }

    /**
     * The pattern for people, such as {@code bread|milk -> butter}. Names are not quoted.
     *
     * @return one line
     */
    public String text() {
        return events.stream().map(event -> String.join("|", event)).collect(Collectors.joining(" -> "));
    }
}
