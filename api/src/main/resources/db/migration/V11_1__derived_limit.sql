-- Time limits that are taken from how a problem's solutions do. Versions that agree in all that it depends on share one.
create table derived_limit (
    problem_id uuid   not null references problem (id) on delete cascade,
    basis      text   not null,                -- SHA-256 of what it depends on
    id         uuid   not null unique,         -- of the verification that measures it
    state      text   not null check (state in ('PENDING', 'KNOWN', 'UNKNOWN')),
    millis     bigint,                         -- before any language's factor
    notes      jsonb  not null default '[]',
    primary key (problem_id, basis),
    check ((millis is not null) = (state = 'KNOWN'))
);

-- A verification may measure a limit: first the solutions that bound it from below, then those that do from above.
alter table verification add column derives boolean not null default false;
alter table verification add column margins jsonb;

-- One that waits for its problem's limit has no judging yet.
alter table submission add column waits boolean not null default false;
create index submission_waiting on submission (problem_id, id) where waits;
