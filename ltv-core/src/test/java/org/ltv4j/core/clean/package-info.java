@NullMarked
package org.ltv4j.core.clean;

import org.jspecify.annotations.NullMarked;
