/**
 * Several sources of sales into one log: the rows of a new day appended so that nothing counts twice ({@link
 * org.ltv4j.core.merge.AppendPlan}), and shops, tills and web shops joined under the ids of their members.
 */
@NullMarked
package org.ltv4j.core.merge;

import org.jspecify.annotations.NullMarked;
