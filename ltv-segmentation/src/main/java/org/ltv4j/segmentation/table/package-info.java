/**
 * The border of this module: Tablesaw tables, CSV and JSON, in and out. Only here are types of Tablesaw in signatures; writing CSV and
 * JSON needs no Tablesaw on the class path.
 */
@NullMarked
package org.ltv4j.segmentation.table;

import org.jspecify.annotations.NullMarked;
