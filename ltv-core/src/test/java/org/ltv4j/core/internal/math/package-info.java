@NullMarked
package org.ltv4j.core.internal.math;

import org.jspecify.annotations.NullMarked;
