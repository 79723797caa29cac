-- Who may log in, and the refresh tokens that they hold.
create table account (
    id            uuid        primary key,
    username      text        collate "C" not null check (username ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    email         text        collate "C" check (length(email) between 3 and 254),
    password_hash text        not null,
    disabled      boolean     not null,
    created_at    timestamptz not null,
    version       int         not null
);

-- Names and addresses are taken whatever their case.
create unique index account_username on account (lower(username));
create unique index account_email on account (lower(email));

create table account_role (
    account_id uuid not null references account on delete cascade,
    role       text not null check (role in ('STUDENT', 'INSTRUCTOR', 'ADMIN')),
    primary key (account_id, role)
);

-- A refresh token is used once; one that comes a second time was stolen, and its whole family is deleted.
create table refresh_token (
    hash       bytea       primary key check (length(hash) = 32),
    family     uuid        not null,
    account_id uuid        not null references account on delete cascade,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);

create index refresh_token_family on refresh_token (family);
create index refresh_token_account on refresh_token (account_id);
create index refresh_token_expires_at on refresh_token (expires_at);
