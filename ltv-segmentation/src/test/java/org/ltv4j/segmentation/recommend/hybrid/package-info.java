@NullMarked
package org.ltv4j.segmentation.recommend.hybrid;

import org.jspecify.annotations.NullMarked;
