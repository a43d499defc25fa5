/** A door to the package-private likelihood of BG/NBD, for the benchmarks alone. */
@NullMarked
package org.ltv4j.models.btyd;

import org.jspecify.annotations.NullMarked;
