import itertools

n = int(input())
if n in (2, 3):
    print("impossible")
else:
    for order in itertools.permutations(range(1, n + 1)):
        if all(abs(a - b) > 1 for a, b in zip(order, order[1:])):
            print(*order)
            break
