package org.ltv4j.segmentation.sequence;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule "who bought X, step by step, buys Y later": a pattern cut before its last event, as in arulesSequences. It keeps what was
 * counted, in customers.
 *
 * @param antecedent the events of X, names of items each, at least one
 * @param consequent the items of Y, the last event
 * @param both sequences with X and Y after it
 * @param nX sequences with X
 * @param nY sequences with Y
 * @param sequences all sequences, the empty ones included
 */
public record SequenceRule(
        List<List<String>> antecedent, List<String> consequent, int both, int nX, int nY, int sequences) {
    /**
     * Copies the lists.
     *
     * @param antecedent the events of X, names of items each, at least one
     * @param consequent the items of Y, the last event
     * @param both sequences with X and Y after it
     * @param nX sequences with X
     * @param nY sequences with Y
     * @param sequences all sequences, the empty ones included
     */
    public SequenceRule {
        antecedent = antecedent.stream().map(List::copyOf).toList();
        consequent = List.copyOf(consequent);
    }

    /**
     * The share of all sequences with X and Y after it.
     *
     * @return above 0, at most 1
     */
    public double support() {
        return (double) both / sequences;
    }

    /**
     * The share of X's sequences in which Y comes after it.
     *
     * @return above 0, at most 1
     */
    public double confidence() {
        return (double) both / nX;
    }

    /**
     * The confidence over the share of sequences with Y anywhere. Below 1 for many good rules: Y must come late enough here, and anywhere
     * there. {@link FollowUps} compares like with like.
     *
     * @return above 0
     */
    public double lift() {
        return confidence() / ((double) nY / sequences);
    }

    /**
     * The rule for people, such as {@code grinder -> beans => cups}. Names are not quoted.
     *
     * @return one line
     */
    public String text() {
        return antecedent.stream().map(event -> String.join("|", event)).collect(Collectors.joining(" -> ")) + " => "
                + String.join("|", consequent);
    }
}
