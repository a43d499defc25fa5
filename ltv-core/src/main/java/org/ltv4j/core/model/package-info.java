/**
 * What a model promises, whatever it is made of: contracts for models of purchases, of spend and of value, the report
 * that a fit returns, and the errors that a fit may end in.
 *
 * <p>A model is an immutable value. It is made by a fit or from published numbers; both give the same kind of object,
 * and none is ever "not fitted yet". Fitting adds a {@link org.ltv4j.core.model.FitReport}.
 */
@NullMarked
package org.ltv4j.core.model;

import org.jspecify.annotations.NullMarked;
