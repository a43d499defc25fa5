/** Programs to copy from; the blocks of code in the documentation are these files. */
@NullMarked
package org.ltv4j.examples.library;

import org.jspecify.annotations.NullMarked;
