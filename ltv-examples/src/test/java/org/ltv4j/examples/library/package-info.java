/** Tests of the programs to copy from. */
@NullMarked
package org.ltv4j.examples.library;

import org.jspecify.annotations.NullMarked;
