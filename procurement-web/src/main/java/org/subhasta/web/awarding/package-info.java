/**
 * Evaluation and award on pages and for programs: {@code /awards}, {@code /awards/{id}}, and for
 * officers {@code /office/tenders/{id}/bids} with the check before publishing at
 * {@code /office/tenders/{id}/award}. Every rule stands behind the door
 * {@link org.subhasta.awarding.Awards}; here are form fields and words.
 */
package org.subhasta.web.awarding;
