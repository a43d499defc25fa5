@NullMarked
package org.ltv4j.core.table;

import org.jspecify.annotations.NullMarked;
