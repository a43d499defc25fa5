@NullMarked
package org.ltv4j.core.simulate;

import org.jspecify.annotations.NullMarked;
