/** Tests of explanations: sums, known functions, and texts by example. */
@NullMarked
package org.ltv4j.models.explain;

import org.jspecify.annotations.NullMarked;
