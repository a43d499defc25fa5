@NullMarked
package org.ltv4j.core.io;

import org.jspecify.annotations.NullMarked;
