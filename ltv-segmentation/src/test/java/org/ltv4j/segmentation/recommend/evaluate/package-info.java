@NullMarked
package org.ltv4j.segmentation.recommend.evaluate;

import org.jspecify.annotations.NullMarked;
