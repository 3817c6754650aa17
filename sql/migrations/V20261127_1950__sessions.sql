-- Who is signed in where, how surely, and with what besides a password.
-- See org.subhasta.parties for the terms.

CREATE TABLE parties.session (
    id           text        PRIMARY KEY CHECK (id ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
    person       text        NOT NULL REFERENCES parties.person,
    method       text        NOT NULL
                 CHECK (method IN ('PASSWORD', 'PASSKEY', 'CERTIFICATE', 'GATEWAY')),
    -- Null until the second factor was given: nobody is signed in by such a session yet.
    assurance    text        CHECK (assurance IN ('LOW', 'SUBSTANTIAL', 'HIGH')),
    -- What the browser says it is, so that its owner recognises it. No address is kept.
    browser      text        NOT NULL CHECK (length(browser) <= 200),
    began_at     timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    ended_at     timestamptz,
    version      integer     NOT NULL,
    CHECK (last_seen_at >= began_at),
    CHECK (ended_at >= began_at)
);
CREATE INDEX session_open ON parties.session (person) WHERE ended_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON parties.session TO ${application};

CREATE TABLE parties.authenticator (
    id         text        PRIMARY KEY CHECK (id ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
    person     text        NOT NULL REFERENCES parties.person,
    name       text        NOT NULL CHECK (name <> ''),
    -- Sealed under keys/second-factors.key, which is in no backup of the database.
    secret     bytea       NOT NULL CHECK (octet_length(secret) BETWEEN 29 AND 200),
    -- The last time step of RFC 6238 whose code was used: no earlier one and not this one again.
    used_step  bigint      NOT NULL,
    offered_at timestamptz NOT NULL,
    added_at   timestamptz,
    removed_at timestamptz,
    version    integer     NOT NULL,
    CHECK (removed_at IS NULL OR added_at IS NOT NULL)
);
CREATE INDEX authenticator_person ON parties.authenticator (person) WHERE removed_at IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON parties.authenticator TO ${application};

CREATE TABLE parties.recovery_code (
    sha256  text        PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    person  text        NOT NULL REFERENCES parties.person,
    made_at timestamptz NOT NULL,
    used_at timestamptz,
    version integer     NOT NULL
);
CREATE INDEX recovery_code_person ON parties.recovery_code (person) WHERE used_at IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON parties.recovery_code TO ${application};

-- A session that a changed password ends is a row now; the count of changes is needed no more.
ALTER TABLE parties.person DROP COLUMN password_changes;
