package org.subhasta.eligibility.model;

import org.subhasta.kernel.Refusal;

/** Why something about exclusions and lists is refused, the reason that goes first first. */
public enum EligibilityRefusal implements Refusal.Code {

    /** No such exclusion, or one that is not public yet and another authority's. */
    EXCLUSION_NOT_FOUND,
    /** No such supplier, or none that is approved. */
    EXCLUSION_SUPPLIER,
    /** Recorded by another authority, which alone changes it. */
    EXCLUSION_OTHERS,
    /** No ground of the list, or one that needs the article of law it stands in. */
    EXCLUSION_GROUND,
    /** No reason in words, or longer than {0} characters. */
    EXCLUSION_REASON,
    /** It begins before it is recorded, or ends before it begins. */
    EXCLUSION_PERIOD,
    /** It waits for nobody: confirmed or declined already. */
    EXCLUSION_DECIDED,
    /** Who proposed it does not confirm it. */
    EXCLUSION_SAME_PERSON,
    /** It was not recorded yet. */
    EXCLUSION_WAITING,
    /** Its time is over, or it was lifted. */
    EXCLUSION_OVER,
    /** No day, one to come, or one before the exclusion was recorded. */
    APPEAL_DAY,
    /** An appeal is open already. */
    APPEAL_OPEN,
    /** No appeal is open. */
    APPEAL_NONE,

    /**
     * The supplier is excluded. Details: the ground, the article, since which day, until which
     * (or {@code none}), the authority's name, and its e-mail address.
     */
    SUPPLIER_EXCLUDED,

    /** No such list, or another authority's, which is the same answer. */
    LIST_NOT_FOUND,
    /** No name, or longer than {0} characters. */
    LIST_NAME,
    /** The categories are longer than {0} characters. */
    LIST_CATEGORIES,
    /** No first day, or the last is before it. */
    LIST_PERIOD,
    /** No such supplier, or none that is approved. */
    LIST_SUPPLIER,
    /** No reason in words, or longer than {0} characters. */
    LIST_REASON,
    /** The supplier stands on it. */
    LISTED_ALREADY,
    /** The supplier does not stand on it. */
    NOT_LISTED,
    /** Nobody is admitted while excluded. */
    LISTED_EXCLUDED
}
