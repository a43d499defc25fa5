package org.ltv4j.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern GAP = Pattern.compile("\\{\\d+}");
    private static final Object[] GAPS = {"g0", "g1", "g2", "g3", "g4"};

    private static Texts texts(Language language) {
        return new Texts(language, new Formats(language, "EUR"));
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(texts(Language.ZH).keys()).isEqualTo(texts(Language.EN).keys());
    }

    @Test
    void bothLanguagesFillTheSameGaps() {
        for (String key : texts(Language.EN).keys()) {
            assertThat(gaps(Language.ZH, key)).as(key).isEqualTo(gaps(Language.EN, key));
        }
    }

    private static TreeSet<String> gaps(Language language, String key) {
        String raw = texts(language).get(key, "{0}", "{1}", "{2}", "{3}", "{4}");
        TreeSet<String> gaps = new TreeSet<>();
        GAP.matcher(raw).results().map(MatchResult::group).forEach(gaps::add);
        return gaps;
    }

    @Test
    void noTextIsEmptyAndChineseIsChinese() {
        Pattern chinese = Pattern.compile("\\p{IsHan}");
        for (String key : texts(Language.EN).keys()) {
            assertThat(texts(Language.EN).get(key, GAPS)).as(key).isNotBlank();
            String text = texts(Language.ZH).get(key, GAPS);
            boolean symbols = text.matches("[\\p{Punct}–→、，gtxTm_ 0-9]*");
            assertThat(chinese.matcher(text).find() || symbols)
                    .as(key + ": " + text)
                    .isTrue();
            assertThat(chinese.matcher(texts(Language.EN).get(key, GAPS)).find())
                    .as(key)
                    .isFalse();
        }
    }

    @Test
    void numbersAndDatesInGapsAreWrittenInTheLanguage() {
        Phrase lead =
                Phrase.of("report.lead", "f.csv", 1_234_567L, 12, LocalDate.of(1997, 1, 1), LocalDate.of(1998, 6, 30));
        assertThat(texts(Language.EN).say(lead))
                .isEqualTo(
                        "f.csv: 1,234,567 sales rows of 12 customers, 1\u00A0January\u00A01997 to 30\u00A0June\u00A01998.");
        assertThat(texts(Language.ZH).say(lead)).contains("1997年1月1日至1998年6月30日");
    }

    @Test
    void textsOfTheDataAreNotReadAsGaps() {
        assertThat(texts(Language.EN).get("report.lead.nothing", "{1}.csv", 5L)).startsWith("{1}.csv: 5 rows");
    }

    @Test
    void anUnknownKeyIsAnError() {
        assertThatThrownBy(() -> texts(Language.EN).get("no.such.key")).hasMessageContaining("no.such.key");
    }
}
