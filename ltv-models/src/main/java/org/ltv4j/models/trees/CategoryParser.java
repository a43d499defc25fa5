package org.ltv4j.models.trees;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the levels of categorical features, which version 3.1 and later keep for training on data frames. */
final class CategoryParser {
    private final Document in;
    private int[] offsets = {};
    private long[] values = {};
    private byte[] bytes = {};
    private boolean texts;

    private CategoryParser(Document in) {
        this.in = in;
    }

    /** The levels of each feature in the order of their codes; of none if the file does not tell. */
    static List<List<String>> read(Document in) {
        List<List<String>> levels = new ArrayList<>();
        in.object(name -> {
            if (name.equals("enc")) {
                in.array(index -> {
                    if (index == Limits.LEVELS) {
                        throw in.error("levels of more than " + Limits.LEVELS + " columns");
                    }
                    levels.add(new CategoryParser(in).column());
                });
            } else {
                in.skip();
            }
        });
        return List.copyOf(levels);
    }

    /** Texts, as bytes of all and the offsets of each and the end, or whole numbers. */
    private List<String> column() {
        in.object(name -> {
            switch (name) {
                case "offsets" -> {
                    texts = true;
                    offsets = in.ints();
                }
                case "values" -> {
                    if (texts) {
                        Growing.Bytes list = new Growing.Bytes(in, (int) Limits.TEXTS);
                        in.array(index -> list.add((byte) in.whole()));
                        bytes = list.toArray();
                    } else {
                        Growing.Longs list = new Growing.Longs(in, Limits.LEVELS);
                        in.array(index -> list.add(in.whole()));
                        values = list.toArray();
                    }
                }
                default -> in.skip();
            }
        });
        List<String> levels = new ArrayList<>();
        if (!texts) {
            for (long value : values) {
                levels.add(in.keep(Long.toString(value)));
            }
            return List.copyOf(levels);
        }
        if (values.length > 0) { // they stood before the offsets
            bytes = new byte[values.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) values[i];
            }
        }
        for (int i = 0; i + 1 < offsets.length; i++) {
            if (!(offsets[i] >= 0 && offsets[i] <= offsets[i + 1] && offsets[i + 1] <= bytes.length)) {
                throw in.error("level " + i + " goes from byte " + offsets[i] + " to " + offsets[i + 1] + " of "
                        + bytes.length);
            }
            levels.add(in.keep(level(offsets[i], offsets[i + 1] - offsets[i])));
        }
        return List.copyOf(levels);
    }

    private String level(int from, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw in.error("a level is not UTF-8", e);
        }
    }
}
