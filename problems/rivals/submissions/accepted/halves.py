# 2 4 1 3, 3 5 1 4 2 …: from the middle upwards and from the bottom in turns.
n = int(input())
if n in (2, 3):
    print("impossible")
elif n < 6:
    print(*range(2, n + 1, 2), *range(1, n + 1, 2))
else:
    half = (n + 1) // 2
    order = []
    for i in range(1, half + 1):
        order.append(i)
        if half + i <= n:
            order.append(half + i)
    print(*order)
