import sys
from itertools import accumulate

numbers = list(map(int, sys.stdin.buffer.read().split()))
n, q = numbers[:2]
sums = [0, *accumulate(numbers[2 : 2 + n])]
walks = numbers[2 + n :]
print("\n".join(str(sums[r] - sums[l - 1]) for l, r in zip(walks[::2], walks[1::2])))
