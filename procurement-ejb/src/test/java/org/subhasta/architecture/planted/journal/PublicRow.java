package org.subhasta.architecture.planted.journal;

@jakarta.persistence.Entity
public class PublicRow {
    @jakarta.persistence.Id
    long id;
}
