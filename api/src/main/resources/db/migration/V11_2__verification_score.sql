-- What a solution of a scoring problem has to get, and what it got.
alter table verification_row
    add column expected_score numeric,
    add column partial boolean not null default false,
    add column scored jsonb;
