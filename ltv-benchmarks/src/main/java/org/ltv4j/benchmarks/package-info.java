/**
 * Benchmarks beside their rivals, and the comparison of two runs.
 *
 * <p>{@link org.ltv4j.benchmarks.Benchmarks} runs all and writes JSON; {@link org.ltv4j.benchmarks.Compare} reads one run
 * (how far ahead of its rivals is the library?) or two (has it become slower?). Figures are CPU time, the minimum over
 * forks, and only their ratios inside one run mean anything: the wall clock of a shared machine moves by a third.
 */
@NullMarked
package org.ltv4j.benchmarks;

import org.jspecify.annotations.NullMarked;
