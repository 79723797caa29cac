-- What the input validators of a problem say of its tests. Versions with the same test set share it.
create table input_check (
    problem_id uuid  not null references problem (id) on delete cascade,
    test_set   text  not null,                -- SHA-256 of its manifest
    id         uuid  not null unique,         -- of the judging
    state      text  not null check (state in ('PENDING', 'PASSED', 'FAILED')),
    faults     jsonb not null default '[]',
    primary key (problem_id, test_set)
);
