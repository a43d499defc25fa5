package org.ltv4j.core.feature;

import java.util.Set;
import java.util.function.Function;

/**
 * Features that belong together and are computed in one go, for example those of recency, frequency and money. A family is a
 * value that knows no data; {@link #bind} ties it to the names, currency and columns of a log and gives the code that
 * computes.
 *
 * <pre>{@code
 * FeatureFamily visits = FeatureFamily.of("visits", context -> new FeatureKernel() {
 *     public List<Feature> features() {
 *         return List.of(Feature.of("visits", FeatureType.COUNT, "", "days with a purchase", "count of days", "date"));
 *     }
 *     public void compute(PurchaseHistory history, double[] out, int at) {
 *         out[at] = history.visits();
 *     }
 * });
 * FeatureMatrix features = Features.asOf(date).rfm().with(visits).from(log);
 * }</pre>
 */
public interface FeatureFamily {
    /**
     * The name in messages and data dictionaries.
     *
     * @return for example {@code rfm}
     */
    String name();

    /**
     * Ties the family to a log.
     *
     * @param context names, currency and columns of the log
     * @return the code that computes; safe to use from several threads at a time
     * @throws org.ltv4j.core.data.InvalidDataException if the log lacks a column that the family needs
     */
    FeatureKernel bind(FeatureContext context);

    /**
     * A family by its name and a function.
     *
     * @param name its name in messages
     * @param binding makes the kernel
     * @param needs columns that the log must have; checked before {@code binding} is asked
     * @return the family
     */
    static FeatureFamily of(String name, Function<FeatureContext, FeatureKernel> binding, SourceColumn... needs) {
        Set<SourceColumn> columns = Set.of(needs);
        return new FeatureFamily() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public FeatureKernel bind(FeatureContext context) {
                context.require(columns, name);
                return binding.apply(context);
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }
}
