package org.ltv4j.core.evaluate;

/**
 * Customers with similar predictions, and what they did.
 *
 * @param customers how many, at least 1
 * @param meanPredicted mean of their predictions
 * @param meanActual mean of what they did; customers with equal predictions on the border of two groups count with their mean
 */
public record CalibrationBin(int customers, double meanPredicted, double meanActual) {}
