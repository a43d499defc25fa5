package org.ltv4j.core.merge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ltv4j.core.data.BadValue;
import org.ltv4j.core.data.Blanks;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;

/**
 * Which customer id of a source is which member: several ids may be one member. An id that is given two members is kept with
 * both, and whoever uses the mapping says which of them counts. Immutable; ids are compared exactly.
 *
 * <pre>{@code
 * IdMapping web = IdMapping.builder().add("w-17", "M-1").add("w-18", "M-1").build();
 * }</pre>
 */
public final class IdMapping {
    private static final int MOST_SHOWN = 10;

    private final IdTable ids;
    private final IdTable members;
    private final int[] first;
    private final int[] last;
    private final BitSet ambiguous;
    private final List<BadValue> contradictions;

    private IdMapping(Builder builder) {
        this.ids = builder.ids.build();
        this.members = builder.members.build();
        this.first = builder.first.stream().mapToInt(Integer::intValue).toArray();
        this.last = builder.last.stream().mapToInt(Integer::intValue).toArray();
        this.ambiguous = (BitSet) builder.ambiguous.clone();
        this.contradictions = List.copyOf(builder.contradictions);
    }

    /**
     * An empty mapping to be filled.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A mapping of pairs.
     *
     * @param members the member of each id
     * @return the mapping
     * @throws InvalidDataException if an id or a member is blank
     */
    public static IdMapping of(Map<String, String> members) {
        Builder builder = builder();
        members.forEach(builder::add);
        return builder.build();
    }

    /**
     * How many ids are mapped.
     *
     * @return distinct ids
     */
    public int size() {
        return ids.size();
    }

    /**
     * How many members there are.
     *
     * @return distinct members
     */
    public int members() {
        return members.size();
    }

    /**
     * How many ids are given more than one member.
     *
     * @return ids that contradict themselves
     */
    public int ambiguous() {
        return ambiguous.cardinality();
    }

    /** The number of an id of another table here, or -1. */
    int index(IdTable table, int index) {
        return ids.indexOf(table, index);
    }

    boolean isAmbiguous(int index) {
        return ambiguous.get(index);
    }

    /** The number among the members of the first or the last member that an id was given. */
    int member(int index, boolean newer) {
        return newer ? last[index] : first[index];
    }

    IdTable memberIds() {
        return members;
    }

    InvalidDataException contradiction(int count) {
        return new InvalidDataException(
                count + (count == 1 ? " id is" : " ids are") + " mapped to two members: "
                        + contradictions.stream().map(BadValue::toString).collect(Collectors.joining("; "))
                        + ". Mend the mapping, or say which row counts: LogUnion.withAmbiguous(KEEP_FIRST or TAKE_NEWER)",
                contradictions);
    }

    /** Sizes, but no id: safe to print. */
    @Override
    public String toString() {
        return "IdMapping[" + size() + " ids of " + members() + " members, " + ambiguous() + " ambiguous]";
    }

    /** Collects pairs in the order in which they count. Not thread-safe. */
    public static final class Builder {
        private final IdTable.Builder ids = new IdTable.Builder();
        private final IdTable.Builder members = new IdTable.Builder();
        private final List<Integer> first = new ArrayList<>();
        private final List<Integer> last = new ArrayList<>();
        private final List<Integer> lines = new ArrayList<>();
        private final BitSet ambiguous = new BitSet();
        private final List<BadValue> contradictions = new ArrayList<>();
        private int rows;

        private Builder() {}

        /**
         * Adds a pair; the same one may come again.
         *
         * @param id id in the source, not blank
         * @param member id of the member, not blank
         * @return this builder
         * @throws InvalidDataException if one of them is blank
         */
        public Builder add(String id, String member) {
            return add(id, member, rows + 1);
        }

        /**
         * Adds a pair of a file or table.
         *
         * @param id id in the source, not blank
         * @param member id of the member, not blank
         * @param line where it stands, counted from 1, for messages
         * @return this builder
         * @throws InvalidDataException if one of them is blank
         */
        public Builder add(String id, String member, int line) {
            if (Blanks.isBlank(id) || Blanks.isBlank(member)) {
                throw new InvalidDataException(
                        "line " + line + " of the id mapping needs an id and a member, got a blank one",
                        List.of(new BadValue(line, Blanks.isBlank(id) ? "id" : "member", "", "is missing")));
            }
            rows++;
            int index = ids.index(id);
            int number = members.index(member);
            if (index == first.size()) {
                first.add(number);
                last.add(number);
                lines.add(line);
                return this;
            }
            if (last.get(index) != number || first.get(index) != number) {
                ambiguous.set(index);
                if (contradictions.size() < MOST_SHOWN) {
                    contradictions.add(
                            new BadValue(line, "", "", "gives the id of line " + lines.get(index) + " another member"));
                }
            }
            last.set(index, number);
            return this;
        }

        /**
         * The finished mapping.
         *
         * @return all pairs
         */
        public IdMapping build() {
            return new IdMapping(this);
        }
    }
}
