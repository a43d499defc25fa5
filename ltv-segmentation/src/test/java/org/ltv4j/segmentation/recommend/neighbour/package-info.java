@NullMarked
package org.ltv4j.segmentation.recommend.neighbour;

import org.jspecify.annotations.NullMarked;
