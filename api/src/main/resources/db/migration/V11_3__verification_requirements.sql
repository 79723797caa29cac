-- What the 2025-09 format demands of a solution's tests, and what it was found to keep of it.
alter table verification_row add column requirements jsonb;
alter table verification_row add column assessment jsonb;
