@NullMarked
package org.ltv4j.core.feature.transform;

import org.jspecify.annotations.NullMarked;
