@NullMarked
package org.ltv4j.models.trees;

import org.jspecify.annotations.NullMarked;
