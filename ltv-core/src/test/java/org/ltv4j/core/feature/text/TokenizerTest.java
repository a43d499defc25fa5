package org.ltv4j.core.feature.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TokenizerTest {
    private static final Tokenizer STANDARD = Tokenizer.standard();

    @Test
    void wordsAreInLowerCaseAndOfTwoLettersOrMore() {
        assertThat(STANDARD.terms("The Espresso is VERY good, isn't it? I paid 3.50!"))
                .containsExactly("the", "espresso", "is", "very", "good", "isn't", "it", "paid", "3.50");
        assertThat(STANDARD.terms("Crème brûlée à 12€")).containsExactly("crème", "brûlée", "12");
        assertThat(STANDARD.terms("кофе очень вкусный")).containsExactly("кофе", "очень", "вкусный");
        assertThat(STANDARD.terms("커피가 맛있어요")).containsExactly("커피가", "맛있어요");
    }

    @Test
    void chineseIsCutIntoPairsThatNoPunctuationJoins() {
        assertThat(STANDARD.terms("咖啡很好喝，服务好。赞")).containsExactly("咖啡", "啡很", "很好", "好喝", "服务", "务好", "赞");
    }

    @Test
    void mixedTextIsCutByScript() {
        assertThat(STANDARD.terms("wifi很快，我爱ＣＡＦＥ拿铁")).containsExactly("wifi", "很快", "我爱", "cafe", "拿铁");
    }

    @Test
    void japaneseKeepsItsLongVowels() {
        assertThat(STANDARD.terms("コーヒー")).containsExactly("コー", "ーヒ", "ヒー");
    }

    @Test
    void charactersBeyondTheBasicPlaneStayWhole() {
        String rare = new String(Character.toChars(0x20000)); // CJK extension B
        assertThat(STANDARD.terms(rare + "好")).containsExactly(rare + "好");
        assertThat(STANDARD.terms("👍👍")).isEmpty();
    }

    @Test
    void nothingGivesNothing() {
        assertThat(STANDARD.terms("")).isEmpty();
        assertThat(STANDARD.terms(" \n\t.,!，。")).isEmpty();
    }

    @Property(seed = "20261122")
    void termsStandInTheTextAndAreNeverEmpty(@ForAll String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (String term : STANDARD.terms(text)) {
            assertThat(term).isNotEmpty();
            assertThat(plain).contains(term);
        }
    }
}
