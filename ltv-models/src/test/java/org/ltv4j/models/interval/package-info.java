/** Tests of intervals on simulations whose truth is known. */
@NullMarked
package org.ltv4j.models.interval;

import org.jspecify.annotations.NullMarked;
