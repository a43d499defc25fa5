package org.ltv4j.core.model;

import org.ltv4j.core.data.CustomerSummaries;

/**
 * Makes a model from histories: a pure function, so that the same data give the same model. A static {@code fit} method is
 * one already, for example {@code BgNbd::fit}.
 *
 * @param <M> the kind of model
 */
@FunctionalInterface
public interface Estimator<M extends LtvModel> {
    /**
     * Fits a model.
     *
     * @param data histories up to the end of the calibration
     * @return the fitted model
     */
    M fit(CustomerSummaries data);
}
