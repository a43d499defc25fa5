package org.ltv4j.models.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.io.ModelFormatException;

/** Files that would fill the memory or never come to an end are refused while they are read: see {@link Limits}. */
class LimitsTest {
    @Test
    void aMillionNamesAndKindsOfFeaturesAreRead() {
        int count = 1_000_000;
        String names =
                IntStream.range(0, count).mapToObj(i -> "\"feature_" + i + "\"").collect(Collectors.joining(","));
        String kinds = "\"float\",".repeat(count - 1) + "\"float\"";
        String json = SmallModel.with("\"num_feature\": \"3\"", "\"num_feature\": \"" + count + "\"")
                .replaceFirst("(?s)\"feature_names\": \\[.*?]", "\"feature_names\": [" + names + "]")
                .replaceFirst("(?s)\"feature_types\": \\[.*?]", "\"feature_types\": [" + kinds + "]");

        TreeEnsemble model = SmallModel.read(json);

        assertThat(model.featureNames()).hasSize(count).endsWith("feature_999999");
        assertThat(model.featureTypes()).hasSize(count).containsOnly("float");
    }

    @ParameterizedTest
    @ValueSource(strings = {"feature_names", "feature_types"})
    void textsWithoutEndAreRefused(String list) {
        String texts =
                IntStream.range(0, 2_100_000).mapToObj(Integer::toHexString).collect(Collectors.joining("\",\""));

        refused("{\"learner\": {\"" + list + "\": [\"" + texts + "\"]}}", "." + list, "more than 64 MiB together");
    }

    @Test
    void aLongTextIsRefusedWhereItIsNeededAndLeftOutElsewhere() {
        String text = "\"" + "\u00e9\\n".repeat(5_000_000) + "\"";

        refused("{\"learner\": {\"attributes\": {\"a\": " + text + "}}}", "a text of more than 16 MiB");
        assertThat(SmallModel.read(SmallModel.with("{\n  \"learner\"", "{\"zz\": " + text + ", \"learner\""))
                        .trees())
                .isEqualTo(2);
        refused("{\"zz\": " + text.replaceFirst("n\"$", "x\"") + "}", "no such escape in a text");
        refused(
                ("{\"zz\": \"" + "a".repeat(2_000_000) + "\u00e9\"}").getBytes(StandardCharsets.ISO_8859_1),
                "a text is not UTF-8");
    }

    @Test
    void attributesAreCounted() {
        String many =
                IntStream.range(0, 65_537).mapToObj(i -> "\"" + i + "\": \"\"").collect(Collectors.joining(","));

        refused(
                "{\"learner\": {\"attributes\": {" + many + "}}}",
                "attributes.65536: an object of more than 65536 members");
    }

    @Test
    void baseScoresAreCounted() {
        String zeros = "0,".repeat(Limits.OUTPUTS) + "0";

        refused(param("\"[" + zeros + "]\""), "base_score: an array of more than 1048576 numbers");
        refused(param("[" + zeros + "]"), "base_score: an array of more than 1048576 numbers");
        refused(param("\"0." + "1".repeat(2_000) + "\""), "base_score: a number of more than 1000 digits");
        refused(
                SmallModel.with("\"num_feature\": \"3\"", "\"num_feature\": \"" + "0".repeat(2_000) + "\""),
                "num_feature: a number of more than 1000 digits");
    }

    private static String param(String baseScore) {
        return "{\"learner\": {\"learner_model_param\": {\"base_score\": " + baseScore + "}}}";
    }

    @Test
    void levelsAreCounted() {
        String zeros = "0,".repeat(2_200_000) + "0";

        refused(cats("{\"offsets\": [" + zeros + "], \"values\": [97]}"), "more than 64 MiB together");
        refused(cats("{\"values\": [" + zeros + "]}"), "enc[0].values[1048576]: an array of more than 1048576 numbers");
        refused(cats("{},".repeat(Limits.LEVELS) + "{}"), "enc[1048576]: levels of more than 1048576 columns");
    }

    private static String cats(String enc) {
        return "{\"learner\": {\"gradient_booster\": {\"model\": {\"cats\": {\"enc\": [" + enc + "]}}}}}";
    }

    @Test
    void theVersionIsAFewNumbers() {
        refused("{\"version\": [" + "0,".repeat(100) + "0]}", "$.version: an array of more than 16 numbers");
    }

    @Test
    void featuresAreBounded() {
        refused(
                SmallModel.with("\"num_feature\": \"3\"", "\"num_feature\": \"2147483647\""),
                "num_feature: need at most 16777216 features, got 2147483647");
    }

    @Test
    void arraysTakeTheirMemoryFromTheRoomOfTheDocument() {
        for (String numbers : List.of("[1, 2, 3, 4]", "[[1, 2, 3, 4]]")) {
            Document in = new JsonDocument(numbers.getBytes(StandardCharsets.UTF_8), numbers.lastIndexOf('['));
            in.room = 16;
            assertThat(in.ints()).containsExactly(1, 2, 3, 4);
            assertThat(in.room).isZero();
        }
        Document tight = new UbjDocument("[$U#U\u0005\1\2\3\4\5".getBytes(StandardCharsets.ISO_8859_1));
        tight.room = 19;
        assertThatThrownBy(tight::floats)
                .isExactlyInstanceOf(ModelFormatException.class)
                .hasMessageContaining("takes more memory than Java may use for it: give it more with -Xmx");
    }

    @Test
    void sizesAreCheckedBeforeTheBytesAreRead(@TempDir Path folder) throws IOException {
        assertThatCode(() -> ModelBytes.checkSize(1 << 20, 1 << 20)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ModelBytes.checkSize((1 << 20) + 1, 1 << 20))
                .isExactlyInstanceOf(ModelFormatException.class)
                .hasMessageContaining("larger than 1 MiB, the most that is read with the memory that Java may use");
        Path zeros = folder.resolve("zeros.bin");
        try (RandomAccessFile file = new RandomAccessFile(zeros.toFile(), "rw")) {
            file.setLength(1L << 33); // takes no room on the disk
            assertThatThrownBy(() -> TreeEnsemble.read(zeros)).hasMessageContaining("starts with byte 0x00");
            file.write("{\"learner\": {}, ".getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> TreeEnsemble.read(zeros)).hasMessageContaining("larger than 1024 MiB");
        }
    }

    @Test
    void aStreamIsLeftAfterItsFirstBytesIfTheyAreNoModel() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }
        };

        assertThatThrownBy(() -> TreeEnsemble.read(endless)).hasMessageContaining("starts with byte 0x00");
        byte[] model = SmallModel.text().getBytes(StandardCharsets.UTF_8);
        assertThat(TreeEnsemble.read(new ByteArrayInputStream(model)).trees()).isEqualTo(2);
    }

    @Test
    void moreContributionsThanAnArrayHoldsAreRefused() {
        String json = Chains.ofFeatures(1)
                .replace("\"num_feature\": \"1\"", "\"num_feature\": \"4095\", \"num_class\": \"1048576\"");

        assertThatThrownBy(SmallModel.read(json)::explainer)
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("for 1048576 outputs and 4095 features more than an array holds");
    }

    private static void refused(String json, String... message) {
        refused(json.getBytes(StandardCharsets.UTF_8), message);
    }

    private static void refused(byte[] model, String... message) {
        assertThatThrownBy(() -> TreeEnsemble.of(model))
                .isExactlyInstanceOf(ModelFormatException.class)
                .hasMessageContainingAll(message);
    }
}
