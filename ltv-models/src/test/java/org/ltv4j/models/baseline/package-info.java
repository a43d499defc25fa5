@NullMarked
package org.ltv4j.models.baseline;

import org.jspecify.annotations.NullMarked;
