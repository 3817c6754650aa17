package org.subhasta.eligibility.model;

/** Grounds of exclusion: Directive 2014/24/EU, article 57(1) to (4). */
public enum Ground {
    /** Final conviction of a crime that paragraph 1 names. */
    CONVICTION("57(1)"),
    /** Taxes or social security not paid. */
    TAXES("57(2)"),
    /** Environmental, social or labour law broken. */
    OBLIGATIONS("57(4)(a)"),
    /** Bankrupt, or in such proceedings. */
    INSOLVENCY("57(4)(b)"),
    /** Grave professional misconduct. */
    MISCONDUCT("57(4)(c)"),
    /** Agreements to distort competition. */
    COLLUSION("57(4)(d)"),
    /** A conflict of interest that nothing else removes. */
    CONFLICT("57(4)(e)"),
    /** Competition distorted by prior involvement. */
    INVOLVEMENT("57(4)(f)"),
    /** A prior contract performed with significant deficiencies. */
    PERFORMANCE("57(4)(g)"),
    /** Serious misrepresentation. */
    MISREPRESENTATION("57(4)(h)"),
    /** Undue influence on a decision. */
    INFLUENCE("57(4)(i)"),
    /** Another, that national law names; its article must be told. */
    NATIONAL("");

    private final String article;

    Ground(String article) {
        this.article = article;
    }

    /** The paragraph of the directive; {@code ""} for one of national law alone. */
    public String article() {
        return article;
    }

    /** How it is cited, with the article of law that somebody typed. */
    String cited(String law) {
        String directive = article.isEmpty() ? "" : "Directive 2014/24/EU, article " + article;
        return directive.isEmpty() || law.isEmpty() ? directive + law : directive + "; " + law;
    }
}
