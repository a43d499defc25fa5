/**
 * Boosted trees at the till: reads the model files of XGBoost (JSON and UBJ, as {@code save_model} writes them in Python, R or
 * on the JVM) and scores them in plain Java. No native library, no dependency: a program that serves scores needs neither
 * XGBoost nor Python.
 *
 * <pre>{@code
 * TreeEnsemble model = TreeEnsemble.read(Path.of("ltv.ubj"));
 * float spend = model.predict(row);             // a row has model.features() values, NaN where one is missing
 * float atBest = model.best().predict(row);     // of an early-stopped model, only the rounds up to the best one
 * float[] all = model.predictColumns(columns, count, Parallelism.of(2));   // many rows: several times faster than one by one
 * model.contributions(row, why);                // what each feature added to the margin, and the bias
 * }</pre>
 *
 * <p>Margins, the sums of leaves before the objective's link, are equal to those of the native library bit by bit: leaves are
 * added in float in the order of the trees, as there. Predictions, after the link, are those of the native library on
 * Linux; on other platforms it may differ from itself by one unit in the last place.
 *
 * <p>Scoring has faster forms of the trees, made when they are first needed and kept with the model: for single rows some 12
 * bytes per node, for batches some 30, for contributions tables of up to 64 MB. All give the same bits. Scoring a row allocates
 * nothing; each thread keeps a few KB to work with.
 *
 * <p>Boosters {@code gbtree} and {@code dart} are read, with categorical splits, vector leaves, several targets and forests.
 * {@code gblinear} and the binary format of before version 1.0 are refused by name. A file is not trusted: whatever is
 * malformed in it is a {@link org.ltv4j.core.io.ModelFormatException} that says where and what, in time and memory that
 * grow with the size of the file alone. So is what goes beyond these limits, far above those of real models: a file of 1 GiB,
 * and the file and its arrays together half the memory that Java may use (the trees are then laid out in the other half);
 * 2^24 features; 2^20 classes or targets; a text of 16 MiB, and 64 MiB for all names, kinds, levels and attributes, each
 * counted as 32 bytes more than it has; 2^16 attributes; 2^20 features with levels, or levels of one that are numbers; 1,000
 * digits of a number. Contributions are refused for more than 2^31 of them per row, and for trees that ask over a thousand
 * features on one way and have so many nodes that a row would take seconds.
 *
 * <p>Chen and Guestrin (2016), "XGBoost: A Scalable Tree Boosting System", KDD 2016.
 */
@NullMarked
package org.ltv4j.models.trees;

import org.jspecify.annotations.NullMarked;
