-- A problem's jury solutions, judged and compared.
create table verification (
    id              uuid primary key,
    problem_id      uuid        not null references problem (id) on delete cascade,
    problem_version integer     not null,
    time_limit      bigint      not null, -- milliseconds, before any language's factor
    requested_by    uuid        not null references account (id),
    requested_at    timestamptz not null default now()
);
create index verification_by_problem on verification (problem_id, id desc);

-- One solution. Its id is also its judging's.
create table verification_row (
    id              uuid primary key,
    verification_id uuid    not null references verification (id) on delete cascade,
    position        integer not null,
    file            text    not null,
    language        text,             -- null: in none that is judged
    time_limit      bigint,           -- milliseconds, in this language
    expected        text[]  not null,
    verdict         text,
    slowest_test    text,
    max_time        bigint,           -- milliseconds
    detail          text,
    ended_at        timestamptz,
    unique (verification_id, position)
);
