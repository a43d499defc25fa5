/** What tests of this module share. */
@NullMarked
package org.ltv4j.segmentation.testing;

import org.jspecify.annotations.NullMarked;
