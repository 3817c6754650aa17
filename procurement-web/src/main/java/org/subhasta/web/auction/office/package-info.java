/**
 * The officer's pages of auctions: drafts as typed, what will happen in plain words, who is
 * admitted, and orders while an auction is under way.
 *
 * <pre>
 *  AuctionForm ──FormWriter──▶ terms (JSON) ──LiveTerms──▶ Plan ──PlanWords──▶ what will happen
 *      ▲                          │  kept by AuctionDesk, finished or not
 *      └────────FormReader────────┘
 * </pre>
 *
 * What was typed is kept in the terms as it was typed where it cannot be read, so that a draft is
 * never lost for being unfinished. Terms which the form cannot show in full are edited as text.
 */
package org.subhasta.web.auction.office;
