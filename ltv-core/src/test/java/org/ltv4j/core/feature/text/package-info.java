@NullMarked
package org.ltv4j.core.feature.text;

import org.jspecify.annotations.NullMarked;
