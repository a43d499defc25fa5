package org.ltv4j.core.data;

/** What the values of a customer attribute are. All are kept as doubles; NaN stands for "not known". */
public enum AttributeType {
    /** A finite number. */
    NUMBER,
    /** 1 for yes, 0 for no. */
    FLAG,
    /** One of several names: the value is its place in {@link CustomerAttributes#levels}. */
    CATEGORY,
    /** A calendar day: days since 1970-01-01. */
    DATE
}
