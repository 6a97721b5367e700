-- One version for one recipient.

CREATE TABLE releases (
    id UUID NOT NULL PRIMARY KEY,
    meeting_id UUID NOT NULL REFERENCES meetings (id) ON DELETE RESTRICT,
    minutes_id UUID NOT NULL REFERENCES minutes (id) ON DELETE RESTRICT,
    case_id UUID NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
    audience TEXT NOT NULL CHECK (audience IN ('family', 'attending_agency')),
    recipient_person_id UUID REFERENCES people (id) ON DELETE RESTRICT,
    recipient_agency_id UUID REFERENCES agencies (id) ON DELETE RESTRICT,
    recipient_name TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('preparing', 'awaiting_approval', 'returned', 'approved', 'issued', 'void')),
    seed BIGINT NOT NULL,
    prepared_by UUID NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    prepared_at TIMESTAMPTZ NOT NULL,
    approved_by UUID REFERENCES users (id) ON DELETE RESTRICT,
    approved_at TIMESTAMPTZ,
    issued_by UUID REFERENCES users (id) ON DELETE RESTRICT,
    issued_at TIMESTAMPTZ,
    route TEXT,
    returned_reason TEXT,
    source_digest BYTEA,
    document BYTEA,
    digest BYTEA,
    gate_report JSONB,
    version BIGINT NOT NULL
);
CREATE INDEX releases_meeting ON releases (meeting_id);
CREATE INDEX releases_case ON releases (case_id);

CREATE TABLE release_choices (
    release_id UUID NOT NULL REFERENCES releases (id) ON DELETE RESTRICT,
    part TEXT NOT NULL,
    part_id UUID NOT NULL,
    choice TEXT NOT NULL CHECK (choice IN ('include', 'withhold', 'reword')),
    wording TEXT,
    reason TEXT,
    decided_by UUID NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    decided_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (release_id, part, part_id)
);

CREATE TABLE release_words (
    release_id UUID NOT NULL REFERENCES releases (id) ON DELETE RESTRICT,
    word TEXT COLLATE "C" NOT NULL,
    choice TEXT NOT NULL CHECK (choice IN ('withhold', 'keep')),
    decided_by UUID NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    decided_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (release_id, word)
);

CREATE TABLE pseudonyms (
    release_id UUID NOT NULL REFERENCES releases (id) ON DELETE RESTRICT,
    entity TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    PRIMARY KEY (release_id, entity)
);

-- What was issued stays as it was issued.
CREATE TRIGGER releases_frozen BEFORE UPDATE ON releases
    FOR EACH ROW WHEN (OLD.status = 'issued' AND (NEW.document IS DISTINCT FROM OLD.document
        OR NEW.digest IS DISTINCT FROM OLD.digest
        OR NEW.recipient_name IS DISTINCT FROM OLD.recipient_name OR NEW.status <> 'issued'))
    EXECUTE FUNCTION refuse_change('an issued release');
CREATE TRIGGER releases_kept BEFORE DELETE ON releases
    FOR EACH ROW EXECUTE FUNCTION refuse_change('a release');
