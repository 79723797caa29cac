-- Programs that somebody tried out, for an hour.
create table run (
    id           uuid primary key,
    user_id      uuid        not null references account (id) on delete cascade,
    language     text        not null,
    result       jsonb,
    requested_at timestamptz not null default now(),
    ended_at     timestamptz
);
create index run_unfinished on run (user_id) where ended_at is null;
create index run_requested_at on run (requested_at);
