@NullMarked
package org.ltv4j.examples.architecture;

import org.jspecify.annotations.NullMarked;
