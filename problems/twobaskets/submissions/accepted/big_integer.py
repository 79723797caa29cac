input()
weights = list(map(int, input().split()))
total = sum(weights)
sums = 1
for weight in weights:
    sums |= sums << weight
below_half = sums & ((1 << (total // 2 + 1)) - 1)
print(total - 2 * (below_half.bit_length() - 1))
