package org.ltv4j.core.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.testing.Xml;

class MarkupTest {
    @Test
    void escapesTextAndAttributes() {
        String html = new Markup()
                .element("p", "<b>\"Tom & 'Jerry'\"</b>", "title", "\"><script>")
                .toString();
        assertThat(html)
                .isEqualTo(
                        "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&quot;Tom &amp; &#39;Jerry&#39;&quot;&lt;/b&gt;</p>");
    }

    @Test
    void replacesWhatXmlCannotHold() {
        String html = new Markup().element("p", "a\u0000b\uD800c\uFFFEd\u0085e").toString();
        assertThat(html).isEqualTo("<p>a\uFFFDb\uFFFDc\uFFFDd\uFFFDe</p>");
    }

    @Test
    void keepsCharactersBeyondTheBasicPlane() {
        assertThat(new Markup().element("p", "😀 字 𠮷").toString()).isEqualTo("<p>😀 字 𠮷</p>");
    }

    @Test
    void refusesToEndWithAnOpenElement() {
        Markup html = new Markup().open("p");
        assertThatThrownBy(html::toString)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("p");
    }

    @Property(seed = "20261122")
    void anyTextIsWellFormed(@ForAll String text) throws Exception {
        String xml = new Markup().element("p", text, "title", text).toString();
        assertThat(Xml.parse(xml).getDocumentElement().getTagName()).isEqualTo("p");
    }
}
