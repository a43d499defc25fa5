@NullMarked
package org.ltv4j.models.tune;

import org.jspecify.annotations.NullMarked;
