create table problem (id uuid primary key, slug text);
