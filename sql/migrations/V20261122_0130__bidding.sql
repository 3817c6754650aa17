-- Boxes and the bids in them. See org.subhasta.bidding for the terms and the invariants B1 to B7.

CREATE SCHEMA bidding;
GRANT USAGE ON SCHEMA bidding TO ${application};

-- A box has the id of its tender; the capability above refers to it, not the other way round.
CREATE TABLE bidding.box (
    id           text        PRIMARY KEY CHECK (id ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
    organisation text        NOT NULL REFERENCES parties.organisation,
    notice       text        NOT NULL CHECK (notice ~ '^[0-9a-f]{64}$'),
    originally   timestamptz NOT NULL,
    closes_at    timestamptz NOT NULL,
    zone         text        NOT NULL,
    currency     text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    prices       text        NOT NULL CHECK (prices IN ('NET', 'GROSS')),
    partial      boolean     NOT NULL,
    state        text        NOT NULL CHECK (state IN ('open', 'closed', 'abandoned')),
    state_at     timestamptz NOT NULL,
    version      integer     NOT NULL,
    CHECK (closes_at >= originally),
    -- B2: nothing closes before its time.
    CHECK (state <> 'closed' OR state_at >= closes_at)
);
CREATE INDEX box_due ON bidding.box (closes_at) WHERE state = 'open';
-- The terms stay as they were published: only closing and state may change.
GRANT SELECT, INSERT, UPDATE (closes_at, state, state_at, version)
    ON bidding.box TO ${application};

CREATE TABLE bidding.box_lot (
    box      text    NOT NULL REFERENCES bidding.box,
    position integer NOT NULL CHECK (position >= 0),
    lot      text    NOT NULL CHECK (lot <> ''),
    title    text    NOT NULL,
    PRIMARY KEY (box, position),
    UNIQUE (box, lot)
);
GRANT SELECT, INSERT ON bidding.box_lot TO ${application};

-- How the outage rule moved closings.
CREATE TABLE bidding.closing_move (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    box          text        NOT NULL REFERENCES bidding.box,
    moved_from   timestamptz NOT NULL,
    moved_to     timestamptz NOT NULL,
    outage_from  timestamptz NOT NULL,
    outage_until timestamptz NOT NULL,
    reason       text        NOT NULL CHECK (reason IN ('outage')),
    CHECK (moved_to > moved_from),
    CHECK (outage_until > outage_from)
);
CREATE INDEX closing_move_box ON bidding.closing_move (box);
GRANT SELECT, INSERT ON bidding.closing_move TO ${application};

-- Accepted bids, the signed bytes exactly as received. Lots and prices are read from them and stand
-- nowhere else. B5: the application may insert, never update or delete.
CREATE TABLE bidding.bid (
    id          uuid        PRIMARY KEY,
    box         text        NOT NULL REFERENCES bidding.box,
    bidder      text        NOT NULL REFERENCES parties.organisation,
    person      text        NOT NULL REFERENCES parties.person,
    kind        text        NOT NULL CHECK (kind IN ('SUBMIT', 'REPLACE', 'WITHDRAW')),
    -- B3: no two bids replace the same one.
    replaces    uuid        UNIQUE REFERENCES bidding.bid,
    statement   bytea       NOT NULL CHECK (octet_length(statement) BETWEEN 1 AND 262144),
    signature   bytea       NOT NULL CHECK (octet_length(signature) BETWEEN 1 AND 65536),
    digest      text        NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    certificate text        NOT NULL CHECK (certificate ~ '^[0-9a-f]{64}$'),
    at          timestamptz NOT NULL,
    leaf        text        NOT NULL CHECK (leaf ~ '^[0-9a-f]{64}$'),
    receipt     text        NOT NULL CHECK (receipt <> ''),
    CHECK ((kind = 'SUBMIT') = (replaces IS NULL))
);
CREATE INDEX bid_box ON bidding.bid (box, bidder);
CREATE INDEX bid_bidder ON bidding.bid (bidder, at);
GRANT SELECT, INSERT ON bidding.bid TO ${application};

-- Refused bids from the check of the signature on, so that what was refused can be shown.
CREATE TABLE bidding.refused_bid (
    number    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bid       uuid        NOT NULL,
    box       text        NOT NULL REFERENCES bidding.box,
    bidder    text        NOT NULL REFERENCES parties.organisation,
    person    text        NOT NULL REFERENCES parties.person,
    statement bytea       NOT NULL CHECK (octet_length(statement) BETWEEN 1 AND 262144),
    signature bytea       NOT NULL CHECK (octet_length(signature) BETWEEN 1 AND 65536),
    digest    text        NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    -- SHA-256 over everything that was sent: the same again gets the same answer.
    delivery  text        NOT NULL CHECK (delivery ~ '^[0-9a-f]{64}$'),
    code      text        NOT NULL CHECK (code <> ''),
    at        timestamptz NOT NULL,
    leaf      text        NOT NULL CHECK (leaf ~ '^[0-9a-f]{64}$'),
    receipt   text        NOT NULL CHECK (receipt <> '')
);
CREATE INDEX refused_bid_box ON bidding.refused_bid (box, bidder);
GRANT SELECT, INSERT ON bidding.refused_bid TO ${application};
