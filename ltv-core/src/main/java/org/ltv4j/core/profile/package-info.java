/**
 * What stands in the columns of a log, in a few numbers and without naming anybody: counts, missing values, distinct values,
 * extremes, means, quantiles, histograms. Taken before and after cleaning, two profiles show what cleaning did.
 *
 * <pre>{@code
 * LogProfile before = LogProfile.of(read.log());
 * Cleaned clean = plan.apply(read.log(), read.report());
 * ProfileComparison change = before.compare(LogProfile.of(clean.log()));
 * Table table = Tables.of(change);
 * }</pre>
 *
 * <p>Histograms have bins that do not hang on the data, so that those of two logs can be laid over each other: numbers on the
 * grid 1, 2, 5, 10, 20, 50 and so on, times by calendar month, ids by how many rows bear them.
 */
@NullMarked
package org.ltv4j.core.profile;

import org.jspecify.annotations.NullMarked;
