package org.ltv4j.segmentation.basket;

import java.util.List;
import org.ltv4j.core.data.AttributeType;
import org.ltv4j.core.data.CustomerAttribute;
import org.ltv4j.core.data.CustomerAttributes;

/** Names of an attribute's values. */
final class AttributeLabels {
    private AttributeLabels() {}

    static List<String> of(CustomerAttributes attributes, int attribute) {
        CustomerAttribute declared = attributes.attributes().get(attribute);
        if (declared.type() == AttributeType.CATEGORY) {
            return attributes.levels(attribute);
        }
        if (declared.type() == AttributeType.FLAG) {
            return List.of("no", "yes");
        }
        throw new IllegalArgumentException("attribute '" + declared.name() + "' is a " + declared.type()
                + ", labels need a category or a flag: name ranges of it with BasketLabels.byCustomer");
    }
}
