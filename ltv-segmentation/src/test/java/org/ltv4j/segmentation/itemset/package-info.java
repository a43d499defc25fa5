@NullMarked
package org.ltv4j.segmentation.itemset;

import org.jspecify.annotations.NullMarked;
