/**
 * Words of reviews as numbers: texts are cut into terms, and terms weighed by how often a text has them and how few texts do
 * (TF-IDF).
 *
 * <pre>{@code
 * TfIdf reviews = TfIdf.fit(events, LocalDate.of(2025, 6, 30), TfIdf.Options.defaults().withMaxTerms(200));
 * TermWeights weights = reviews.transform("The espresso is very good");
 * List<Keyword> about = reviews.keywords(List.of("很好喝", "咖啡很香"), 5);
 * }</pre>
 *
 * <p>Chinese and Japanese, which write without spaces, are cut into pairs of neighbouring characters; a
 * {@link org.ltv4j.core.feature.text.Tokenizer} of one's own may do better. The vocabulary is made of texts up to a day, so
 * that nothing later is in it, and of terms that several texts share, so that it names nobody.
 */
@NullMarked
package org.ltv4j.core.feature.text;

import org.jspecify.annotations.NullMarked;
