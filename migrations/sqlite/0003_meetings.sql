-- Meetings from the diary to the minutes.

CREATE TABLE meetings (
    id BLOB NOT NULL PRIMARY KEY,
    meeting_type TEXT NOT NULL,
    review INTEGER NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL CHECK (status IN ('planned', 'in_progress', 'adjourned', 'held', 'cancelled')),
    starts_on TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    duration_minutes INTEGER NOT NULL,
    place TEXT,
    link TEXT,
    chair_id BLOB NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    chaired_by BLOB REFERENCES users (id) ON DELETE RESTRICT,
    vice_chair_reason TEXT,
    minute_taker_id BLOB REFERENCES users (id) ON DELETE RESTRICT,
    cancelled_reason TEXT,
    quorate INTEGER,
    quorum_override TEXT,
    invitation_sequence INTEGER NOT NULL,
    closed_at TEXT,
    created_at TEXT NOT NULL,
    created_by BLOB NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX meetings_starts_on ON meetings (starts_on, starts_at);
CREATE INDEX meetings_chair ON meetings (chair_id, starts_on);

CREATE TABLE meeting_cases (
    meeting_id BLOB NOT NULL REFERENCES meetings (id) ON DELETE RESTRICT,
    case_id BLOB NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL,
    rule TEXT,
    due_by TEXT,
    late_reason TEXT,
    prior_level TEXT,
    level TEXT CHECK (level IN ('high', 'medium', 'low', 'none')),
    rating_reason TEXT,
    toolkit_on TEXT,
    voice TEXT CHECK (voice IN ('attended', 'given_another_way', 'declined', 'not_invited')),
    voice_reason TEXT,
    nrm TEXT CHECK (nrm IN ('threshold_not_met', 'referral_to_be_made', 'referral_made')),
    nrm_reason TEXT,
    nrm_owner TEXT,
    nrm_on TEXT,
    route TEXT CHECK (route IN ('continue_eram', 'step_down', 'escalate_mace',
        'strategy_discussion', 'child_in_need', 'early_help', 'close')),
    next_on TEXT,
    next_reason TEXT,
    version INTEGER NOT NULL,
    PRIMARY KEY (meeting_id, case_id)
) STRICT;
CREATE INDEX meeting_cases_case ON meeting_cases (case_id);

CREATE TABLE meeting_sittings (
    meeting_id BLOB NOT NULL REFERENCES meetings (id) ON DELETE RESTRICT,
    number INTEGER NOT NULL,
    opened_at TEXT NOT NULL,
    closed_at TEXT,
    adjourned_reason TEXT,
    PRIMARY KEY (meeting_id, number)
) STRICT;

CREATE TABLE meeting_moves (
    meeting_id BLOB NOT NULL REFERENCES meetings (id) ON DELETE RESTRICT,
    number INTEGER NOT NULL,
    from_on TEXT NOT NULL,
    from_at TEXT NOT NULL,
    to_on TEXT NOT NULL,
    to_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    moved_at TEXT NOT NULL,
    moved_by BLOB NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    PRIMARY KEY (meeting_id, number)
) STRICT;

CREATE TABLE invitations (
    id BLOB NOT NULL PRIMARY KEY,
    meeting_id BLOB NOT NULL REFERENCES meetings (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('agency', 'child', 'family', 'observer')),
    agency_id BLOB REFERENCES agencies (id) ON DELETE RESTRICT,
    person_id BLOB REFERENCES people (id) ON DELETE RESTRICT,
    capacity TEXT NOT NULL,
    required INTEGER NOT NULL,
    route TEXT CHECK (route IN ('outlook', 'calendar_file', 'email', 'letter', 'telephone', 'in_person')),
    invited_at TEXT,
    reply TEXT NOT NULL CHECK (reply IN ('none', 'accepted', 'tentative', 'declined', 'substitute')),
    reply_route TEXT,
    reply_note TEXT,
    replied_at TEXT,
    withdrawn INTEGER NOT NULL,
    mark TEXT CHECK (mark IN ('present', 'apologies', 'absent', 'substitute', 'in_attendance')),
    part_note TEXT,
    substitute_id BLOB REFERENCES people (id) ON DELETE RESTRICT,
    substitute_name TEXT,
    apology_reason TEXT,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX invitations_meeting ON invitations (meeting_id, position);
CREATE INDEX invitations_person ON invitations (person_id);

CREATE TABLE interests (
    id BLOB NOT NULL PRIMARY KEY,
    meeting_id BLOB NOT NULL REFERENCES meetings (id) ON DELETE RESTRICT,
    invitation_id BLOB NOT NULL REFERENCES invitations (id) ON DELETE RESTRICT,
    interest TEXT NOT NULL,
    takes_part INTEGER NOT NULL
) STRICT;
CREATE INDEX interests_meeting ON interests (meeting_id);

CREATE TABLE documents (
    id BLOB NOT NULL PRIMARY KEY,
    meeting_id BLOB REFERENCES meetings (id) ON DELETE RESTRICT,
    case_id BLOB REFERENCES cases (id) ON DELETE RESTRICT,
    agency_id BLOB REFERENCES agencies (id) ON DELETE RESTRICT,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    digest BLOB NOT NULL,
    content BLOB NOT NULL,
    added_at TEXT NOT NULL,
    added_by BLOB NOT NULL REFERENCES users (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX documents_meeting ON documents (meeting_id);

CREATE TABLE report_requests (
    id BLOB NOT NULL PRIMARY KEY,
    meeting_id BLOB NOT NULL REFERENCES meetings (id) ON DELETE RESTRICT,
    agency_id BLOB NOT NULL REFERENCES agencies (id) ON DELETE RESTRICT,
    asked_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    chased INTEGER NOT NULL,
    chased_on TEXT,
    received_on TEXT,
    not_needed_reason TEXT,
    document_id BLOB REFERENCES documents (id) ON DELETE RESTRICT,
    version INTEGER NOT NULL,
    UNIQUE (meeting_id, agency_id)
) STRICT;

CREATE TABLE passages (
    id BLOB NOT NULL PRIMARY KEY,
    meeting_id BLOB NOT NULL REFERENCES meetings (id) ON DELETE RESTRICT,
    case_id BLOB REFERENCES cases (id) ON DELETE RESTRICT,
    section TEXT NOT NULL,
    agency_id BLOB REFERENCES agencies (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL,
    body TEXT NOT NULL,
    search_key TEXT NOT NULL,
    nothing_to_report INTEGER NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('everyone', 'agencies', 'closed')),
    restriction TEXT CHECK (restriction IN ('third_party', 'serious_harm', 'child_wishes',
        'child_abuse_data', 'crime', 'police_sensitive', 'legal_privilege', 'court', 'not_relevant')),
    origin_id BLOB REFERENCES passages (id) ON DELETE RESTRICT,
    updated_at TEXT NOT NULL,
    updated_by BLOB NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX passages_meeting ON passages (meeting_id, section, position);

CREATE TABLE decisions (
    id BLOB NOT NULL PRIMARY KEY,
    meeting_id BLOB NOT NULL REFERENCES meetings (id) ON DELETE RESTRICT,
    case_id BLOB REFERENCES cases (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL,
    decision TEXT NOT NULL,
    rationale TEXT NOT NULL,
    dissent TEXT,
    dissent_agency_id BLOB REFERENCES agencies (id) ON DELETE RESTRICT,
    audience TEXT NOT NULL CHECK (audience IN ('everyone', 'agencies', 'closed')),
    restriction TEXT,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX decisions_meeting ON decisions (meeting_id, position);

CREATE TABLE actions (
    id BLOB NOT NULL PRIMARY KEY,
    case_id BLOB NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
    meeting_id BLOB NOT NULL REFERENCES meetings (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL,
    action TEXT NOT NULL,
    owner_id BLOB REFERENCES people (id) ON DELETE RESTRICT,
    owner_name TEXT NOT NULL,
    agency_id BLOB REFERENCES agencies (id) ON DELETE RESTRICT,
    due_on TEXT NOT NULL,
    outcome_sought TEXT,
    audience TEXT NOT NULL CHECK (audience IN ('everyone', 'agencies', 'closed')),
    status TEXT NOT NULL CHECK (status IN ('open', 'in_progress', 'done', 'not_possible', 'not_done')),
    note TEXT,
    closed_on TEXT,
    not_before TEXT,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX actions_case ON actions (case_id, status);
CREATE INDEX actions_due ON actions (status, due_on);
CREATE INDEX actions_meeting ON actions (meeting_id, position);

CREATE TABLE action_progress (
    action_id BLOB NOT NULL REFERENCES actions (id) ON DELETE RESTRICT,
    number INTEGER NOT NULL,
    meeting_id BLOB REFERENCES meetings (id) ON DELETE RESTRICT,
    status TEXT NOT NULL,
    note TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    PRIMARY KEY (action_id, number)
) STRICT;
CREATE INDEX action_progress_meeting ON action_progress (meeting_id);

CREATE TABLE minutes (
    id BLOB NOT NULL PRIMARY KEY,
    meeting_id BLOB NOT NULL REFERENCES meetings (id) ON DELETE RESTRICT,
    number INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'approved', 'issued', 'superseded')),
    content TEXT NOT NULL,
    digest BLOB NOT NULL,
    correction_reason TEXT,
    approved_by BLOB REFERENCES users (id) ON DELETE RESTRICT,
    approved_at TEXT,
    issued_by BLOB REFERENCES users (id) ON DELETE RESTRICT,
    issued_at TEXT,
    version INTEGER NOT NULL,
    UNIQUE (meeting_id, number)
) STRICT;

-- Approved text is never changed, only superseded (P14).
CREATE TRIGGER minutes_frozen BEFORE UPDATE ON minutes
WHEN OLD.status <> 'draft' AND (NEW.content IS NOT OLD.content OR NEW.digest IS NOT OLD.digest
    OR NEW.meeting_id IS NOT OLD.meeting_id OR NEW.number IS NOT OLD.number OR NEW.status = 'draft'
    OR NEW.approved_by IS NOT OLD.approved_by OR NEW.approved_at IS NOT OLD.approved_at)
BEGIN
    SELECT RAISE(ABORT, 'approved minutes are never changed');
END;
CREATE TRIGGER minutes_kept BEFORE DELETE ON minutes
WHEN OLD.status <> 'draft'
BEGIN
    SELECT RAISE(ABORT, 'approved minutes are never deleted');
END;
