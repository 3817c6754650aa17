-- Bids sealed to an opening committee. See org.subhasta.bidding for the terms and the invariants.

-- A sealed text is as large as the largest file, and its tag.
ALTER TABLE documents.document DROP CONSTRAINT document_size_check,
    ADD CONSTRAINT document_size_check CHECK (size BETWEEN 1 AND 67108880);

-- Boxes from before have no committee: they take nothing any more and are never opened.
ALTER TABLE bidding.box
    ADD COLUMN threshold     integer     CHECK (threshold BETWEEN 2 AND 15),
    ADD COLUMN openers       text        CHECK (openers ~ '^[0-9a-f]{64}$'),
    ADD COLUMN two_envelopes boolean     NOT NULL DEFAULT false,
    ADD COLUMN grace_minutes integer     CHECK (grace_minutes BETWEEN 0 AND 120),
    ADD COLUMN period_days   integer     CHECK (period_days BETWEEN 1 AND 30),
    ADD COLUMN closed_at     timestamptz,
    -- Leaf hash of the entry that allows the opening now acted on.
    ADD COLUMN entry         text        CHECK (entry ~ '^[0-9a-f]{64}$'),
    ADD COLUMN warned_at     timestamptz,
    DROP CONSTRAINT box_state_check,
    ADD CONSTRAINT box_state_check CHECK (state IN
        ('open', 'closed', 'technical', 'released', 'opened', 'abandoned')),
    ADD CHECK (num_nulls(threshold, openers, grace_minutes, period_days) IN (0, 4)),
    ADD CHECK (threshold IS NOT NULL OR state IN ('open', 'closed', 'abandoned')),
    ADD CHECK (two_envelopes OR state NOT IN ('technical', 'released'));
UPDATE bidding.box SET closed_at = state_at WHERE state = 'closed';
ALTER TABLE bidding.box
    ADD CHECK ((closed_at IS NULL) = (state IN ('open', 'abandoned'))),
    -- B2: nothing closes before its time.
    ADD CHECK (closed_at >= closes_at);
GRANT UPDATE (closed_at, entry, warned_at) ON bidding.box TO ${application};
CREATE INDEX box_opening ON bidding.box (state_at) WHERE state IN ('closed', 'released');

-- The opening committee, in the order in which shares are given out.
CREATE TABLE bidding.box_opener (
    box          text    NOT NULL REFERENCES bidding.box,
    position     integer NOT NULL CHECK (position BETWEEN 0 AND 14),
    person       text    NOT NULL REFERENCES parties.person,
    name         text    NOT NULL,
    organisation text    NOT NULL,
    certificate  text    NOT NULL CHECK (certificate <> ''),
    PRIMARY KEY (box, position),
    UNIQUE (box, person)
);
CREATE INDEX box_opener_person ON bidding.box_opener (person);
GRANT SELECT, INSERT ON bidding.box_opener TO ${application};

-- What a bidder signed is an envelope from now on; before it was the bid itself.
ALTER TABLE bidding.bid RENAME COLUMN statement TO envelope;
ALTER TABLE bidding.bid ADD COLUMN arrived_at timestamptz;
ALTER TABLE bidding.refused_bid RENAME COLUMN statement TO envelope;
ALTER TABLE bidding.refused_bid ADD COLUMN arrived_at timestamptz;

-- The encrypted texts of a bid: bid-0, bid-1, … or technical-0, …, price-0, …
CREATE TABLE bidding.text (
    bid    uuid NOT NULL REFERENCES bidding.bid,
    name   text NOT NULL CHECK (name ~ '^(bid|technical|price)-[0-9]{1,2}$'),
    sha256 text NOT NULL REFERENCES documents.document,
    PRIMARY KEY (bid, name)
);
GRANT SELECT, INSERT ON bidding.text TO ${application};

-- What arrived whole and is not judged yet. No box closes over one that came in time.
CREATE TABLE bidding.arrival (
    number   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    box      text        NOT NULL REFERENCES bidding.box,
    bidder   text        NOT NULL REFERENCES parties.organisation,
    delivery text        NOT NULL CHECK (delivery ~ '^[0-9a-f]{64}$'),
    at       timestamptz NOT NULL
);
CREATE INDEX arrival_box ON bidding.arrival (box);
GRANT SELECT, INSERT, DELETE ON bidding.arrival TO ${application};

-- Announcements accepted; of each bidder's in a box the last one counts.
CREATE TABLE bidding.announcement (
    number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    box         text        NOT NULL REFERENCES bidding.box,
    bidder      text        NOT NULL REFERENCES parties.organisation,
    person      text        NOT NULL REFERENCES parties.person,
    bid         uuid        NOT NULL,
    envelope    text        NOT NULL CHECK (envelope ~ '^[0-9a-f]{64}$'),
    statement   bytea       NOT NULL CHECK (octet_length(statement) BETWEEN 1 AND 4096),
    signature   bytea       NOT NULL CHECK (octet_length(signature) BETWEEN 1 AND 65536),
    digest      text        NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    certificate text        NOT NULL CHECK (certificate ~ '^[0-9a-f]{64}$'),
    at          timestamptz NOT NULL,
    leaf        text        NOT NULL CHECK (leaf ~ '^[0-9a-f]{64}$'),
    receipt     text        NOT NULL CHECK (receipt <> '')
);
CREATE INDEX announcement_box ON bidding.announcement (box, bidder, number);
GRANT SELECT, INSERT ON bidding.announcement TO ${application};

-- The secret an opener is to tell back is kept as its hash only.
CREATE TABLE bidding.rehearsal_task (
    box    text        NOT NULL REFERENCES bidding.box,
    opener text        NOT NULL REFERENCES parties.person,
    secret text        NOT NULL CHECK (secret ~ '^[0-9a-f]{64}$'),
    enc    bytea       NOT NULL CHECK (octet_length(enc) = 65),
    sealed bytea       NOT NULL CHECK (octet_length(sealed) = 48),
    PRIMARY KEY (box, opener)
);
GRANT SELECT, INSERT, DELETE ON bidding.rehearsal_task TO ${application};

CREATE TABLE bidding.rehearsal (
    box         text        NOT NULL REFERENCES bidding.box,
    opener      text        NOT NULL REFERENCES parties.person,
    statement   bytea       NOT NULL CHECK (octet_length(statement) BETWEEN 1 AND 4096),
    signature   bytea       NOT NULL CHECK (octet_length(signature) BETWEEN 1 AND 65536),
    certificate text        NOT NULL CHECK (certificate ~ '^[0-9a-f]{64}$'),
    at          timestamptz NOT NULL,
    leaf        text        NOT NULL CHECK (leaf ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (box, opener)
);
GRANT SELECT, INSERT ON bidding.rehearsal TO ${application};

-- One act of each opener for each part. The shares stand inside, so none of it is published.
CREATE TABLE bidding.opening_act (
    box         text        NOT NULL REFERENCES bidding.box,
    part        text        NOT NULL CHECK (part IN ('BID', 'TECHNICAL', 'PRICE')),
    opener      text        NOT NULL REFERENCES parties.person,
    act         bytea       NOT NULL CHECK (octet_length(act) BETWEEN 1 AND 2097152),
    signature   bytea       NOT NULL CHECK (octet_length(signature) BETWEEN 1 AND 65536),
    digest      text        NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    certificate text        NOT NULL CHECK (certificate ~ '^[0-9a-f]{64}$'),
    at          timestamptz NOT NULL,
    leaf        text        NOT NULL CHECK (leaf ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (box, part, opener)
);
GRANT SELECT, INSERT ON bidding.opening_act TO ${application};

-- Shares that match their hash in the envelope; no other counts.
CREATE TABLE bidding.share (
    bid    uuid  NOT NULL REFERENCES bidding.bid,
    part   text  NOT NULL CHECK (part IN ('BID', 'TECHNICAL', 'PRICE')),
    opener text  NOT NULL REFERENCES parties.person,
    share  bytea NOT NULL CHECK (octet_length(share) = 33),
    PRIMARY KEY (bid, part, opener)
);
GRANT SELECT, INSERT ON bidding.share TO ${application};

-- Bids whose price may be opened: those that passed the technical evaluation.
CREATE TABLE bidding.released_bid (
    bid uuid PRIMARY KEY REFERENCES bidding.bid
);
GRANT SELECT, INSERT ON bidding.released_bid TO ${application};

-- What came of opening a part of a bid: its signed statement, or why it is invalid.
CREATE TABLE bidding.opened_part (
    bid         uuid        NOT NULL REFERENCES bidding.bid,
    part        text        NOT NULL CHECK (part IN ('BID', 'TECHNICAL', 'PRICE')),
    at          timestamptz NOT NULL,
    leaf        text        NOT NULL CHECK (leaf ~ '^[0-9a-f]{64}$'),
    statement   bytea,
    signature   bytea,
    salt        bytea       CHECK (octet_length(salt) = 32),
    certificate text        CHECK (certificate ~ '^[0-9a-f]{64}$'),
    code        text        CHECK (code <> ''),
    field       text,
    -- A JSON array of texts.
    details     text,
    PRIMARY KEY (bid, part),
    CHECK (num_nulls(statement, signature, salt) IN (0, 3)),
    -- Valid with a statement; invalid with a reason, and with the statement where there was one.
    CHECK (code IS NOT NULL OR num_nulls(statement, certificate) = 0),
    CHECK (num_nulls(code, field, details) IN (0, 3))
);
GRANT SELECT, INSERT ON bidding.opened_part TO ${application};

-- The files of opened bids: for the owning organisation, never for the public.
CREATE TABLE bidding.opened_file (
    bid      uuid    NOT NULL,
    part     text    NOT NULL,
    position integer NOT NULL CHECK (position >= 0),
    name     text    NOT NULL CHECK (name <> ''),
    salt     bytea   NOT NULL CHECK (octet_length(salt) = 32),
    -- An empty file is kept nowhere.
    sha256   text    REFERENCES documents.document,
    -- Why a file of that kind is not taken in elsewhere; it is given out to be saved only.
    warning  text    CHECK (warning <> ''),
    PRIMARY KEY (bid, part, position),
    FOREIGN KEY (bid, part) REFERENCES bidding.opened_part
);
GRANT SELECT, INSERT ON bidding.opened_file TO ${application};

-- Which bids passed the technical evaluation, signed by an officer: what opens the prices.
CREATE TABLE awarding.technical_evaluation (
    tender      text        PRIMARY KEY REFERENCES tendering.tender,
    statement   bytea       NOT NULL CHECK (octet_length(statement) BETWEEN 1 AND 4194304),
    signature   bytea       NOT NULL CHECK (octet_length(signature) BETWEEN 1 AND 65536),
    certificate text        NOT NULL CHECK (certificate ~ '^[0-9a-f]{64}$'),
    person      text        NOT NULL REFERENCES parties.person,
    at          timestamptz NOT NULL,
    leaf        text        NOT NULL CHECK (leaf ~ '^[0-9a-f]{64}$')
);
GRANT SELECT, INSERT ON awarding.technical_evaluation TO ${application};
