/**
 * The report of the main job as one HTML file: no script, no remote address, light and dark, for phones and desktops, in
 * English and Simplified Chinese. {@link org.ltv4j.examples.report.ReportData} holds what is shown,
 * {@link org.ltv4j.examples.report.HtmlReport} writes it; one class per section, one properties file per language.
 */
@NullMarked
package org.ltv4j.examples.report;

import org.jspecify.annotations.NullMarked;
