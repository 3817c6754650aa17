/**
 * The rules of sealed bids, pure: which statements are admitted to a box
 * ({@link org.subhasta.bidding.model.Admission}), which closings an outage moves
 * ({@link org.subhasta.bidding.model.OutageRule}), which bids stand. Only {@code java.*} and
 * {@code org.subhasta.kernel}: the same classes judge again in a verifier without a server.
 */
package org.subhasta.bidding.model;
