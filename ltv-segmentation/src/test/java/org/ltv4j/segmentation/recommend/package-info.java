@NullMarked
package org.ltv4j.segmentation.recommend;

import org.jspecify.annotations.NullMarked;
