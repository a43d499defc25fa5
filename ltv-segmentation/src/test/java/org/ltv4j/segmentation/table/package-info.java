@NullMarked
package org.ltv4j.segmentation.table;

import org.jspecify.annotations.NullMarked;
