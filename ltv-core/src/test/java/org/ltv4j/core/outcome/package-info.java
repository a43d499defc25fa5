@NullMarked
package org.ltv4j.core.outcome;

import org.jspecify.annotations.NullMarked;
