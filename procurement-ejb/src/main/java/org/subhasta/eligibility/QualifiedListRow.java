package org.subhasta.eligibility;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.subhasta.eligibility.model.ListTerms;
import org.subhasta.kernel.Identifier;

/** A qualified list as stored; never changed. */
@Entity
@Immutable
@Table(schema = "eligibility", name = "qualified_list")
class QualifiedListRow {

    @Id
    private String id;
    private String authority;
    private String name;
    private String categories;
    @Column(name = "from_day")
    private LocalDate from;
    @Column(name = "until_day")
    private LocalDate until;
    @Column(name = "made_by")
    private String madeBy;
    @Column(name = "made_at")
    private Instant madeAt;

    protected QualifiedListRow() {
    }

    QualifiedListRow(String authority, ListTerms terms, String by, Instant at) {
        this.id = Identifier.next();
        this.authority = authority;
        this.name = terms.name();
        this.categories = terms.categories();
        this.from = terms.from();
        this.until = terms.until().orElse(null);
        this.madeBy = by;
        this.madeAt = at;
    }

    String id() {
        return id;
    }

    String authority() {
        return authority;
    }

    ListTerms terms() {
        return new ListTerms(name, categories, from, Optional.ofNullable(until));
    }
}
