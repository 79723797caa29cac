# expect: COMPILED
# as: -c.py
# A name that looks like an option is a name.
print(1)
