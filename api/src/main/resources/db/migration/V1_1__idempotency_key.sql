-- Answers of writes that a client may retry, kept for a day in the transaction of what they made.
create table idempotency_key (
    user_id     uuid        not null,
    key         text        not null check (length(key) between 1 and 255),
    fingerprint bytea       not null check (length(fingerprint) = 32),
    status      int         not null,
    location    text,
    body        bytea       not null,
    created_at  timestamptz not null,
    primary key (user_id, key)
);

create index idempotency_key_created_at on idempotency_key (created_at);
