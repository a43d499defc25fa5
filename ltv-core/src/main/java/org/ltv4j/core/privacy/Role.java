package org.ltv4j.core.privacy;

import org.ltv4j.core.data.Sensitivity;

/**
 * Who reads an export or a report, and what that role may see unless a field says otherwise. Plain fields are shown to
 * everyone. The library knows no users: which of them has which role is the caller's to decide.
 *
 * @param name short name, for example {@code analyst}
 * @param identifiers what the role sees of {@link Sensitivity#IDENTIFIER} fields
 * @param sensitive what the role sees of {@link Sensitivity#SENSITIVE} fields
 */
public record Role(String name, Disclosure identifiers, Disclosure sensitive) {
    /** Sees pseudonyms, so that rows can be joined, and nothing sensitive. */
    public static final Role ANALYST = new Role("analyst", Disclosure.PSEUDONYM, Disclosure.HIDE);

    /** Sees masked identifiers and nothing sensitive. */
    public static final Role MARKETING = new Role("marketing", Disclosure.MASK, Disclosure.HIDE);

    /** Sees everything: answers customers, and authorities. */
    public static final Role OFFICER = new Role("officer", Disclosure.SHOW, Disclosure.SHOW);

    /**
     * Checks the name.
     *
     * @param name short name, for example {@code analyst}
     * @param identifiers what the role sees of {@link Sensitivity#IDENTIFIER} fields
     * @param sensitive what the role sees of {@link Sensitivity#SENSITIVE} fields
     */
    public Role {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a role needs a name");
        }
    }

    /**
     * What this role sees of a class of fields.
     *
     * @param sensitivity the class
     * @return plain fields are shown
     */
    public Disclosure of(Sensitivity sensitivity) {
        return switch (sensitivity) {
            case IDENTIFIER -> identifiers;
            case SENSITIVE -> sensitive;
            case PLAIN -> Disclosure.SHOW;
        };
    }
}
