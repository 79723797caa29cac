/** Programs run once on an input that their author gives: nothing is compared, nothing counts, and an hour later it is forgotten. */
@NullMarked
package dev.haetae.api.run;

import org.jspecify.annotations.NullMarked;
