/**
 * What leaves the platform, for people and programs: the page {@code /verify}, where files are
 * checked, and the bundles of tenders and awards. Every check stands behind the door
 * {@link org.subhasta.publication.Checking}.
 */
package org.subhasta.web.publication;
