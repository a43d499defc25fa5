@NullMarked
package org.ltv4j.core.score;

import org.jspecify.annotations.NullMarked;
