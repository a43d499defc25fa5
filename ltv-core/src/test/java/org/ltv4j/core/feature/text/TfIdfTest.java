package org.ltv4j.core.feature.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.CustomerEvents;
import org.ltv4j.core.data.CustomerEventsBuilder;
import org.ltv4j.core.data.EventKind;
import org.ltv4j.core.io.ModelFormatException;
import org.ltv4j.core.io.ModelParts;

class TfIdfTest {
    private static final List<String> TEXTS = List.of(
            "the coffee is good good coffee",
            "the tea is cold",
            "good tea and good cake",
            "coffee and cake",
            "cake cake cake");
    private static final TfIdf.Options TWO = TfIdf.Options.defaults().withMinDocuments(2);
    private static final double LAST_DIGIT = 2e-16; // scikit-learn adds the squares in another order

    /** scikit-learn 1.2.1: TfidfVectorizer(min_df=2) on the same texts; vocabulary, idf_ and rows as it printed them. */
    @Test
    void agreesWithScikitLearn() {
        TfIdf fitted = TfIdf.fit(TEXTS, TWO);
        assertThat(fitted.terms()).containsExactly("and", "cake", "coffee", "good", "is", "tea", "the");
        assertThat(fitted.idf(0)).isCloseTo(1.6931471805599454, within(LAST_DIGIT));
        assertThat(fitted.idf(1)).isCloseTo(1.4054651081081644, within(LAST_DIGIT));
        double[][] rows = {
            {0.0, 0.0, 0.6324555320336759, 0.6324555320336759, 0.31622776601683794, 0.0, 0.31622776601683794},
            {0.0, 0.0, 0.0, 0.0, 0.5773502691896257, 0.5773502691896257, 0.5773502691896257},
            {0.38664979129672966, 0.320954254281155, 0.0, 0.7732995825934593, 0.0, 0.38664979129672966, 0.0},
            {0.6098184563533858, 0.5062044059286201, 0.6098184563533858, 0.0, 0.0, 0.0, 0.0},
            {0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0}
        };
        requireRows(fitted, rows);
    }

    /** scikit-learn 1.2.1: TfidfVectorizer(min_df=2, sublinear_tf=True). */
    @Test
    void agreesWithScikitLearnWhereRepetitionCountsLess() {
        double[][] rows = {
            {0.0, 0.0, 0.6088450986844796, 0.6088450986844796, 0.35959372325985667, 0.0, 0.35959372325985667},
            {0.0, 0.0, 0.0, 0.0, 0.5773502691896257, 0.5773502691896257, 0.5773502691896257},
            {0.42425483688198745, 0.35216983911969085, 0.0, 0.7183258809056565, 0.0, 0.42425483688198745, 0.0}
        };
        requireRows(TfIdf.fit(TEXTS, TWO.withSublinear(true)), rows);
    }

    private static void requireRows(TfIdf fitted, double[][] rows) {
        for (int text = 0; text < rows.length; text++) {
            TermWeights weights = fitted.transform(TEXTS.get(text));
            for (int term = 0; term < rows[text].length; term++) {
                assertThat(weights.weightOf(term))
                        .as("text %s, term %s", text, fitted.terms().get(term))
                        .isCloseTo(rows[text][term], within(LAST_DIGIT));
            }
        }
    }

    /** scikit-learn 1.2.1: max_features=3, min_df=2 and max_df=0.5, min_df=2. */
    @Test
    void keepsTheMostFrequentTermsWithinTheLimits() {
        assertThat(TfIdf.fit(TEXTS, TWO.withMaxTerms(3)).terms()).containsExactly("cake", "coffee", "good");
        assertThat(TfIdf.fit(TEXTS, TWO.withMaxShare(0.5)).terms())
                .containsExactly("and", "coffee", "good", "is", "tea", "the");
        assertThat(TfIdf.fit(TEXTS, TWO.withStopWords(Set.of("and", "is", "the")))
                        .terms())
                .containsExactly("cake", "coffee", "good", "tea");
    }

    @Test
    void aTermOfFewTextsIsNotKeptSoThatTheVocabularyNamesNobody() {
        List<String> texts = new ArrayList<>(Collections.nCopies(5, "nice"));
        texts.addAll(Collections.nCopies(4, "thanks to Rumpelstilzchen"));
        assertThat(TfIdf.fit(texts, TfIdf.Options.defaults()).terms()).containsExactly("nice");
    }

    @Test
    void chineseReviewsHaveKeywords() {
        List<String> texts = List.of("咖啡很好喝", "咖啡太贵了", "服务很好", "咖啡不错，服务很好");
        TfIdf fitted = TfIdf.fit(texts, TWO);
        assertThat(fitted.terms()).containsExactly("务很", "咖啡", "很好", "服务");
        assertThat(fitted.keywords(texts.subList(0, 2), 1))
                .extracting(Keyword::term)
                .containsExactly("咖啡");
    }

    @Test
    void keywordsAreTheTermsOfTheHighestMeanWeight() {
        TfIdf fitted = TfIdf.fit(TEXTS, TWO);
        List<Keyword> words = fitted.keywords(List.of(TEXTS.get(3), TEXTS.get(4)), 2);
        assertThat(words)
                .extracting(Keyword::term)
                .containsExactly("cake", "and"); // and = coffee, in order of the vocabulary
        assertThat(words.get(0).texts()).isEqualTo(2);
        assertThat(words.get(0).weight()).isCloseTo((0.5062044059286201 + 1) / 2, within(LAST_DIGIT));
        assertThat(fitted.keywords(List.of(), 5)).isEmpty();
        assertThat(fitted.keywords(List.of("nothing known"), 5)).isEmpty();
    }

    @Test
    void whatOneCustomerWritesAgainAndAgainStaysOut() {
        LocalDate day = LocalDate.of(2025, 6, 30);
        CustomerEventsBuilder builder = CustomerEvents.builder();
        for (int visit = 0; visit < 9; visit++) {
            builder.add("ann", EventKind.REVIEW, day.minusDays(visit)).text("good, served by rosalind");
        }
        builder.add("bob", EventKind.REVIEW, day).text("good");
        TfIdf fitted = TfIdf.fit(builder.build(), day, TWO);
        assertThat(fitted.terms()).containsExactly("good");
        assertThat(fitted.documents()).isEqualTo(10);
    }

    @Test
    void reviewsAfterTheDayAreNotSeen() {
        LocalDate day = LocalDate.of(2025, 6, 30);
        CustomerEventsBuilder builder = CustomerEvents.builder()
                .add("ann", EventKind.REVIEW, day)
                .text("good coffee")
                .add("bob", EventKind.REVIEW, day.minusDays(9))
                .text("good cake")
                .add("bob", EventKind.of("complaint"), day)
                .text("cold coffee");
        CustomerEvents now = builder.build();
        CustomerEvents later = CustomerEvents.builder()
                .add("ann", EventKind.REVIEW, day.plusDays(1))
                .text("good tea, bad cake")
                .add("ann", EventKind.REVIEW, day)
                .text("good coffee")
                .add("bob", EventKind.REVIEW, day.minusDays(9))
                .text("good cake")
                .build();
        TfIdf.Options all = TWO.withMinDocuments(1);
        assertThat(TfIdf.fit(later, day, all)).isEqualTo(TfIdf.fit(now, day, all));
        assertThat(TfIdf.fit(now, day, all).terms()).containsExactly("cake", "coffee", "good");
        TfIdf fitted = TfIdf.fit(now, day, all);
        assertThat(fitted.keywords(later, new int[] {0}, day, 9))
                .isEqualTo(fitted.keywords(now, new int[] {0}, day, 9));
        assertThat(fitted.keywords(later, new int[] {0}, day.plusDays(1), 9))
                .extracting(Keyword::term)
                .contains("cake");
    }

    @Test
    void theOrderOfTextsDoesNotMatter() {
        List<String> shuffled = new ArrayList<>(TEXTS);
        Collections.shuffle(shuffled, new Random(4));
        assertThat(TfIdf.fit(shuffled, TWO)).isEqualTo(TfIdf.fit(TEXTS, TWO));
    }

    @Test
    void aSavedVocabularyIsTheSame() {
        TfIdf fitted = TfIdf.fit(TEXTS, TWO.withSublinear(true));
        String json = ModelParts.json(fitted::write);
        TfIdf same = ModelParts.read(json, TfIdf::read);
        assertThat(same).isEqualTo(fitted).hasSameHashCodeAs(fitted);
        assertThat(same.transform(TEXTS.get(0))).isEqualTo(fitted.transform(TEXTS.get(0)));
        assertThat(ModelParts.json(same::write)).isEqualTo(json);
    }

    @Test
    void aSavedVocabularyAsksForItsTokenizer() {
        Tokenizer commas = text -> Arrays.asList(text.split(","));
        TfIdf fitted = TfIdf.fit(List.of("a,b", "b,c"), TWO.withMinDocuments(1).withTokenizer(commas));
        String json = ModelParts.json(fitted::write);
        TfIdf same = ModelParts.read(json, in -> TfIdf.read(in, commas));
        assertThat(same).isEqualTo(fitted);
        assertThatExceptionOfType(ModelFormatException.class)
                .isThrownBy(() -> ModelParts.read(json, TfIdf::read))
                .withMessageContaining("need the tokenizer custom, got words-and-pairs");
    }

    @Test
    void aDamagedVocabularyIsRefused() {
        String json = ModelParts.json(TfIdf.fit(TEXTS, TWO)::write);
        for (String damaged : List.of(
                json.replace("\"and\"", "\"zzz\""),
                json.replace("\"documents\": 5", "\"documents\": 2"),
                json.replace("\"tea\",", ""),
                json.replace("\"sublinear\": false", "\"sublinear\": 0"))) {
            assertThat(damaged).isNotEqualTo(json);
            assertThatExceptionOfType(ModelFormatException.class)
                    .isThrownBy(() -> ModelParts.read(damaged, TfIdf::read));
        }
    }

    @Test
    void badOptionsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TWO.withMaxTerms(0));
        assertThatIllegalArgumentException().isThrownBy(() -> TWO.withMinDocuments(0));
        assertThatIllegalArgumentException().isThrownBy(() -> TWO.withMaxShare(Double.NaN));
    }

    @Test
    void noTextsGiveAnEmptyVocabulary() {
        TfIdf none = TfIdf.fit(List.of(), TWO);
        assertThat(none.terms()).isEmpty();
        assertThat(none.transform("good coffee").size()).isZero();
        TfIdf same = ModelParts.read(ModelParts.json(none::write), TfIdf::read);
        assertThat(same).isEqualTo(none);
    }

    @Property(seed = "20261122")
    void weightsAreOfLengthOne(@ForAll @Size(max = 8) List<String> texts) {
        TfIdf fitted = TfIdf.fit(texts, TWO.withMinDocuments(1));
        for (String text : texts) {
            TermWeights weights = fitted.transform(text);
            double squares = 0;
            for (int i = 0; i < weights.size(); i++) {
                assertThat(weights.weight(i)).isPositive();
                squares += weights.weight(i) * weights.weight(i);
            }
            assertThat(squares).isCloseTo(weights.size() == 0 ? 0 : 1, within(1e-12));
        }
    }
}
