-- The journal as a log that can be checked from outside: the Merkle tree over its leaves, signed
-- heads, co-signatures of witnesses; and what the platform's own check of it has found.
-- See org.subhasta.journal for the terms. Everything here is only ever inserted; only what waits
-- for its place in the tree is taken away again, and payloads on a lawful request.

-- Leaves without a place in the tree yet. Filled by the database, so that no way of writing a leaf
-- passes the tree by: neither a version of the application from before this table, nor a mistake.
CREATE TABLE journal.pending (
    leaf bigint PRIMARY KEY REFERENCES journal.leaf
);
GRANT SELECT, INSERT, DELETE ON journal.pending TO ${application};

CREATE FUNCTION journal.leaf_is_pending() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO journal.pending (leaf) VALUES (NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER leaf_is_pending AFTER INSERT ON journal.leaf
    FOR EACH ROW EXECUTE FUNCTION journal.leaf_is_pending();
INSERT INTO journal.pending (leaf) SELECT id FROM journal.leaf;

-- Where each leaf stands in the tree, from 0. Given after the commit, in the order in which the
-- integrator finds the leaves: transactions commit in another order than they take numbers in.
CREATE TABLE journal.position (
    index bigint PRIMARY KEY CHECK (index >= 0),
    leaf  bigint NOT NULL UNIQUE REFERENCES journal.leaf
);
GRANT SELECT, INSERT ON journal.position TO ${application};

-- The tree's complete inner nodes, which never change. Level 0 are the leaves' own hashes.
CREATE TABLE journal.node (
    level smallint NOT NULL CHECK (level BETWEEN 1 AND 62),
    index bigint   NOT NULL CHECK (index >= 0),
    hash  bytea    NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (level, index)
);
GRANT SELECT, INSERT ON journal.node TO ${application};

-- The signed heads, one for each time the tree has grown (C2SP tlog-checkpoint).
CREATE TABLE journal.checkpoint (
    size bigint      PRIMARY KEY CHECK (size > 0),
    root bytea       NOT NULL CHECK (octet_length(root) = 32),
    at   timestamptz NOT NULL,
    note text        NOT NULL
);
GRANT SELECT, INSERT ON journal.checkpoint TO ${application};

-- What witnesses signed under a head (C2SP tlog-cosignature).
CREATE TABLE journal.cosignature (
    size    bigint      NOT NULL REFERENCES journal.checkpoint,
    witness text        NOT NULL,
    seen    timestamptz NOT NULL,
    line    text        NOT NULL,
    PRIMARY KEY (size, witness, seen)
);
GRANT SELECT, INSERT ON journal.cosignature TO ${application};

-- Runs of the self-check: how far the tree was rebuilt, and how much was wrong.
CREATE TABLE journal.verification (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL,
    size       bigint      NOT NULL CHECK (size >= 0),
    whole      boolean     NOT NULL,
    mismatches integer     NOT NULL CHECK (mismatches >= 0)
);
GRANT SELECT, INSERT ON journal.verification TO ${application};

-- What the self-check found wrong. While it is not ended, acts on its subject are refused.
CREATE TABLE journal.alarm (
    id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    code    text        NOT NULL CHECK (code ~ '^[A-Z]+(_[A-Z]+)*$'),
    subject text,
    leaf    bigint
);
CREATE INDEX ON journal.alarm (subject);
GRANT SELECT, INSERT ON journal.alarm TO ${application};

CREATE TABLE journal.alarm_end (
    alarm bigint      PRIMARY KEY REFERENCES journal.alarm,
    at    timestamptz NOT NULL
);
GRANT SELECT, INSERT ON journal.alarm_end TO ${application};

-- The administrators' switch: the newest row says whether all acts are refused.
CREATE TABLE journal.stop (
    id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    stopped boolean     NOT NULL
);
GRANT SELECT, INSERT ON journal.stop TO ${application};

-- Payloads that were erased on a lawful request, each with the act that records it. A payload that
-- is missing without one is a mismatch.
CREATE TABLE journal.erasure (
    leaf     bigint      PRIMARY KEY REFERENCES journal.entry,
    recorded bigint      NOT NULL UNIQUE REFERENCES journal.entry,
    at       timestamptz NOT NULL
);
GRANT SELECT, INSERT ON journal.erasure TO ${application};
GRANT DELETE ON journal.payload TO ${application};
