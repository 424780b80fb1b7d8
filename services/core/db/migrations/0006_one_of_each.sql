-- Two requests of one moment must not leave two of what there is one of. Under a unique index the second waits for the
-- first and is then told of a conflict.

create unique index casework_open_once on rundbord.casework (tenant_id, child_id) where closed_at is null;
comment on index rundbord.casework_open_once is
    'A child has one open casework: a second would hide the problems and meetings of the first.';

create unique index consent_asked_once on rundbord.consent (tenant_id, dossier_id, giver_id, purpose) where state = 'asked';
comment on index rundbord.consent_asked_once is
    'One question at a time: of two that are both answered yes, one would outlive the withdrawal of the other.';
