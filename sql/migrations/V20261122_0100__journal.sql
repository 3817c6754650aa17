-- The record of every act that matters. See org.subhasta.journal for the terms.

CREATE SCHEMA journal;
GRANT USAGE ON SCHEMA journal TO ${application};

-- The number of the last entry of each subject. Its row is the lock under which entries are
-- numbered without gaps; unrelated subjects never wait for one another.
CREATE TABLE journal.subject (
    subject       text   PRIMARY KEY CHECK (subject ~ '^[a-z]+(/[0-9a-zA-Z-]+)?$'),
    last_sequence bigint NOT NULL CHECK (last_sequence > 0)
);
GRANT SELECT, INSERT, UPDATE ON journal.subject TO ${application};

-- What will be hashed into the Merkle tree: final when written, and holding no position in it.
CREATE TABLE journal.leaf (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    content bytea  NOT NULL,
    hash    bytea  NOT NULL UNIQUE CHECK (octet_length(hash) = 32)
);
GRANT SELECT, INSERT ON journal.leaf TO ${application};

-- The header of each act, as canonical JSON and taken apart for looking things up.
CREATE TABLE journal.entry (
    leaf     bigint      PRIMARY KEY REFERENCES journal.leaf,
    subject  text        NOT NULL REFERENCES journal.subject,
    sequence bigint      NOT NULL CHECK (sequence > 0),
    act      text        NOT NULL CHECK (act ~ '^[a-z]+(-[a-z]+)*$'),
    actor    text        NOT NULL,
    at       timestamptz NOT NULL,
    header   bytea       NOT NULL,
    UNIQUE (subject, sequence)
);
GRANT SELECT, INSERT ON journal.entry TO ${application};

-- Present for acts whose leaf hides the header (acts on an unopened box).
CREATE TABLE journal.concealment (
    leaf bigint PRIMARY KEY REFERENCES journal.entry,
    salt bytea  NOT NULL CHECK (octet_length(salt) = 32)
);
GRANT SELECT, INSERT ON journal.concealment TO ${application};

-- From when on a concealed header is public.
CREATE TABLE journal.disclosure (
    leaf bigint      PRIMARY KEY REFERENCES journal.concealment,
    at   timestamptz NOT NULL
);
GRANT SELECT, INSERT ON journal.disclosure TO ${application};

-- The only place of personal data and secrets. A row can be erased and every proof still holds.
CREATE TABLE journal.payload (
    leaf    bigint PRIMARY KEY REFERENCES journal.entry,
    content bytea  NOT NULL,
    salt    bytea  NOT NULL CHECK (octet_length(salt) = 32)
);
GRANT SELECT, INSERT ON journal.payload TO ${application};

-- Who stands behind a pseudonym: a fresh one for each person and subject.
CREATE TABLE journal.pseudonym (
    subject   text NOT NULL,
    person    text NOT NULL,
    pseudonym text NOT NULL UNIQUE,
    PRIMARY KEY (subject, person)
);
GRANT SELECT, INSERT ON journal.pseudonym TO ${application};

-- When the platform was last known to be alive: one row, beaten every few seconds.
CREATE TABLE journal.heartbeat (
    id smallint    PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON journal.heartbeat TO ${application};
