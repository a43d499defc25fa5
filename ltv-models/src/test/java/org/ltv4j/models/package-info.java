/** Tests of the models together: from a log to scores and their evaluation. */
@NullMarked
package org.ltv4j.models;

import org.jspecify.annotations.NullMarked;
