/** The time-stamp authority of the platform's own, for whoever asks it. */
package org.subhasta.web.trust;
