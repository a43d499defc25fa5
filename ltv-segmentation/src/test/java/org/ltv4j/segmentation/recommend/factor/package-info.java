@NullMarked
package org.ltv4j.segmentation.recommend.factor;

import org.jspecify.annotations.NullMarked;
