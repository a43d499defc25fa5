package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ltv4j.core.data.IdTable;

/** Ids that differ only by what is easily lost are said to, and stay apart. */
class LikeIdsTest {
    private static final String END =
            ": they count as different customers, as written; if they are the same, write them in one way";

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "C17,c17,letter case (1)",
                "Anna,ANNA,letter case (1)",
                "C17, C17,blanks around (1)",
                "C17,C17\t,blanks around (1)",
                "C17,C17\u00a0,blanks around (1)",
                "C17,\u3000C17,blanks around (1)",
                "C17,\ufeffC17,blanks around (1)",
                "17,0017,zeros in front (1)",
                "0,00,zeros in front (1)",
                "\u00e9 , \u00e9,blanks around (1)",
                "7c,0 7C,",
                "07c, 7C ,'letter case (1), blanks around (1), zeros in front (1)'"
            })
    void whatTheyDifferByIsSaid(String one, String other, String kinds) {
        List<String> notes = LikeIds.notes(IdTable.of(one, other, "x9"), "id");
        if (kinds == null) {
            assertThat(notes).isEmpty();
        } else {
            assertThat(notes).containsExactly("values of column id differ from another one only by " + kinds + END);
        }
    }

    @ParameterizedTest
    @CsvSource({"C17,C18", "17,170", "0,1", "a0,a00", "\u00c4,\u00e4", "-7,-07", "a b,ab", "1.0,1"})
    void whatDiffersInMoreDoesNotMatter(String one, String other) {
        assertThat(LikeIds.notes(IdTable.of(one, other), "id")).isEmpty();
    }

    /** The count is that of a map of texts. */
    @Property(tries = 500, seed = "20261122")
    void countsAsAMapOfTextsDoes(@ForAll("ids") Set<String> ids) {
        Set<String> folded = new HashSet<>();
        for (String id : ids) {
            folded.add(id.strip().toLowerCase(Locale.ROOT).replaceFirst("^0+(?=[0-9])", ""));
        }
        int twins = ids.size() - folded.size();
        List<String> notes = LikeIds.notes(IdTable.of(ids.toArray(new String[0])), "id");
        assertThat(notes).hasSize(twins > 0 ? 1 : 0);
        if (twins > 0) {
            int said = java.util.regex.Pattern.compile("\\(([0-9]+)\\)")
                    .matcher(notes.get(0))
                    .results()
                    .mapToInt(m -> Integer.parseInt(m.group(1)))
                    .sum();
            assertThat(said).isBetween(twins, 3 * twins);
        }
    }

    @Provide
    Arbitrary<Set<String>> ids() {
        Arbitrary<String> id =
                Arbitraries.strings().withChars("aA0 1b").ofMinLength(1).ofMaxLength(4);
        return id.filter(text -> !text.isBlank()).set().ofMaxSize(60);
    }

    @Test
    void filesAreLookedAt() {
        assertThat(Sales.rows("C17,2025-03-01,1", "c17,2025-03-02,1", " C17,2025-03-02,1", "C18,2025-03-02,1")
                        .format()
                        .notes())
                .singleElement()
                .asString()
                .startsWith(
                        "values of column customer differ from another one only by letter case (1), blanks around (1)")
                .doesNotContainIgnoringCase("c17");
    }

    @Test
    void manyIdsOfOneFormNeedNoNote() {
        String ids = java.util.stream.IntStream.range(0, 3000)
                .mapToObj(i -> String.format("%05d,2025-03-%02d,1", i % 2000, 1 + i % 28))
                .collect(Collectors.joining("\n"));
        assertThat(Sales.rows(ids.split("\n")).format().notes()).isEmpty();
    }
}
