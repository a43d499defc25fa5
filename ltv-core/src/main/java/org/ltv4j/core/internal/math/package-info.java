/**
 * The mathematics under the models: special functions, quadrature, an optimiser, Hessians, draws from derived seeds and
 * sums that come out the same on any number of threads. <strong>Not API</strong>: it serves the modules of this library and may change or
 * vanish in any release.
 *
 * <p>The digamma of commons-math3 3.6.1 is wrong by up to 2.9e-9 and is never used here.
 */
@NullMarked
package org.ltv4j.core.internal.math;

import org.jspecify.annotations.NullMarked;
