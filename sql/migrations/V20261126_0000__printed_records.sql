-- The record of an opening as a signed PDF: of the technical parts, and of everything.
CREATE TABLE bidding.printed_record (
    box    text        NOT NULL REFERENCES bidding.box,
    whole  boolean     NOT NULL,
    sha256 text        NOT NULL REFERENCES documents.document,
    size   bigint      NOT NULL CHECK (size > 0),
    at     timestamptz NOT NULL,
    leaf   text        NOT NULL CHECK (leaf ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (box, whole)
);
GRANT SELECT, INSERT ON bidding.printed_record TO ${application};
