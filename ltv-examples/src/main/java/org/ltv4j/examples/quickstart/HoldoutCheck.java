package org.ltv4j.examples.quickstart;

import java.util.Map;
import java.util.Optional;
import org.ltv4j.examples.report.ReportData.Check;
import org.ltv4j.examples.report.ReportData.Tracking;

/**
 * Comparison with the part of the sales that was kept aside.
 *
 * @param view what the report shows
 * @param tracking repeat purchases week by week
 * @param asMap what the summary holds
 */
record HoldoutCheck(Check view, Optional<Tracking> tracking, Map<String, Object> asMap) {}
