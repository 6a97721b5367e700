-- One version for one recipient.

CREATE TABLE releases (
    id BLOB NOT NULL PRIMARY KEY,
    meeting_id BLOB NOT NULL REFERENCES meetings (id) ON DELETE RESTRICT,
    minutes_id BLOB NOT NULL REFERENCES minutes (id) ON DELETE RESTRICT,
    case_id BLOB NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
    audience TEXT NOT NULL CHECK (audience IN ('family', 'attending_agency')),
    recipient_person_id BLOB REFERENCES people (id) ON DELETE RESTRICT,
    recipient_agency_id BLOB REFERENCES agencies (id) ON DELETE RESTRICT,
    recipient_name TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('preparing', 'awaiting_approval', 'returned', 'approved', 'issued', 'void')),
    seed INTEGER NOT NULL,
    prepared_by BLOB NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    prepared_at TEXT NOT NULL,
    approved_by BLOB REFERENCES users (id) ON DELETE RESTRICT,
    approved_at TEXT,
    issued_by BLOB REFERENCES users (id) ON DELETE RESTRICT,
    issued_at TEXT,
    route TEXT,
    returned_reason TEXT,
    source_digest BLOB,
    document BLOB,
    digest BLOB,
    gate_report TEXT,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX releases_meeting ON releases (meeting_id);
CREATE INDEX releases_case ON releases (case_id);

CREATE TABLE release_choices (
    release_id BLOB NOT NULL REFERENCES releases (id) ON DELETE RESTRICT,
    part TEXT NOT NULL,
    part_id BLOB NOT NULL,
    choice TEXT NOT NULL CHECK (choice IN ('include', 'withhold', 'reword')),
    wording TEXT,
    reason TEXT,
    decided_by BLOB NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    decided_at TEXT NOT NULL,
    PRIMARY KEY (release_id, part, part_id)
) STRICT;

CREATE TABLE release_words (
    release_id BLOB NOT NULL REFERENCES releases (id) ON DELETE RESTRICT,
    word TEXT NOT NULL,
    choice TEXT NOT NULL CHECK (choice IN ('withhold', 'keep')),
    decided_by BLOB NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    decided_at TEXT NOT NULL,
    PRIMARY KEY (release_id, word)
) STRICT;

CREATE TABLE pseudonyms (
    release_id BLOB NOT NULL REFERENCES releases (id) ON DELETE RESTRICT,
    entity TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    PRIMARY KEY (release_id, entity)
) STRICT;

-- What was issued stays as it was issued.
CREATE TRIGGER releases_frozen BEFORE UPDATE ON releases
WHEN OLD.status = 'issued' AND (NEW.document IS NOT OLD.document OR NEW.digest IS NOT OLD.digest
    OR NEW.recipient_name IS NOT OLD.recipient_name OR NEW.status <> 'issued')
BEGIN
    SELECT RAISE(ABORT, 'an issued release is never changed');
END;
CREATE TRIGGER releases_kept BEFORE DELETE ON releases
BEGIN
    SELECT RAISE(ABORT, 'a release is never deleted');
END;
