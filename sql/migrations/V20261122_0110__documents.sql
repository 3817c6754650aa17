-- Files: content-addressed, stored once, never changed. Content stands in chunks so that neither
-- side ever holds a whole file in memory.
CREATE SCHEMA documents;
GRANT USAGE ON SCHEMA documents TO ${application};

CREATE TABLE documents.document (
    sha256     text        PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size       bigint      NOT NULL CHECK (size BETWEEN 1 AND 67108864),
    media_type text        NOT NULL CHECK (media_type <> ''),
    stored_at  timestamptz NOT NULL
);

CREATE TABLE documents.chunk (
    sha256  text    NOT NULL REFERENCES documents.document,
    number  integer NOT NULL CHECK (number >= 0),
    content bytea   NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 262144),
    PRIMARY KEY (sha256, number)
);
-- Office files, images and PDFs are compressed already.
ALTER TABLE documents.chunk ALTER COLUMN content SET STORAGE EXTERNAL;

GRANT SELECT, INSERT ON documents.document, documents.chunk TO ${application};
