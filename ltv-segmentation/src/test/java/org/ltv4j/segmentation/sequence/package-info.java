/** Tests of sequences. */
@NullMarked
package org.ltv4j.segmentation.sequence;

import org.jspecify.annotations.NullMarked;
