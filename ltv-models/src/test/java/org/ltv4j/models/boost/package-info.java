/** Tests of {@link org.ltv4j.models.boost}. */
@NullMarked
package org.ltv4j.models.boost;

import org.jspecify.annotations.NullMarked;
