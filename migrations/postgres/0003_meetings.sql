-- Meetings from the diary to the minutes.

CREATE TABLE meetings (
    id UUID NOT NULL PRIMARY KEY,
    meeting_type TEXT NOT NULL,
    review BOOLEAN NOT NULL,
    reference TEXT COLLATE "C" NOT NULL UNIQUE,
    status TEXT NOT NULL CHECK (status IN ('planned', 'in_progress', 'adjourned', 'held', 'cancelled')),
    starts_on DATE NOT NULL,
    starts_at TEXT NOT NULL,
    duration_minutes BIGINT NOT NULL,
    place TEXT,
    link TEXT,
    chair_id UUID NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    chaired_by UUID REFERENCES users (id) ON DELETE RESTRICT,
    vice_chair_reason TEXT,
    minute_taker_id UUID REFERENCES users (id) ON DELETE RESTRICT,
    cancelled_reason TEXT,
    quorate BOOLEAN,
    quorum_override TEXT,
    invitation_sequence BIGINT NOT NULL,
    closed_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL,
    created_by UUID NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    version BIGINT NOT NULL
);
CREATE INDEX meetings_starts_on ON meetings (starts_on, starts_at);
CREATE INDEX meetings_chair ON meetings (chair_id, starts_on);

CREATE TABLE meeting_cases (
    meeting_id UUID NOT NULL REFERENCES meetings (id) ON DELETE RESTRICT,
    case_id UUID NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
    position BIGINT NOT NULL,
    rule TEXT,
    due_by DATE,
    late_reason TEXT,
    prior_level TEXT,
    level TEXT CHECK (level IN ('high', 'medium', 'low', 'none')),
    rating_reason TEXT,
    toolkit_on DATE,
    voice TEXT CHECK (voice IN ('attended', 'given_another_way', 'declined', 'not_invited')),
    voice_reason TEXT,
    nrm TEXT CHECK (nrm IN ('threshold_not_met', 'referral_to_be_made', 'referral_made')),
    nrm_reason TEXT,
    nrm_owner TEXT,
    nrm_on DATE,
    route TEXT CHECK (route IN ('continue_eram', 'step_down', 'escalate_mace',
        'strategy_discussion', 'child_in_need', 'early_help', 'close')),
    next_on DATE,
    next_reason TEXT,
    version BIGINT NOT NULL,
    PRIMARY KEY (meeting_id, case_id)
);
CREATE INDEX meeting_cases_case ON meeting_cases (case_id);

CREATE TABLE meeting_sittings (
    meeting_id UUID NOT NULL REFERENCES meetings (id) ON DELETE RESTRICT,
    number BIGINT NOT NULL,
    opened_at TIMESTAMPTZ NOT NULL,
    closed_at TIMESTAMPTZ,
    adjourned_reason TEXT,
    PRIMARY KEY (meeting_id, number)
);

CREATE TABLE meeting_moves (
    meeting_id UUID NOT NULL REFERENCES meetings (id) ON DELETE RESTRICT,
    number BIGINT NOT NULL,
    from_on DATE NOT NULL,
    from_at TEXT NOT NULL,
    to_on DATE NOT NULL,
    to_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    moved_at TIMESTAMPTZ NOT NULL,
    moved_by UUID NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    PRIMARY KEY (meeting_id, number)
);

CREATE TABLE invitations (
    id UUID NOT NULL PRIMARY KEY,
    meeting_id UUID NOT NULL REFERENCES meetings (id) ON DELETE RESTRICT,
    position BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('agency', 'child', 'family', 'observer')),
    agency_id UUID REFERENCES agencies (id) ON DELETE RESTRICT,
    person_id UUID REFERENCES people (id) ON DELETE RESTRICT,
    capacity TEXT NOT NULL,
    required BOOLEAN NOT NULL,
    route TEXT CHECK (route IN ('outlook', 'calendar_file', 'email', 'letter', 'telephone', 'in_person')),
    invited_at TIMESTAMPTZ,
    reply TEXT NOT NULL CHECK (reply IN ('none', 'accepted', 'tentative', 'declined', 'substitute')),
    reply_route TEXT,
    reply_note TEXT,
    replied_at TIMESTAMPTZ,
    withdrawn BOOLEAN NOT NULL,
    mark TEXT CHECK (mark IN ('present', 'apologies', 'absent', 'substitute', 'in_attendance')),
    part_note TEXT,
    substitute_id UUID REFERENCES people (id) ON DELETE RESTRICT,
    substitute_name TEXT,
    apology_reason TEXT,
    version BIGINT NOT NULL
);
CREATE INDEX invitations_meeting ON invitations (meeting_id, position);
CREATE INDEX invitations_person ON invitations (person_id);

CREATE TABLE interests (
    id UUID NOT NULL PRIMARY KEY,
    meeting_id UUID NOT NULL REFERENCES meetings (id) ON DELETE RESTRICT,
    invitation_id UUID NOT NULL REFERENCES invitations (id) ON DELETE RESTRICT,
    interest TEXT NOT NULL,
    takes_part BOOLEAN NOT NULL
);
CREATE INDEX interests_meeting ON interests (meeting_id);

CREATE TABLE documents (
    id UUID NOT NULL PRIMARY KEY,
    meeting_id UUID REFERENCES meetings (id) ON DELETE RESTRICT,
    case_id UUID REFERENCES cases (id) ON DELETE RESTRICT,
    agency_id UUID REFERENCES agencies (id) ON DELETE RESTRICT,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    digest BYTEA NOT NULL,
    content BYTEA NOT NULL,
    added_at TIMESTAMPTZ NOT NULL,
    added_by UUID NOT NULL REFERENCES users (id) ON DELETE RESTRICT
);
CREATE INDEX documents_meeting ON documents (meeting_id);

CREATE TABLE report_requests (
    id UUID NOT NULL PRIMARY KEY,
    meeting_id UUID NOT NULL REFERENCES meetings (id) ON DELETE RESTRICT,
    agency_id UUID NOT NULL REFERENCES agencies (id) ON DELETE RESTRICT,
    asked_on DATE NOT NULL,
    due_on DATE NOT NULL,
    chased BIGINT NOT NULL,
    chased_on DATE,
    received_on DATE,
    not_needed_reason TEXT,
    document_id UUID REFERENCES documents (id) ON DELETE RESTRICT,
    version BIGINT NOT NULL,
    UNIQUE (meeting_id, agency_id)
);

CREATE TABLE passages (
    id UUID NOT NULL PRIMARY KEY,
    meeting_id UUID NOT NULL REFERENCES meetings (id) ON DELETE RESTRICT,
    case_id UUID REFERENCES cases (id) ON DELETE RESTRICT,
    section TEXT NOT NULL,
    agency_id UUID REFERENCES agencies (id) ON DELETE RESTRICT,
    position BIGINT NOT NULL,
    body TEXT NOT NULL,
    search_key TEXT COLLATE "C" NOT NULL,
    nothing_to_report BOOLEAN NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('everyone', 'agencies', 'closed')),
    restriction TEXT CHECK (restriction IN ('third_party', 'serious_harm', 'child_wishes',
        'child_abuse_data', 'crime', 'police_sensitive', 'legal_privilege', 'court', 'not_relevant')),
    origin_id UUID REFERENCES passages (id) ON DELETE RESTRICT,
    updated_at TIMESTAMPTZ NOT NULL,
    updated_by UUID NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    version BIGINT NOT NULL
);
CREATE INDEX passages_meeting ON passages (meeting_id, section, position);

CREATE TABLE decisions (
    id UUID NOT NULL PRIMARY KEY,
    meeting_id UUID NOT NULL REFERENCES meetings (id) ON DELETE RESTRICT,
    case_id UUID REFERENCES cases (id) ON DELETE RESTRICT,
    position BIGINT NOT NULL,
    decision TEXT NOT NULL,
    rationale TEXT NOT NULL,
    dissent TEXT,
    dissent_agency_id UUID REFERENCES agencies (id) ON DELETE RESTRICT,
    audience TEXT NOT NULL CHECK (audience IN ('everyone', 'agencies', 'closed')),
    restriction TEXT,
    version BIGINT NOT NULL
);
CREATE INDEX decisions_meeting ON decisions (meeting_id, position);

CREATE TABLE actions (
    id UUID NOT NULL PRIMARY KEY,
    case_id UUID NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
    meeting_id UUID NOT NULL REFERENCES meetings (id) ON DELETE RESTRICT,
    position BIGINT NOT NULL,
    action TEXT NOT NULL,
    owner_id UUID REFERENCES people (id) ON DELETE RESTRICT,
    owner_name TEXT NOT NULL,
    agency_id UUID REFERENCES agencies (id) ON DELETE RESTRICT,
    due_on DATE NOT NULL,
    outcome_sought TEXT,
    audience TEXT NOT NULL CHECK (audience IN ('everyone', 'agencies', 'closed')),
    status TEXT NOT NULL CHECK (status IN ('open', 'in_progress', 'done', 'not_possible', 'not_done')),
    note TEXT,
    closed_on DATE,
    not_before DATE,
    version BIGINT NOT NULL
);
CREATE INDEX actions_case ON actions (case_id, status);
CREATE INDEX actions_due ON actions (status, due_on);
CREATE INDEX actions_meeting ON actions (meeting_id, position);

CREATE TABLE action_progress (
    action_id UUID NOT NULL REFERENCES actions (id) ON DELETE RESTRICT,
    number BIGINT NOT NULL,
    meeting_id UUID REFERENCES meetings (id) ON DELETE RESTRICT,
    status TEXT NOT NULL,
    note TEXT,
    recorded_at TIMESTAMPTZ NOT NULL,
    recorded_by UUID NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    PRIMARY KEY (action_id, number)
);
CREATE INDEX action_progress_meeting ON action_progress (meeting_id);

CREATE TABLE minutes (
    id UUID NOT NULL PRIMARY KEY,
    meeting_id UUID NOT NULL REFERENCES meetings (id) ON DELETE RESTRICT,
    number BIGINT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'approved', 'issued', 'superseded')),
    content TEXT NOT NULL,
    digest BYTEA NOT NULL,
    correction_reason TEXT,
    approved_by UUID REFERENCES users (id) ON DELETE RESTRICT,
    approved_at TIMESTAMPTZ,
    issued_by UUID REFERENCES users (id) ON DELETE RESTRICT,
    issued_at TIMESTAMPTZ,
    version BIGINT NOT NULL,
    UNIQUE (meeting_id, number)
);

-- Approved text is never changed, only superseded (P14).
CREATE TRIGGER minutes_frozen BEFORE UPDATE ON minutes
    FOR EACH ROW WHEN (OLD.status <> 'draft' AND (NEW.content IS DISTINCT FROM OLD.content
        OR NEW.digest IS DISTINCT FROM OLD.digest OR NEW.meeting_id IS DISTINCT FROM OLD.meeting_id
        OR NEW.number IS DISTINCT FROM OLD.number OR NEW.status = 'draft'
        OR NEW.approved_by IS DISTINCT FROM OLD.approved_by
        OR NEW.approved_at IS DISTINCT FROM OLD.approved_at))
    EXECUTE FUNCTION refuse_change('an approved version of the minutes');
CREATE TRIGGER minutes_kept BEFORE DELETE ON minutes
    FOR EACH ROW WHEN (OLD.status <> 'draft')
    EXECUTE FUNCTION refuse_change('an approved version of the minutes');
