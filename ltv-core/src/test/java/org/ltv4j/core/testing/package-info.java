/** Helpers that the tests of every module share: reading JSON, finding reference files. Published as a test jar only. */
@NullMarked
package org.ltv4j.core.testing;

import org.jspecify.annotations.NullMarked;
