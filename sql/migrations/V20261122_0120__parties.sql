-- Organisations, people, roles, certificates. See org.subhasta.parties for the terms.

CREATE SCHEMA parties;
GRANT USAGE ON SCHEMA parties TO ${application};

CREATE TABLE parties.organisation (
    id            text        PRIMARY KEY CHECK (id ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
    kind          text        NOT NULL CHECK (kind IN ('AUTHORITY', 'SUPPLIER')),
    name          text        NOT NULL CHECK (name <> ''),
    scheme        text        NOT NULL CHECK (scheme <> ''),
    identifier    text        NOT NULL CHECK (identifier <> ''),
    register      text        NOT NULL,
    country       text        NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    street        text        NOT NULL,
    postal_code   text        NOT NULL,
    locality      text        NOT NULL CHECK (locality <> ''),
    email         text        NOT NULL CHECK (email <> ''),
    phone         text        NOT NULL,
    zone          text        NOT NULL CHECK (zone <> ''),
    state         text        NOT NULL CHECK (state IN ('registered', 'approved', 'returned')),
    state_at      timestamptz NOT NULL,
    decided_by    text,
    reason        text,
    registered_at timestamptz NOT NULL,
    version       integer     NOT NULL,
    CHECK ((state = 'returned') = (reason IS NOT NULL)),
    CHECK (reason <> ''),
    CHECK ((state = 'registered') = (decided_by IS NULL))
);
-- P2: several may wait under one number, one may be approved.
CREATE UNIQUE INDEX organisation_approved_once
    ON parties.organisation (register) WHERE state = 'approved';
CREATE INDEX organisation_register ON parties.organisation (register);
CREATE INDEX organisation_waiting
    ON parties.organisation (state_at) WHERE state = 'registered';
GRANT SELECT, INSERT, UPDATE ON parties.organisation TO ${application};

CREATE TABLE parties.person (
    id               text        PRIMARY KEY CHECK (id ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
    organisation     text        REFERENCES parties.organisation,
    name             text        NOT NULL CHECK (name <> ''),
    email            text        NOT NULL CHECK (email <> ''),
    password         text        CHECK (password ~ '^\$2[ab]\$[0-9]{2}\$.{53}$'),
    password_changes integer     NOT NULL,
    demonstration    boolean     NOT NULL,
    created_at       timestamptz NOT NULL,
    version          integer     NOT NULL
);
-- P1
CREATE UNIQUE INDEX person_email ON parties.person (lower(email));
CREATE INDEX person_organisation ON parties.person (organisation);
GRANT SELECT, INSERT, UPDATE ON parties.person TO ${application};

CREATE TABLE parties.person_role (
    person text NOT NULL REFERENCES parties.person,
    role   text NOT NULL CHECK (role IN ('ADMINISTRATOR', 'OFFICER', 'SUPPLIER', 'AUDITOR')),
    PRIMARY KEY (person, role)
);
GRANT SELECT, INSERT, DELETE ON parties.person_role TO ${application};

CREATE TABLE parties.certificate (
    id           text        PRIMARY KEY CHECK (id ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
    person       text        NOT NULL REFERENCES parties.person,
    organisation text        NOT NULL REFERENCES parties.organisation,
    fingerprint  text        NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
    der          bytea       NOT NULL CHECK (octet_length(der) BETWEEN 1 AND 16384),
    subject      text        NOT NULL,
    issuer       text        NOT NULL,
    serial       text        NOT NULL,
    valid_from   timestamptz NOT NULL,
    valid_until  timestamptz NOT NULL,
    possession   boolean     NOT NULL,
    state        text        NOT NULL
                 CHECK (state IN ('enrolled', 'approved', 'refused', 'withdrawn')),
    state_at     timestamptz NOT NULL,
    decided_by   text,
    reason       text,
    enrolled_at  timestamptz NOT NULL,
    version      integer     NOT NULL,
    CHECK ((state = 'refused') = (reason IS NOT NULL)),
    CHECK (reason <> ''),
    CHECK ((state = 'enrolled') = (decided_by IS NULL))
);
-- P3
CREATE UNIQUE INDEX certificate_approved_once
    ON parties.certificate (fingerprint) WHERE state = 'approved';
CREATE UNIQUE INDEX certificate_enrolled_once
    ON parties.certificate (fingerprint, person) WHERE state IN ('enrolled', 'approved');
CREATE INDEX certificate_person ON parties.certificate (person);
CREATE INDEX certificate_organisation ON parties.certificate (organisation);
GRANT SELECT, INSERT, UPDATE ON parties.certificate TO ${application};

-- What programs act with. Only the hash is kept (P4).
CREATE TABLE parties.token (
    id         text        PRIMARY KEY CHECK (id ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
    person     text        NOT NULL REFERENCES parties.person,
    name       text        NOT NULL CHECK (name <> ''),
    sha256     text        NOT NULL UNIQUE CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
    revoked_at timestamptz,
    version    integer     NOT NULL
);
CREATE INDEX token_person ON parties.token (person);
GRANT SELECT, INSERT, UPDATE ON parties.token TO ${application};

-- Links that work once: whoever has one chooses the person's password.
CREATE TABLE parties.invitation (
    sha256     text        PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    person     text        NOT NULL REFERENCES parties.person,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
    used_at    timestamptz,
    version    integer     NOT NULL
);
CREATE INDEX invitation_person ON parties.invitation (person);
GRANT SELECT, INSERT, UPDATE ON parties.invitation TO ${application};
