@NullMarked
package org.ltv4j.core.evaluate.backtest;

import org.jspecify.annotations.NullMarked;
