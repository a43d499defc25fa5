/** Tests of the rhythm of purchases. */
@NullMarked
package org.ltv4j.segmentation.rhythm;

import org.jspecify.annotations.NullMarked;
