# expect: COMPILED begin.pl syntax OK
# What Perl runs while it compiles is in the same box as what it runs afterwards.
BEGIN {
    die "a secret" if -e '/etc/shadow' || -e '/root' || -e '/sys';
    die "a network" if socket(my $socket, 2, 1, 0);
    die "a terminal" if -t STDIN;
    die "root" if $> == 0 || $< == 0;
    fork or do { sleep 1 while 1 };
}
print 1;
