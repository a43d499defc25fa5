@NullMarked
package org.ltv4j.models.btyd;

import org.jspecify.annotations.NullMarked;
