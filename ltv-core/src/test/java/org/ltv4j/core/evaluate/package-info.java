@NullMarked
package org.ltv4j.core.evaluate;

import org.jspecify.annotations.NullMarked;
