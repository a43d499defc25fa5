package org.ltv4j.core.feature.text;

/**
 * A term that some texts are about.
 *
 * @param term the term
 * @param weight mean of its weights over the texts, from 0 to 1
 * @param texts how many of the texts have it
 */
public record Keyword(String term, double weight, int texts) {}
