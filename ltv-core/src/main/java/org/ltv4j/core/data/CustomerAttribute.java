package org.ltv4j.core.data;

/**
 * An attribute that customers may have.
 *
 * @param name its name, for example {@code birth_date}
 * @param type what its values are
 * @param sensitivity how closely it points at a person
 */
public record CustomerAttribute(String name, AttributeType type, Sensitivity sensitivity) {
    /**
     * Checks the name.
     *
     * @param name its name; not blank
     * @param type what its values are
     * @param sensitivity how closely it points at a person
     */
    public CustomerAttribute {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an attribute needs a name, got a blank one");
        }
    }
}
