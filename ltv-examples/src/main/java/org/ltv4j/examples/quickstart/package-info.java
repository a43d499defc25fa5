/**
 * The main job as a program: from a sales file to scored customers and a report. {@link
 * org.ltv4j.examples.quickstart.Quickstart} is its door; what it does with the library is written out step by step in
 * {@code Job}.
 */
@NullMarked
package org.ltv4j.examples.quickstart;

import org.jspecify.annotations.NullMarked;
