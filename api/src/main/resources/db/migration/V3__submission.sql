-- One row a submission: what was asked, how far it is, and how it ended. Ids are UUIDs of version 7, so that their order is
-- that of time.
create table submission (
    id              uuid        primary key,
    problem_id      uuid        not null references problem (id),
    problem_version integer     not null,
    user_id         uuid        not null references account (id),
    language        text        not null,
    entry_point     text,
    status          text        not null default 'QUEUED' check (status in ('QUEUED', 'COMPILING', 'RUNNING', 'DONE')),
    verdict         text        check (verdict in ('ACCEPTED', 'WRONG_ANSWER', 'TIME_LIMIT_EXCEEDED',
                                    'MEMORY_LIMIT_EXCEEDED', 'OUTPUT_LIMIT_EXCEEDED', 'RUNTIME_ERROR', 'COMPILE_ERROR',
                                    'JUDGE_ERROR', 'CANCELLED')),
    score           numeric,
    attempt         integer     not null default 1,
    time_millis     bigint,
    wall_millis     bigint,
    memory_bytes    bigint,
    tests_done      integer     not null default 0,
    tests_total     integer     not null,
    compiler_output text,
    result          jsonb,
    detail          text,
    submitted_at    timestamptz not null default now(),
    judged_at       timestamptz,
    check ((verdict is null) = (status <> 'DONE'))
);

-- One index for each filter of the list; the id behind it is the list's order.
create index submission_by_problem on submission (problem_id, id desc);
create index submission_by_user on submission (user_id, id desc);
create index submission_by_language on submission (language, id desc);
create index submission_by_verdict on submission (verdict, id desc);
create index submission_unfinished on submission (user_id) where verdict is null;

create table submission_file (
    submission_id uuid     not null references submission (id) on delete cascade,
    position      smallint not null,
    name          text     not null,
    content       bytea    not null,
    primary key (submission_id, position)
);
