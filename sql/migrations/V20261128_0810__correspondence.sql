-- Mail that the platform writes, and the links in it. See org.subhasta.correspondence.

CREATE SCHEMA correspondence;
GRANT USAGE ON SCHEMA correspondence TO ${application};

CREATE TABLE correspondence.mail (
    id              text        PRIMARY KEY CHECK (id ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
    kind            text        NOT NULL CHECK (kind ~ '^[A-Z_]+$'),
    recipient       text        NOT NULL CHECK (length(recipient) BETWEEN 3 AND 254),
    -- What may be written once only, such as a reminder; null where nothing keeps it from being again.
    occasion        text        UNIQUE,
    -- The letter as JSON; null as soon as nobody needs it here: links in it are secrets.
    letter          text,
    written_at      timestamptz NOT NULL,
    next_attempt_at timestamptz,
    attempts        integer     NOT NULL CHECK (attempts >= 0),
    delivered_at    timestamptz,
    given_up_at     timestamptz,
    version         integer     NOT NULL,
    CHECK ((letter IS NULL) = (delivered_at IS NOT NULL OR given_up_at IS NOT NULL)),
    CHECK ((letter IS NULL) = (next_attempt_at IS NULL)),
    CHECK (delivered_at IS NULL OR given_up_at IS NULL)
);
CREATE INDEX mail_due ON correspondence.mail (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON correspondence.mail TO ${application};

-- Links that are mailed to an account: to confirm its address, or to choose another password.
CREATE TABLE parties.mailed_link (
    sha256     text        PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    person     text        NOT NULL REFERENCES parties.person,
    purpose    text        NOT NULL CHECK (purpose IN ('CONFIRM_ADDRESS', 'NEW_PASSWORD')),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    version    integer     NOT NULL,
    CHECK (expires_at > created_at)
);
CREATE INDEX mailed_link_person ON parties.mailed_link (person, purpose, created_at);
GRANT SELECT, INSERT, UPDATE ON parties.mailed_link TO ${application};

-- Of an invitation, the link in the mail and the one that is shown are two: the first one opened
-- shows that the address is the invited person's.
ALTER TABLE parties.invitation ADD COLUMN mailed boolean NOT NULL DEFAULT false;

ALTER TABLE parties.person ADD COLUMN address_confirmed_at timestamptz;
-- Until now nobody was asked, and nobody who is here shall be kept from anything.
UPDATE parties.person SET address_confirmed_at = created_at;
