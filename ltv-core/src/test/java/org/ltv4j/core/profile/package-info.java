@NullMarked
package org.ltv4j.core.profile;

import org.jspecify.annotations.NullMarked;
