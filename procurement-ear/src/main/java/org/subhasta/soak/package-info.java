/**
 * {@code ./subhasta soak}: robots bid in many live auctions for minutes while the whole platform is
 * killed again and again; then every receipt has to be in the journal, every auction has to be what
 * its acts make of it, and nothing may have been accepted that nobody was told of.
 */
package org.subhasta.soak;
