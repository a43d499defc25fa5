@NullMarked
package org.ltv4j.core.merge;

import org.jspecify.annotations.NullMarked;
