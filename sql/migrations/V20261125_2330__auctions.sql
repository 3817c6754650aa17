-- Live auctions. See org.subhasta.auction for the terms and the invariants.

CREATE SCHEMA auction;
GRANT USAGE ON SCHEMA auction TO ${application};

-- Terms that nobody but their owner has seen yet. Publishing one makes an auction of it.
CREATE TABLE auction.draft (
    id           text    PRIMARY KEY CHECK (id ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
    organisation text    NOT NULL REFERENCES parties.organisation,
    terms        text    NOT NULL CHECK (length(terms) BETWEEN 1 AND 1000000),
    version      integer NOT NULL
);
CREATE INDEX draft_organisation ON auction.draft (organisation);
GRANT SELECT, INSERT, UPDATE (terms, version), DELETE ON auction.draft TO ${application};

-- Published terms, as they were written: never changed.
CREATE TABLE auction.auction (
    id           text        PRIMARY KEY CHECK (id ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
    organisation text        NOT NULL REFERENCES parties.organisation,
    title        text        NOT NULL CHECK (title <> ''),
    terms        text        NOT NULL CHECK (length(terms) BETWEEN 1 AND 1000000),
    published_at timestamptz NOT NULL
);
CREATE INDEX auction_organisation ON auction.auction (organisation);
CREATE INDEX auction_published ON auction.auction (published_at);
GRANT SELECT, INSERT ON auction.auction TO ${application};

-- A lot's row is the arbiter: whoever judges acts holds its lock and has seen as many acts as it
-- counts. Nothing else here decides anything; all else follows from terms and acts.
CREATE TABLE auction.lot (
    auction  text        NOT NULL REFERENCES auction.auction,
    position integer     NOT NULL CHECK (position >= 1),
    lot      text        NOT NULL CHECK (lot <> ''),
    acts     bigint      NOT NULL CHECK (acts >= 0),
    last_at  timestamptz NOT NULL,
    -- When time alone changes it next.
    due_at   timestamptz,
    state    text        NOT NULL CHECK (state IN ('waiting', 'running', 'paused', 'ended')),
    PRIMARY KEY (auction, position),
    UNIQUE (auction, lot),
    CHECK (due_at IS NULL OR state IN ('waiting', 'running'))
);
CREATE INDEX lot_due ON auction.lot (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX lot_not_ended ON auction.lot (auction, position) WHERE state <> 'ended';
GRANT SELECT, INSERT, UPDATE (acts, last_at, due_at, state) ON auction.lot TO ${application};

-- Who was admitted, and under which number the others see them before the end.
CREATE TABLE auction.participant (
    auction      text        NOT NULL REFERENCES auction.auction,
    organisation text        NOT NULL REFERENCES parties.organisation,
    alias        text        NOT NULL CHECK (alias <> ''),
    at           timestamptz NOT NULL,
    PRIMARY KEY (auction, organisation),
    UNIQUE (auction, alias)
);
CREATE INDEX participant_organisation ON auction.participant (organisation);
GRANT SELECT, INSERT ON auction.participant TO ${application};

-- Certificates with which a participant's people bid, each by a signed statement.
CREATE TABLE auction.entry (
    auction      text        NOT NULL,
    certificate  text        NOT NULL CHECK (certificate ~ '^[0-9a-f]{64}$'),
    organisation text        NOT NULL,
    person       text        NOT NULL REFERENCES parties.person,
    der          bytea       NOT NULL CHECK (octet_length(der) BETWEEN 1 AND 16384),
    statement    bytea       NOT NULL CHECK (octet_length(statement) BETWEEN 1 AND 4096),
    signature    bytea       NOT NULL CHECK (octet_length(signature) BETWEEN 1 AND 65536),
    at           timestamptz NOT NULL,
    leaf         text        NOT NULL CHECK (leaf ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (auction, certificate),
    FOREIGN KEY (auction, organisation) REFERENCES auction.participant
);
GRANT SELECT, INSERT ON auction.entry TO ${application};

-- The acts that were judged, in their order: with the terms all that an auction depends on. The
-- line is that of a file of acts, without its end.
CREATE TABLE auction.act (
    auction     text        NOT NULL,
    position    integer     NOT NULL,
    number      bigint      NOT NULL CHECK (number >= 1),
    at          timestamptz NOT NULL,
    line        text        NOT NULL CHECK (line <> ''),
    -- Of a participant's act: its id, the signed bytes as they came, and whose they are.
    id          uuid,
    person      text        REFERENCES parties.person,
    signed      bytea       CHECK (octet_length(signed) BETWEEN 1 AND 4096),
    signature   text        CHECK (length(signature) BETWEEN 1 AND 4096),
    arrived_at  timestamptz,
    -- Why it was refused; '' where it counts.
    code        text        NOT NULL CHECK (code ~ '^([A-Z]+(_[A-Z]+)*)?$'),
    details     text[]      NOT NULL,
    leaf        text        NOT NULL CHECK (leaf ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (auction, position, number),
    FOREIGN KEY (auction, position) REFERENCES auction.lot,
    CHECK ((id IS NULL) = (signed IS NULL) AND (id IS NULL) = (signature IS NULL)
        AND (id IS NULL) = (arrived_at IS NULL))
);
-- One id, one act: whatever else is sent under it is refused for that.
CREATE UNIQUE INDEX act_id ON auction.act (auction, position, id)
    WHERE id IS NOT NULL AND code <> 'ACT_ID_REUSED';
GRANT SELECT, INSERT ON auction.act TO ${application};

-- Acts that were refused before they were judged: the signature, its certificate, or what it is for
-- was not right. They change nothing, so they are not among the acts.
CREATE TABLE auction.refused_act (
    number     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    auction    text        NOT NULL,
    position   integer     NOT NULL,
    at         timestamptz NOT NULL,
    id         uuid        NOT NULL,
    person     text        NOT NULL REFERENCES parties.person,
    signed     bytea       NOT NULL CHECK (octet_length(signed) BETWEEN 1 AND 4096),
    signature  text        NOT NULL CHECK (length(signature) BETWEEN 1 AND 4096),
    arrived_at timestamptz NOT NULL,
    code       text        NOT NULL CHECK (code ~ '^[A-Z]+(_[A-Z]+)*$'),
    leaf       text        NOT NULL CHECK (leaf ~ '^[0-9a-f]{64}$'),
    FOREIGN KEY (auction, position) REFERENCES auction.lot
);
CREATE INDEX refused_act_lot ON auction.refused_act (auction, position, id);
GRANT SELECT, INSERT ON auction.refused_act TO ${application};

-- When any server was last known to serve auctions: one row, beaten every few seconds.
CREATE TABLE auction.heartbeat (
    id smallint    PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON auction.heartbeat TO ${application};

-- Leaves are written many at a time now: one statement for all of them instead of one for each.
DROP TRIGGER leaf_is_pending ON journal.leaf;
DROP FUNCTION journal.leaf_is_pending();
CREATE FUNCTION journal.leaves_are_pending() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO journal.pending (leaf) SELECT id FROM added;
    RETURN NULL;
END $$;
CREATE TRIGGER leaves_are_pending AFTER INSERT ON journal.leaf REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION journal.leaves_are_pending();
