/** Tests of the package of the same name. */
@NullMarked
package org.ltv4j.core.evaluate.plot;

import org.jspecify.annotations.NullMarked;
