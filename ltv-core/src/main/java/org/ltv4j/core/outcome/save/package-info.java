/**
 * Saves models that foretell outcomes, fused and wrapped ones too, and loads them again.
 *
 * <pre>{@code
 * OutcomeModels.save(fused, Path.of("fused.json"));
 * FeatureSources sources = FeatureSources.matching(known, FeatureSource.of(plan), hybridFeatures);
 * OutcomeModel again = OutcomeModels.load(Path.of("fused.json"), sources);
 * }</pre>
 *
 * <p>All numbers of a model are in the file. What makes its features is code, which no file can hold: the file holds their schema
 * instead, with its fingerprint, and the program gives the source when it loads. A source that makes other features is refused. The
 * fingerprint covers names, types, units, formulas and dates; a program that changes what a feature of its own computes has to
 * change its formula as well.
 *
 * <p>Files are versioned JSON with a checksum. The same model gives the same bytes, and what is loaded foretells the same to the last bit.
 * Loading trusts nothing, as {@link org.ltv4j.core.io.Models} does not.
 */
@NullMarked
package org.ltv4j.core.outcome.save;

import org.jspecify.annotations.NullMarked;
