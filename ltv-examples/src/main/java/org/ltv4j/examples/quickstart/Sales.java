package org.ltv4j.examples.quickstart;

import org.ltv4j.core.clean.Cleaned;
import org.ltv4j.core.clean.CleaningPlan;
import org.ltv4j.core.profile.ProfileComparison;
import org.ltv4j.core.table.DetectedFormat;

/**
 * Sales that were read and cleaned.
 *
 * @param name what messages call the input
 * @param format how it was read
 * @param plan how it was cleaned
 * @param cleaned the rows that are left, and the report
 * @param profile the columns before and after cleaning
 */
record Sales(String name, DetectedFormat format, CleaningPlan plan, Cleaned cleaned, ProfileComparison profile) {}
