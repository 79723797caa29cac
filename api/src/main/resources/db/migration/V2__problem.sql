-- What people edit of a problem; its judging side is an immutable version.
create table problem (
    id          uuid        primary key,
    slug        text        not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$'),
    owner_id    uuid        not null references account (id),
    title       text        not null,
    difficulty  integer     check (difficulty between 1 and 5),
    tags        text[]      not null default '{}',
    visibility  text        not null check (visibility in ('PUBLIC', 'HIDDEN')),
    version     integer     not null check (version >= 1),
    created_at  timestamptz not null default now(),
    changed_at  timestamptz not null default now()
);

create index problem_by_tag on problem using gin (tags);

create table problem_version (
    problem_id  uuid        not null references problem (id) on delete cascade,
    number      integer     not null check (number >= 1),
    author_id   uuid        not null references account (id),
    created_at  timestamptz not null default now(),
    content     jsonb       not null,
    primary key (problem_id, number)
);

-- Counted by judging, apart from what people edit, so that neither overwrites the other.
create table problem_counter (
    problem_id  uuid   primary key references problem (id) on delete cascade,
    judged      bigint not null default 0,
    accepted    bigint not null default 0,
    solved_by   bigint not null default 0
);

create table problem_solver (
    problem_id  uuid not null references problem (id) on delete cascade,
    user_id     uuid not null references account (id) on delete cascade,
    primary key (problem_id, user_id)
);
