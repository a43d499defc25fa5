package org.ltv4j.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ltv4j.core.data.Sensitivity.IDENTIFIER;
import static org.ltv4j.core.data.Sensitivity.PLAIN;
import static org.ltv4j.core.data.Sensitivity.SENSITIVE;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.TransactionLog;

class DisclosurePolicyTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private final Pseudonymizer pseudonyms = TestKeys.analytics();
    private final DisclosurePolicy analyst = DisclosurePolicy.of(Role.ANALYST).withPseudonyms(pseudonyms);
    private final DisclosurePolicy marketing =
            DisclosurePolicy.of(Role.MARKETING).withMask("phone", Mask.PHONE);
    private final DisclosurePolicy officer = DisclosurePolicy.of(Role.OFFICER);

    @Test
    void eachRoleSeesItsShare() {
        assertThat(analyst.render("customer", IDENTIFIER, "C0000127f")).isEqualTo(pseudonyms.token("C0000127f"));
        assertThat(marketing.render("customer", IDENTIFIER, "C0000127f")).isEqualTo("C***7f");
        assertThat(marketing.render("phone", IDENTIFIER, "13812345678")).isEqualTo("138****5678");
        assertThat(officer.render("customer", IDENTIFIER, "C0000127f")).isEqualTo("C0000127f");
        assertThat(analyst.render("review", SENSITIVE, "the coffee was cold")).isEmpty();
        assertThat(officer.render("review", SENSITIVE, "the coffee was cold")).isEqualTo("the coffee was cold");
        assertThat(marketing.render("city", PLAIN, "Berlin")).isEqualTo("Berlin");
    }

    @Test
    void columnsThatAreHiddenAreLeftOut() {
        assertThat(analyst.shows("customer", IDENTIFIER)).isTrue();
        assertThat(analyst.shows("birthday", SENSITIVE)).isFalse();
        assertThat(analyst.showsNumbers("age", SENSITIVE)).isFalse();
        assertThat(analyst.showsNumbers("purchases", PLAIN)).isTrue();
        assertThat(marketing.showsNumbers("customer", IDENTIFIER)).isFalse();
    }

    @Test
    void aFieldMayHaveARuleOfItsOwn() {
        DisclosurePolicy own = analyst.withField("age", Disclosure.SHOW).withField("customer", Disclosure.HIDE);
        assertThat(own.showsNumbers("age", SENSITIVE)).isTrue();
        assertThat(own.shows("customer", IDENTIFIER)).isFalse();
        assertThat(own.withField("note", Disclosure.MASK).render("note", SENSITIVE, "long and personal"))
                .as("only identifiers show a part of themselves unasked")
                .isEqualTo("***");
        assertThat(own)
                .hasToString("what analyst sees: identifiers PSEUDONYM, sensitive HIDE, by field {SHOW=1, HIDE=1}");
    }

    @Test
    void ownRolesAreAsGoodAsTheGivenOnes() {
        Role support = new Role("support", Disclosure.MASK, Disclosure.MASK);
        assertThat(DisclosurePolicy.of(support).render("customer", IDENTIFIER, "C0000127f"))
                .isEqualTo("C***7f");
        assertThatThrownBy(() -> new Role(" ", Disclosure.SHOW, Disclosure.SHOW))
                .hasMessage("a role needs a name");
    }

    @Test
    void pseudonymsNeedASource() {
        assertThatThrownBy(() -> DisclosurePolicy.of(Role.ANALYST).render("customer", IDENTIFIER, "planted"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("role analyst sees pseudonyms of customer, but no source of them was given:"
                        + " call withPseudonyms");
    }

    @Test
    void aLogGoesOutUnderPseudonymsOrNumbers() {
        TransactionLog log = TransactionLog.builder("EUR")
                .add("C0000127f", LocalDate.of(2026, 1, 1), 1)
                .add("C0000128f", LocalDate.of(2026, 1, 1), 2)
                .build();
        assertThat(officer.apply(log, "customer")).isSameAs(log);
        assertThat(analyst.apply(log, "customer").customers().id(1)).isEqualTo(pseudonyms.token("C0000128f"));
        assertThat(marketing.apply(log, "customer").customers().id(1)).isEqualTo("2");
        assertThat(marketing.apply(log, "customer").amount(1)).isEqualTo(2);
    }

    @Test
    void theListenerHearsWhoGotHowMuchAndNothingOfIt() {
        List<AccessEvent> heard = new ArrayList<>();
        AccessContext context = new AccessContext("r.chen", "complaint 17", NOON, heard::add);
        DisclosurePolicy watched = officer.withAccess(context);
        watched.render("customer", IDENTIFIER, "planted-1");
        watched.render("city", PLAIN, "Berlin");
        watched.render("customer", IDENTIFIER, List.of("planted-1", "planted-2"));
        watched.render("customer", IDENTIFIER, IdTable.of("planted-1", "planted-2", "planted-3"));
        marketing.withAccess(context).render("birthday", SENSITIVE, List.of("1990-01-01"));
        assertThat(heard).extracting(AccessEvent::count).containsExactly(1L, 2L, 3L);
        assertThat(heard.get(0))
                .isEqualTo(new AccessEvent(NOON.instant(), "r.chen", "complaint 17", "customer", 1))
                .hasToString("2026-11-22T12:00:00Z: 1 of customer for complaint 17");
        assertThat(heard.toString() + context).doesNotContain("planted", "chen");
    }

    /** Masked values and pseudonyms are personal data too. */
    @Test
    void theListenerHearsOfMasksAndPseudonymsOneByOneAndOfNumbers() {
        List<AccessEvent> heard = new ArrayList<>();
        AccessContext context = new AccessContext("r.chen", "campaign", NOON, heard::add);
        analyst.withAccess(context).render("customer", IDENTIFIER, "planted-1");
        marketing.withAccess(context).render("phone", IDENTIFIER, "13812345678");
        assertThat(officer.withAccess(context).handsOutNumbers("age", SENSITIVE, 7))
                .isTrue();
        assertThat(heard).extracting(AccessEvent::what).containsExactly("customer", "phone", "age");
        assertThat(heard).extracting(AccessEvent::count).containsExactly(1L, 1L, 7L);
        heard.clear();
        assertThat(analyst.withAccess(context).handsOutNumbers("age", SENSITIVE, 7))
                .isFalse();
        assertThat(officer.withAccess(context).handsOutNumbers("purchases", PLAIN, 7))
                .isTrue();
        assertThat(officer.withAccess(context).showsNumbers("age", SENSITIVE)).isTrue();
        marketing.withAccess(context).render("birthday", SENSITIVE, "1990-01-01");
        assertThat(heard).isEmpty();
    }

    @Test
    void whatCannotBeRecordedIsNotShown() {
        DisclosurePolicy watched = officer.withAccess(new AccessContext("r.chen", "report", NOON, event -> {
            throw new IllegalStateException("disk full");
        }));
        assertThatThrownBy(() -> watched.render("customer", IDENTIFIER, "planted"))
                .hasMessage("disk full");
    }
}
