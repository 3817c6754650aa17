/**
 * What every capability needs and nothing else: {@link org.subhasta.kernel.Money},
 * {@link org.subhasta.kernel.Period}, {@link org.subhasta.kernel.ServerClock}, identifiers and
 * refusals. It depends on nothing but the Java platform (and CDI for the one clock), so that the
 * pure models built on it also run without a server.
 */
package org.subhasta.kernel;
