package org.subhasta.suppliers.model;

/**
 * How large an enterprise is, after Commission Recommendation 2003/361/EC, annex, article 2: staff
 * and either turnover or balance sheet, in millions of euros a year.
 */
public enum SupplierSize {
    /** Fewer than 10 people, and at most 2 of one of both. */
    MICRO,
    /** Fewer than 50 people, and at most 10 of one of both. */
    SMALL,
    /** Fewer than 250 people, and a turnover of at most 50 or a balance sheet of at most 43. */
    MEDIUM,
    /** More than that. */
    LARGE
}
