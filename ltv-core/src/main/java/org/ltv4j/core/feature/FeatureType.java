package org.ltv4j.core.feature;

/** What the values of a feature are. All are kept as doubles; NaN stands for missing. */
public enum FeatureType {
    /** A quantity on a scale: an amount, a share, a number of days. */
    NUMBER,
    /** A whole number from 0 on. */
    COUNT,
    /** 1 for yes, 0 for no. */
    FLAG,
    /** One of several names: the value is its place in the levels of the column, from 0. */
    CATEGORY
}
