/**
 * The rules of tenders, pure: what a draft needs to be published
 * ({@link org.subhasta.tendering.model.Admission}), when a deadline is
 * ({@link org.subhasta.tendering.model.Deadline}), which step follows which
 * ({@link org.subhasta.tendering.model.TenderState}). Only {@code java.*}, the kernel and the model
 * of bidding.
 */
package org.subhasta.tendering.model;
