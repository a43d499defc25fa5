@NullMarked
package org.ltv4j.models.lineup;

import org.jspecify.annotations.NullMarked;
