/** Tests of the package of the same name. */
@NullMarked
package org.ltv4j.examples.quickstart;

import org.jspecify.annotations.NullMarked;
