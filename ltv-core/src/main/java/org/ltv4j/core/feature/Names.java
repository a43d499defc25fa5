package org.ltv4j.core.feature;

/** The names that the numbers of rows stand for. */
final class Names {
    final NameTable products;
    final NameTable channels;
    final NameTable orders;

    Names(FeatureContext context) {
        products = new NameTable(context.products());
        channels = new NameTable(context.channels());
        orders = new NameTable(context.orders());
    }
}
