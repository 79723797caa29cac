# Expects at most a hundred stones of a hundred each.
input()
weights = list(map(int, input().split()))
reachable = [True] + [False] * 5_000
for weight in weights:
    for total in range(5_000, weight - 1, -1):
        reachable[total] |= reachable[total - weight]
half = sum(weights) // 2
while not reachable[half]:
    half -= 1
print(sum(weights) - 2 * half)
