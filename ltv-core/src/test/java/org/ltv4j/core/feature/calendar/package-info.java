@NullMarked
package org.ltv4j.core.feature.calendar;

import org.jspecify.annotations.NullMarked;
