-- Evaluation and award. See org.subhasta.awarding for the terms and the invariants A1 to A5.

CREATE SCHEMA awarding;
GRANT USAGE ON SCHEMA awarding TO ${application};

-- One row per tender somebody began to evaluate. It is the lock under which anything about its
-- bids is said, and its version tells whether somebody else said something meanwhile (A3).
CREATE TABLE awarding.evaluation (
    tender     text        PRIMARY KEY REFERENCES tendering.tender,
    version    bigint      NOT NULL CHECK (version >= 0),
    changed_by text        NOT NULL REFERENCES parties.person,
    changed_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON awarding.evaluation TO ${application};

-- A bid, or its part for one lot, out of the ranking; reinstated ones stay for the record.
CREATE TABLE awarding.disqualification (
    id                text        PRIMARY KEY CHECK (id ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
    tender            text        NOT NULL REFERENCES awarding.evaluation,
    bid               uuid        NOT NULL REFERENCES bidding.bid,
    lot               text        CHECK (lot <> ''),
    reason            text        NOT NULL CHECK (reason ~ '\S'),
    made_by           text        NOT NULL REFERENCES parties.person,
    made_at           timestamptz NOT NULL,
    reinstated_reason text        CHECK (reinstated_reason ~ '\S'),
    reinstated_by     text        REFERENCES parties.person,
    reinstated_at     timestamptz CHECK (reinstated_at >= made_at),
    CHECK ((reinstated_at IS NULL) = (reinstated_by IS NULL)),
    CHECK ((reinstated_at IS NULL) = (reinstated_reason IS NULL))
);
CREATE INDEX disqualification_tender ON awarding.disqualification (tender);
CREATE UNIQUE INDEX disqualification_standing
    ON awarding.disqualification (bid, coalesce(lot, '')) WHERE reinstated_at IS NULL;
GRANT SELECT, INSERT, UPDATE (reinstated_reason, reinstated_by, reinstated_at)
    ON awarding.disqualification TO ${application};

-- What the officers propose for each lot, kept as typed until the award is decided.
CREATE TABLE awarding.proposal (
    tender text NOT NULL REFERENCES awarding.evaluation,
    lot    text NOT NULL CHECK (lot <> ''),
    kind   text NOT NULL CHECK (kind IN ('UNDECIDED', 'AWARD', 'NO_AWARD')),
    bid    uuid REFERENCES bidding.bid,
    reason text NOT NULL,
    PRIMARY KEY (tender, lot),
    CHECK ((kind = 'AWARD') = (bid IS NOT NULL))
);
GRANT SELECT, INSERT, UPDATE, DELETE ON awarding.proposal TO ${application};

-- Awards decided here, whole and for ever (A4): the application may insert, never update or delete.
-- content is the award as canonical JSON (subhasta-award-1); the other columns are for lists.
CREATE TABLE awarding.award (
    id            text           PRIMARY KEY CHECK (id ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
    tender        text           NOT NULL UNIQUE REFERENCES tendering.tender,
    content       text           NOT NULL,
    title         text           NOT NULL CHECK (title <> ''),
    reference     text           NOT NULL,
    buyer         text           NOT NULL,
    outcome       text           NOT NULL CHECK (outcome IN ('COMPLETE', 'UNSUCCESSFUL')),
    decided_at    timestamptz    NOT NULL,
    total         numeric(20, 4) CHECK (total > 0),
    currency      text           CHECK (currency ~ '^[A-Z]{3}$'),
    lots          integer        NOT NULL CHECK (lots > 0),
    lots_awarded  integer        NOT NULL CHECK (lots_awarded BETWEEN 0 AND lots),
    bids          integer        NOT NULL CHECK (bids >= 0),
    suppliers     text           NOT NULL,
    words         text           NOT NULL,
    notice_sha256 text           NOT NULL REFERENCES documents.document,
    notice_size   bigint         NOT NULL CHECK (notice_size > 0),
    CHECK ((total IS NULL) = (currency IS NULL)),
    CHECK ((outcome = 'COMPLETE') = (lots_awarded > 0))
);
CREATE INDEX award_decided_at ON awarding.award (decided_at);
GRANT SELECT, INSERT ON awarding.award TO ${application};

-- Awards decided elsewhere, as imports found them; a newer import of the process replaces them.
CREATE TABLE awarding.recorded_award (
    id           text           PRIMARY KEY CHECK (id ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
    tender       text           NOT NULL REFERENCES tendering.imported,
    key          text           NOT NULL,
    content      text           NOT NULL,
    title        text           NOT NULL CHECK (title <> ''),
    reference    text           NOT NULL,
    buyer        text           NOT NULL,
    outcome      text           NOT NULL
        CHECK (outcome IN ('COMPLETE', 'UNSUCCESSFUL', 'CANCELLED', 'PENDING')),
    decided_at   timestamptz    NOT NULL,
    total        numeric(20, 4),
    currency     text           CHECK (currency ~ '^[A-Z]{3}$'),
    suppliers    text           NOT NULL,
    words        text           NOT NULL,
    UNIQUE (tender, key),
    CHECK ((total IS NULL) = (currency IS NULL))
);
CREATE INDEX recorded_award_decided_at ON awarding.recorded_award (decided_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON awarding.recorded_award TO ${application};

-- Both, for lists: suppliers are one per line, words are in lower case.
CREATE VIEW awarding.listed_award AS
    SELECT id, 'DECIDED' AS source, tender, content, title, reference, buyer, outcome, decided_at,
           total, currency, lots, lots_awarded, bids, suppliers, words, notice_sha256, notice_size
    FROM awarding.award
    UNION ALL
    SELECT id, 'RECORDED', tender, content, title, reference, buyer, outcome, decided_at,
           total, currency, 0, 0, 0, suppliers, words, NULL, NULL
    FROM awarding.recorded_award;
GRANT SELECT ON awarding.listed_award TO ${application};
