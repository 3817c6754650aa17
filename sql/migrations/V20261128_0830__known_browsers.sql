-- Browsers in which somebody signed in to the end: guesses made elsewhere do not slow them down.
-- See org.subhasta.parties for the terms.

CREATE TABLE parties.known_browser (
    -- Of a random secret of 256 bits that only the browser has.
    sha256  text        PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    person  text        NOT NULL REFERENCES parties.person,
    seen_at timestamptz NOT NULL
);
CREATE INDEX known_browser_person ON parties.known_browser (person);
GRANT SELECT, INSERT, UPDATE, DELETE ON parties.known_browser TO ${application};
