@NullMarked
package org.ltv4j.core.data;

import org.jspecify.annotations.NullMarked;
