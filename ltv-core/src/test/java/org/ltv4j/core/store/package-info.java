@NullMarked
package org.ltv4j.core.store;

import org.jspecify.annotations.NullMarked;
