package org.ltv4j.core.privacy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.data.TransactionLog;

/**
 * What one role gets to see, field by field: first what is said of the field, else what the role sees of its class. An
 * exporter asks {@link #shows} once a column and {@link #render} once a value. Immutable.
 *
 * <pre>{@code
 * DisclosurePolicy policy = DisclosurePolicy.of(Role.MARKETING).withMask("phone", Mask.PHONE);
 * policy.render("phone", Sensitivity.IDENTIFIER, "13812345678");      // 138****5678
 * policy.shows("birthday", Sensitivity.SENSITIVE);                    // false: leave the column out
 * }</pre>
 */
public final class DisclosurePolicy {
    private final Role role;
    private final Map<String, Disclosure> fields;
    private final Map<String, Mask> masks;
    private final @Nullable Pseudonymizer pseudonyms;
    private final @Nullable AccessContext access;

    private DisclosurePolicy(
            Role role,
            Map<String, Disclosure> fields,
            Map<String, Mask> masks,
            @Nullable Pseudonymizer pseudonyms,
            @Nullable AccessContext access) {
        this.role = role;
        this.fields = fields;
        this.masks = masks;
        this.pseudonyms = pseudonyms;
        this.access = access;
    }

    /**
     * The policy of a role without exceptions.
     *
     * @param role who reads
     * @return the policy
     */
    public static DisclosurePolicy of(Role role) {
        return new DisclosurePolicy(role, Map.of(), Map.of(), null, null);
    }

    /**
     * This policy with a source of pseudonyms, which a role that sees pseudonyms needs.
     *
     * @param source pseudonyms of the reader's purpose
     * @return the policy
     */
    public DisclosurePolicy withPseudonyms(Pseudonymizer source) {
        return new DisclosurePolicy(role, fields, masks, source, access);
    }

    /**
     * This policy with a rule of its own for a field, whatever its class.
     *
     * @param field name of the column or feature
     * @param disclosure what the reader sees of it
     * @return the policy
     */
    public DisclosurePolicy withField(String field, Disclosure disclosure) {
        Map<String, Disclosure> more = new HashMap<>(fields);
        more.put(field, disclosure);
        return new DisclosurePolicy(role, Map.copyOf(more), masks, pseudonyms, access);
    }

    /**
     * This policy with a mask for a field; without one an identifier gets {@link Mask#ID} and everything else
     * {@link Mask#EVERYTHING}. It counts where the field is masked.
     *
     * @param field name of the column or feature
     * @param mask how it is masked
     * @return the policy
     */
    public DisclosurePolicy withMask(String field, Mask mask) {
        Map<String, Mask> more = new HashMap<>(masks);
        more.put(field, mask);
        return new DisclosurePolicy(role, fields, Map.copyOf(more), pseudonyms, access);
    }

    /**
     * This policy for a known reader. The listener hears of every hand-out of an identifier or of something sensitive before
     * it is made, in whatever form it goes out: shown, masked and as pseudonyms, since all three are personal data. It hears
     * the name of the field and how many values, once for a single value, a column or a log, and never a value. It does not
     * hear of fields that are hidden, nor of plain ones; of a log it always hears. {@link #shows}, {@link #showsNumbers} and {@link #disclosure} only answer a
     * question and tell nobody.
     *
     * @param context who reads, what for, and who is told
     * @return the policy
     */
    public DisclosurePolicy withAccess(AccessContext context) {
        return new DisclosurePolicy(role, fields, masks, pseudonyms, context);
    }

    /**
     * Who reads.
     *
     * @return the role
     */
    public Role role() {
        return role;
    }

    /**
     * What the reader sees of a field.
     *
     * @param field name of the column or feature
     * @param sensitivity its class
     * @return the rule of the field, else that of the role
     */
    public Disclosure disclosure(String field, Sensitivity sensitivity) {
        Disclosure own = fields.get(field);
        return own == null ? role.of(sensitivity) : own;
    }

    /**
     * Whether the reader sees anything of a field. An export leaves the column out where not.
     *
     * @param field name of the column or feature
     * @param sensitivity its class
     * @return false where it is hidden
     */
    public boolean shows(String field, Sensitivity sensitivity) {
        return disclosure(field, sensitivity) != Disclosure.HIDE;
    }

    /**
     * Whether the reader sees the numbers of a field: they are shown or not, nothing in between.
     *
     * @param field name of the column or feature
     * @param sensitivity its class
     * @return true where values are shown as they are
     */
    public boolean showsNumbers(String field, Sensitivity sensitivity) {
        return disclosure(field, sensitivity) == Disclosure.SHOW;
    }

    /**
     * As {@link #showsNumbers}, for an exporter about to hand out a column of numbers: the listener hears of it where they are
     * shown and are identifiers or sensitive.
     *
     * @param field name of the column or feature
     * @param sensitivity its class
     * @param count how many numbers
     * @return true where they may be handed out
     */
    public boolean handsOutNumbers(String field, Sensitivity sensitivity, long count) {
        boolean shown = showsNumbers(field, sensitivity);
        if (shown && sensitivity != Sensitivity.PLAIN) {
            told(field, count);
        }
        return shown;
    }

    /**
     * A value as the reader may see it; the listener hears of it.
     *
     * @param field name of the column or feature
     * @param sensitivity its class
     * @param value the text; an empty one stays empty
     * @return the text, its mask or pseudonym, or the empty text where it is hidden
     * @throws IllegalStateException if pseudonyms are asked for and no source of them was given
     */
    public String render(String field, Sensitivity sensitivity, String value) {
        Disclosure disclosure = disclosure(field, sensitivity);
        toldOf(field, sensitivity, disclosure, 1);
        return rendered(field, sensitivity, disclosure, value);
    }

    /**
     * A whole column as the reader may see it; the listener hears of it once.
     *
     * @param field name of the column or feature
     * @param sensitivity its class
     * @param values the texts
     * @return as many texts
     * @throws IllegalStateException if pseudonyms are asked for and no source of them was given
     */
    public List<String> render(String field, Sensitivity sensitivity, List<String> values) {
        Disclosure disclosure = disclosure(field, sensitivity);
        toldOf(field, sensitivity, disclosure, values.size());
        List<String> out = new ArrayList<>(values.size());
        for (String value : values) {
            out.add(rendered(field, sensitivity, disclosure, value));
        }
        return out;
    }

    /**
     * A table of ids as the reader may see it; the listener hears of it once. Masked ids may look alike, so this is for
     * showing; see {@link #apply} for working on.
     *
     * @param field name of the column
     * @param sensitivity its class
     * @param ids the ids
     * @return as many texts, in the order of the table
     * @throws IllegalStateException if pseudonyms are asked for and no source of them was given
     */
    public List<String> render(String field, Sensitivity sensitivity, IdTable ids) {
        Disclosure disclosure = disclosure(field, sensitivity);
        toldOf(field, sensitivity, disclosure, ids.size());
        List<String> out = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            out.add(rendered(field, sensitivity, disclosure, ids.id(i)));
        }
        return out;
    }

    /**
     * The log as the reader may work on it: with its customer ids, with pseudonyms, or, where ids are masked or hidden,
     * with running numbers, since masked ids are not distinct. Order numbers stay.
     *
     * @param log a log with raw customer ids
     * @param field name of the customer column, for example {@code customer}
     * @return a log of the same rows
     * @throws IllegalStateException if pseudonyms are asked for and no source of them was given
     */
    public TransactionLog apply(TransactionLog log, String field) {
        Disclosure disclosure = disclosure(field, Sensitivity.IDENTIFIER);
        told(field, log.customers().size());
        return switch (disclosure) {
            case SHOW -> log;
            case PSEUDONYM -> source(field).apply(log);
            case MASK, HIDE -> Ids.renamed(log, IdTable.numbered(log.customers().size()));
        };
    }

    private String rendered(String field, Sensitivity sensitivity, Disclosure disclosure, String value) {
        if (value.isEmpty()) {
            return value;
        }
        return switch (disclosure) {
            case SHOW -> value;
            case MASK -> mask(field, sensitivity).masked(value);
            case PSEUDONYM -> source(field).token(value);
            case HIDE -> "";
        };
    }

    private Mask mask(String field, Sensitivity sensitivity) {
        return masks.getOrDefault(field, sensitivity == Sensitivity.IDENTIFIER ? Mask.ID : Mask.EVERYTHING);
    }

    private Pseudonymizer source(String field) {
        if (pseudonyms == null) {
            throw new IllegalStateException("role " + role.name() + " sees pseudonyms of " + field
                    + ", but no source of them was given: call withPseudonyms");
        }
        return pseudonyms;
    }

    private void toldOf(String field, Sensitivity sensitivity, Disclosure disclosure, int count) {
        if (sensitivity != Sensitivity.PLAIN && disclosure != Disclosure.HIDE) {
            told(field, count);
        }
    }

    private void told(String field, long count) {
        if (access != null) {
            access.report(field, count);
        }
    }

    /** The role and the fields that differ from it. */
    @Override
    public String toString() {
        Map<Disclosure, Integer> own = new EnumMap<>(Disclosure.class);
        fields.values().forEach(disclosure -> own.merge(disclosure, 1, Integer::sum));
        return "what " + role.name() + " sees: identifiers " + role.identifiers() + ", sensitive " + role.sensitive()
                + (own.isEmpty() ? "" : ", by field " + own);
    }
}
