/**
 * Terms, acts and outcomes of auctions as JSON, read strictly: a member that is not understood is a
 * fault, amounts are decimal strings, and all faults are told at once, each with its line. The
 * formats are documented in {@code docs/reference/}, with a JSON Schema each.
 */
package org.subhasta.auction.format;
