package org.ltv4j.core.data;

/** How closely a column or a feature points at a person, so that exports can show each reader only what he may see. */
public enum Sensitivity {
    /** Names a person, alone or with a key: customer id, phone, e-mail, card. */
    IDENTIFIER,
    /** Tells of a person what he may want kept to himself: birth date, gender, what he wrote. */
    SENSITIVE,
    /** Neither, once identifiers are gone: counts, amounts, dates of purchases. */
    PLAIN
}
