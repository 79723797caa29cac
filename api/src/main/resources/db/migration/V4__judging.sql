-- What is to be judged and what is being judged: outbox and ledger in one. A row is written with its submission, in one
-- transaction; it is kept for a while after its end, since a later start shows that an earlier request was lost.
create table judging (
    submission_id uuid        primary key,
    attempt       integer     not null check (attempt >= 1),
    tries         integer     not null default 1 check (tries >= 1),
    urgency       text        not null check (urgency in ('LIVE', 'BULK')),
    position      bigint      generated always as identity,
    request       bytea       not null,
    requested_at  timestamptz not null default now(),
    published_at  timestamptz,
    started_at    timestamptz,
    worker        text,
    lease_until   timestamptz,
    finished_at   timestamptz
);

create index judging_unpublished on judging (position) where published_at is null and finished_at is null;
create index judging_under_way on judging (lease_until) where finished_at is null and published_at is not null;
create index judging_started on judging (urgency, position) where started_at is not null;
create index judging_finished on judging (finished_at) where finished_at is not null;

-- What could not be judged, for operators.
create table dead_letter (
    id            uuid        primary key,
    submission_id uuid,
    attempt       integer,
    faulty        text        not null,
    cause         text        not null,
    message       bytea       not null,
    died_at       timestamptz not null default now(),
    redriven_at   timestamptz
);

create index dead_letter_by_submission on dead_letter (submission_id);
