package org.ltv4j.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlanksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                "\n",
                "\u0001",
                "\u0085",
                "\u00a0",
                "\u1680",
                "\u2003",
                "\u2007",
                "\u200b",
                "\u200d",
                "\u2028",
                "\u202f",
                "\u2060",
                "\u3000",
                "\ufeff",
                " \u3000\u00a0"
            })
    void signsThatNobodySeesAreBlank(String text) {
        assertThat(Blanks.isBlank(text)).isTrue();
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        assertThat(Blanks.isBlank(utf8, 0, utf8.length)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", " 0", "\u3000a\u3000", "-", "\u00e9", "\u6f22", "\ud83d\ude00", "\0"})
    void anythingElseIsNot(String text) {
        assertThat(Blanks.isBlank(text)).isFalse();
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        assertThat(Blanks.isBlank(utf8, 0, utf8.length)).isFalse();
    }

    @Test
    void bytesAreBlankExactlyWhereTheirTextIs() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                String text = Character.toString(point);
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                assertThat(Blanks.isBlank(utf8, 0, utf8.length))
                        .as("U+%x", point)
                        .isEqualTo(Blanks.isBlank(text));
            }
        }
    }

    @Property(seed = "20261122")
    void bytesThatAreNoUtf8AreNotBlank(@ForAll @CharRange(from = '\u0080', to = '\u00ff') char sign) {
        byte[] one = {(byte) sign};
        assertThat(Blanks.isBlank(one, 0, 1)).isFalse();
        byte[] overlong = {(byte) 0xe0, (byte) 0x80, (byte) 0xa0}; // U+0020 in three bytes
        assertThat(Blanks.isBlank(overlong, 0, 3)).isFalse();
    }

    @Test
    void aTableTellsItsBlankIds() {
        IdTable ids = IdTable.of("x", "\u3000", "");
        assertThat(ids.isBlank(0)).isFalse();
        assertThat(ids.isBlank(1)).isTrue();
        assertThat(ids.isBlank(2)).isTrue();
    }
}
