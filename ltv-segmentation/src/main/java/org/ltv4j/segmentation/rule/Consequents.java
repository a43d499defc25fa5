package org.ltv4j.segmentation.rule;

/** How many items a rule may have on its right side. */
public enum Consequents {
    /** One item, as arules, Borgelt and Spark have it: easy to read, and what a recommendation needs. */
    ONE,
    /** Any number, as mlxtend and SPMF have it: many more rules, most of them saying what single ones said. */
    ANY
}
