@NullMarked
package org.ltv4j.core.privacy;

import org.jspecify.annotations.NullMarked;
