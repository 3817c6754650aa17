-- Openers, keys for encryption, and keys made in people's own browsers. See org.subhasta.parties.

ALTER TABLE parties.person_role DROP CONSTRAINT person_role_role_check;
ALTER TABLE parties.person_role ADD CONSTRAINT person_role_role_check
    CHECK (role IN ('ADMINISTRATOR', 'OFFICER', 'SUPPLIER', 'AUDITOR', 'OPENER'));

ALTER TABLE parties.certificate
    ADD COLUMN purpose text NOT NULL DEFAULT 'SIGNING'
        CHECK (purpose IN ('SIGNING', 'ENCRYPTION'));

-- PKCS#10 requests. Approval issues the certificate, so both stand or fall together.
CREATE TABLE parties.key_request (
    id           text        PRIMARY KEY CHECK (id ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
    person       text        NOT NULL REFERENCES parties.person,
    organisation text        NOT NULL REFERENCES parties.organisation,
    purpose      text        NOT NULL CHECK (purpose IN ('SIGNING', 'ENCRYPTION')),
    request      bytea       NOT NULL CHECK (octet_length(request) BETWEEN 1 AND 16384),
    key_sha256   text        NOT NULL CHECK (key_sha256 ~ '^[0-9a-f]{64}$'),
    state        text        NOT NULL
                 CHECK (state IN ('enrolled', 'approved', 'refused', 'withdrawn')),
    state_at     timestamptz NOT NULL,
    decided_by   text,
    reason       text,
    certificate  text        REFERENCES parties.certificate,
    requested_at timestamptz NOT NULL,
    version      integer     NOT NULL,
    CHECK ((state = 'refused') = (reason IS NOT NULL)),
    CHECK (reason <> ''),
    CHECK ((state = 'enrolled') = (decided_by IS NULL)),
    CHECK ((state = 'approved') = (certificate IS NOT NULL))
);
-- P7: a key is certified once.
CREATE UNIQUE INDEX key_request_once
    ON parties.key_request (key_sha256) WHERE state IN ('enrolled', 'approved');
CREATE INDEX key_request_person ON parties.key_request (person);
CREATE INDEX key_request_waiting ON parties.key_request (requested_at) WHERE state = 'enrolled';
GRANT SELECT, INSERT, UPDATE ON parties.key_request TO ${application};
