-- What a token may do besides reading, and the last calls made with it.

ALTER TABLE parties.token ADD COLUMN permissions text[] NOT NULL
    -- Until now every token could do everything its owner may.
    DEFAULT ARRAY['BID', 'TENDER', 'OPEN', 'ADMINISTER']
    CHECK (permissions <@ ARRAY['BID', 'TENDER', 'OPEN', 'ADMINISTER']);
ALTER TABLE parties.token ALTER COLUMN permissions DROP DEFAULT;

CREATE TABLE parties.token_call (
    token  text        NOT NULL REFERENCES parties.token,
    -- Of one token, in the order of the calls.
    number bigint      GENERATED ALWAYS AS IDENTITY,
    at     timestamptz NOT NULL,
    method text        NOT NULL CHECK (length(method) <= 20),
    -- Without the query, which may say what somebody looked for.
    path   text        NOT NULL CHECK (length(path) <= 200),
    status integer     NOT NULL CHECK (status BETWEEN 100 AND 599),
    PRIMARY KEY (token, number)
);
GRANT SELECT, INSERT, DELETE ON parties.token_call TO ${application};
