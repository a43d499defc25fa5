@NullMarked
package org.ltv4j.segmentation.basket;

import org.jspecify.annotations.NullMarked;
