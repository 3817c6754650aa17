-- OCDS releases taken over from other publishers, and the reports of their imports.
CREATE SCHEMA IF NOT EXISTS publication;
GRANT USAGE ON SCHEMA publication TO ${application};

CREATE TABLE publication.import (
    id         text        PRIMARY KEY CHECK (id ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
    file_name  text        NOT NULL,
    sha256     text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size       bigint      NOT NULL CHECK (size > 0),
    version    text        NOT NULL,
    source     text        NOT NULL,
    licence    text        NOT NULL,
    at         timestamptz NOT NULL,
    person     text        NOT NULL REFERENCES parties.person,
    imported   integer     NOT NULL CHECK (imported >= 0),
    duplicates integer     NOT NULL CHECK (duplicates >= 0),
    refused    integer     NOT NULL CHECK (refused >= 0),
    warned     integer     NOT NULL CHECK (warned >= 0),
    processes  integer     NOT NULL CHECK (processes >= 0)
);

-- A release as received, once.
CREATE TABLE publication.release (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ocid       text        NOT NULL CHECK (ocid <> ''),
    release_id text        CHECK (release_id <> ''),
    sha256     text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    date       timestamptz NOT NULL,
    content    text        NOT NULL,
    import     text        NOT NULL REFERENCES publication.import DEFERRABLE INITIALLY DEFERRED
);
-- The same release is the same ocid and id; without an id, the same content.
CREATE UNIQUE INDEX release_by_id ON publication.release (ocid, release_id)
    WHERE release_id IS NOT NULL;
CREATE UNIQUE INDEX release_by_content ON publication.release (ocid, sha256)
    WHERE release_id IS NULL;

-- What became of each release of an import.
CREATE TABLE publication.import_entry (
    import     text        NOT NULL REFERENCES publication.import
                               DEFERRABLE INITIALLY DEFERRED,
    number     integer     NOT NULL CHECK (number > 0),
    outcome    text        NOT NULL CHECK (outcome IN ('IMPORTED', 'DUPLICATE', 'REFUSED')),
    ocid       text        NOT NULL,
    release_id text        NOT NULL,
    title      text        NOT NULL,
    tags       text        NOT NULL,
    date       timestamptz,
    notes      text        NOT NULL,
    warned     boolean     NOT NULL,
    tender     text,
    PRIMARY KEY (import, number)
);

GRANT SELECT, INSERT ON publication.import, publication.release TO ${application};
GRANT SELECT, INSERT, UPDATE ON publication.import_entry TO ${application};
