package org.ltv4j.models.boost;

import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.TrainingSet;

/**
 * Trains boosted trees to foretell spend, purchases or churn.
 *
 * <pre>{@code
 * XgbLtvModel model = XgbLtv.fit(trainingSet, XgbOptions.tweedie().withSeed(7));
 * Predictions predicted = model.predict(features);
 * }</pre>
 *
 * <p>A fit is a pure function: the same data, options and seed give the same model, to the last byte, on any number of threads of one
 * kind of machine. Nothing is printed.
 *
 * <p>Outcomes that are all the same give a model that says so, with a finding; a column without any value is passed over, with a
 * finding.
 */
public final class XgbLtv {
    private XgbLtv() {}

    /**
     * Trains with the usual objective of the outcome, see {@link XgbOptions#of(Outcome)}.
     *
     * @param data features with what happened afterwards
     * @return the model with its report
     * @throws InvalidDataException if the outcomes or features cannot be learnt from
     * @throws NativeLibraryException if XGBoost cannot be used on this machine
     */
    public static XgbLtvModel fit(TrainingSet data) {
        return fit(data, XgbOptions.of(data.outcome()));
    }

    /**
     * Trains on one thread.
     *
     * @param data features with what happened afterwards
     * @param options how to train
     * @return the model with its report
     * @throws InvalidDataException if the outcomes or features cannot be learnt from, or the options do not fit them
     * @throws NativeLibraryException if XGBoost cannot be used on this machine
     */
    public static XgbLtvModel fit(TrainingSet data, XgbOptions options) {
        return fit(data, options, Parallelism.SEQUENTIAL, ProgressListener.NONE);
    }

    /**
     * Trains on the features of one date.
     *
     * @param features a row per customer
     * @param outcome what the outcomes are of
     * @param outcomes what happened after the date of the features, a value per row
     * @param options how to train
     * @return the model with its report
     * @throws InvalidDataException if the outcomes or features cannot be learnt from, or the options do not fit them
     * @throws NativeLibraryException if XGBoost cannot be used on this machine
     */
    public static XgbLtvModel fit(FeatureMatrix features, Outcome outcome, double[] outcomes, XgbOptions options) {
        return fit(TrainingSet.of(features, outcome, outcomes), options);
    }

    /**
     * Trains on several threads. Below 50,000 rows one thread is used all the same: XGBoost's threads wait for one another by spinning,
     * which on a busy machine costs far more than they gain. For the same reason set {@code OMP_WAIT_POLICY=PASSIVE} in the
     * environment of a service.
     *
     * @param data features with what happened afterwards
     * @param options how to train
     * @param parallelism threads to use; the model does not depend on their number
     * @param listener hears of each round
     * @return the model with its report
     * @throws InvalidDataException if the outcomes or features cannot be learnt from, or the options do not fit them
     * @throws NativeLibraryException if XGBoost cannot be used on this machine
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static XgbLtvModel fit(
            TrainingSet data, XgbOptions options, Parallelism parallelism, ProgressListener listener) {
        return new XgbFit(data, options, parallelism, listener).fit();
    }
}
