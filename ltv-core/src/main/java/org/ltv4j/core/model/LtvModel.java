package org.ltv4j.core.model;

import java.util.Optional;

/** Any model of this library: immutable, thread-safe, able to be saved. */
public interface LtvModel {
    /**
     * The stable name of this kind of model, as it stands in saved files.
     *
     * @return for example {@code bg-nbd}
     */
    String kind();

    /**
     * How the model was fitted.
     *
     * @return the report, or empty for a model made from published numbers
     */
    Optional<FitReport> fit();
}
