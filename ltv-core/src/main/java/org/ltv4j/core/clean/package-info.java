/**
 * From rows as they were sold to purchases that models may count: a plan of named rules, applied in a fixed order, and
 * a report of what each rule did. Nothing is dropped silently: rows read = rows kept + rows dropped by a named rule.
 */
@NullMarked
package org.ltv4j.core.clean;

import org.jspecify.annotations.NullMarked;
