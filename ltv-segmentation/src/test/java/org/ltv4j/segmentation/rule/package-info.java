@NullMarked
package org.ltv4j.segmentation.rule;

import org.jspecify.annotations.NullMarked;
