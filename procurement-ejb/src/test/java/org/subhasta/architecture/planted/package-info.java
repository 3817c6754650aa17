/** One violation for each rule of {@code Rules}. Nothing else uses this. */
package org.subhasta.architecture.planted;
