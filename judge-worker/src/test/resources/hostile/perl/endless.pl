# expect: REJECTED Compiling took longer than 4000 ms\.
# Nor does it run longer.
BEGIN { 1 while 1 }
