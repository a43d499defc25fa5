@NullMarked
package org.ltv4j.benchmarks;

import org.jspecify.annotations.NullMarked;
