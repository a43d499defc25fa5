@NullMarked
package org.ltv4j.core.feature;

import org.jspecify.annotations.NullMarked;
