/**
 * What keeps customers' data from those who need not see it: pseudonyms by keyed hash, masks for display, roles and what
 * each may see, a trail of who looked, erasure with a receipt, consent. Nothing here keeps state of its own; keys, clocks
 * and files come from the caller.
 *
 * <p>Pseudonyms and masked values are still personal data: whoever has the key, or the raw ids and patience, finds the
 * person again. What the library does for the law and what stays with the caller is in {@code docs/privacy.md}.
 *
 * <pre>{@code
 * try (PseudonymKey key = PseudonymKey.ofBase64("k1", secret)) {                   // at least 32 bytes; wiped
 *     Pseudonymizer analytics = key.forPurpose("analytics");
 *     Screened consented = consent.apply(log, today);
 *     TransactionLog shared = analytics.apply(consented.log());                    // other ids, same numbers
 *
 *     DisclosurePolicy policy = DisclosurePolicy.of(Role.ANALYST).withPseudonyms(analytics);
 *     String shown = policy.render("customer", Sensitivity.IDENTIFIER, "13085");   // k1-x4fq...
 *
 *     Erasure erasure = Erasure.of(Set.of("13085"), "request 2026-17");
 *     TransactionLog kept = erasure.from("sales log", log);
 *     erasure.fromCsv(Path.of("scores.csv"), "customer_id");
 *     String receipt = erasure.receipt(clock).toJson();                            // names nobody
 * }
 * }</pre>
 */
@NullMarked
package org.ltv4j.core.privacy;

import org.jspecify.annotations.NullMarked;
