@NullMarked
package org.ltv4j.models.fusion;

import org.jspecify.annotations.NullMarked;
