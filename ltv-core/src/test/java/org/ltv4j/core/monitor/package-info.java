/** Drift, calibration, advice, duels and monthly refits. */
@NullMarked
package org.ltv4j.core.monitor;

import org.jspecify.annotations.NullMarked;
