package org.ltv4j.core.feature.text;

import java.util.Arrays;

/** The weights of a text's terms: only those of the vocabulary that it has. Immutable. */
public final class TermWeights {
    private final int[] terms;
    private final double[] weights;

    TermWeights(int[] terms, double[] weights) {
        this.terms = terms;
        this.weights = weights;
    }

    /**
     * How many terms of the vocabulary the text has.
     *
     * @return 0 for a text of other words only
     */
    public int size() {
        return terms.length;
    }

    /**
     * A term.
     *
     * @param i from 0 to {@code size() - 1}
     * @return its number in the vocabulary; rising with i
     */
    public int term(int i) {
        return terms[i];
    }

    /**
     * The weight of a term.
     *
     * @param i from 0 to {@code size() - 1}
     * @return above 0; the squares of all weights of a text add up to 1
     */
    public double weight(int i) {
        return weights[i];
    }

    /**
     * The weight of a term by its number.
     *
     * @param term a number in the vocabulary
     * @return the weight; 0 if the text does not have the term
     */
    public double weightOf(int term) {
        int at = Arrays.binarySearch(terms, term);
        return at < 0 ? 0 : weights[at];
    }

    /** Equal if terms and weights are, to the bit. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TermWeights others
                && Arrays.equals(others.terms, terms)
                && Arrays.equals(others.weights, weights);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(terms) + Arrays.hashCode(weights);
    }

    /** The number of terms. */
    @Override
    public String toString() {
        return "TermWeights[" + terms.length + " terms]";
    }
}
