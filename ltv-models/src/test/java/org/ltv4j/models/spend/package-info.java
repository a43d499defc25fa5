@NullMarked
package org.ltv4j.models.spend;

import org.jspecify.annotations.NullMarked;
