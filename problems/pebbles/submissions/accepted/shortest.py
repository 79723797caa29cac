# No more pebbles than it takes: the highest bit is always black, so that a white one behind the lowest tells the ends apart.
time, what = input(), input()
if time == "evening":
    print(f"{int(what) + 1:b}".replace("1", "b").replace("0", "w") + "w")
else:
    row = what[::-1] if what[0] == "w" else what
    print(int(row[:-1].replace("b", "1").replace("w", "0"), 2) - 1)
