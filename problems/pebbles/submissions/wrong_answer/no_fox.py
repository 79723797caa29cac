# Takes it that nobody turns the row around.
time, what = input(), input()
if time == "evening":
    print(f"{int(what) + 1:b}".replace("1", "b").replace("0", "w"))
else:
    print(int(what.replace("b", "1").replace("w", "0"), 2) - 1)
